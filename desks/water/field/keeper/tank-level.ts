import type { KeeperPoint } from '../../recording/field-day.ts';
import type { Said } from '../said.ts';

/** What a tank held when it was read last, on the server or on this phone; null: it never was. */
export function tankLevel(
  { id, level }: Pick<KeeperPoint, 'id' | 'level'>,
  said: readonly Said[],
  isToday: (at: string) => boolean,
): { litres: number; at: string; isToday: boolean } | null {
  const own = said.findLast(
    ({ kind, point, corrected }) => kind === 'measured' && point === id && !corrected,
  );
  const isNewer = own && (!level || Date.parse(own.at) >= Date.parse(level.at));
  const { litres, at } = isNewer ? own : (level ?? { litres: null, at: '' });
  return litres === null ? null : { litres, at, isToday: isToday(at) };
}

import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { type Course, roomLeft } from '../../course.ts';
import type { Floors } from '../../water.ts';
import { betterMessages } from '../messages/better.ts';
import { sharedMessages } from '../messages/shared.ts';

/** How much better the plan could be at most, floor by floor, in a sentence. */
export function useRoomWords(
  course: Course,
  floors: Floors,
  /** Whether a bound may still come. */
  waiting: boolean,
): string {
  const t = betterMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const room = roomLeft(course);
  if (!room) return t(waiting ? 'room.waiting' : 'room.unknown');
  if (room.every(({ kind }) => kind === 'none')) return t('room.allProven');
  const proven: string[] = [];
  const some: string[] = [];
  const unsaid: string[] = [];
  for (const one of room) {
    const floor = say(floors.tiers[one.tier]?.label);
    // Upwards: "at most" must hold.
    const percent = one.kind === 'some' ? Math.ceil(one.share * 100 - 1e-9) : 0;
    if (one.kind === 'none') proven.push(floor);
    else if (percent >= 100) unsaid.push(floor);
    else some.push(t('room.share', { floor, percent: format.percent(percent / 100) }));
  }
  const part = (key: 'room.proven' | 'room.some' | 'room.unsaid', names: readonly string[]) =>
    names.length > 0 ? [t(key, { floors: names.join(shared('listComma')) })] : [];
  return [
    ...part('room.some', some),
    ...part('room.proven', proven),
    ...part('room.unsaid', unsaid),
  ].join(format.language === 'zh-CN' ? '' : ' ');
}

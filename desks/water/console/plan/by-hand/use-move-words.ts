import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMemo } from 'react';
import type { Move, Pin } from '../../../hand.ts';
import { byHandMessages } from '../../messages/by-hand.ts';
import type { Day, DayNames } from '../day-names.ts';
import type { Stand } from './hand-state.ts';
import type { Hand } from './use-hand.ts';

/** What a person decided, and why a move cannot be, in words. */
export function useMoveWords(day: Day, names: DayNames) {
  const t = byHandMessages.use();
  const format = useFormat();
  return useMemo(() => {
    const tankers = new Map(
      day.tankers.flatMap(({ name, shifts }) => shifts.map(({ id }) => [id, name] as const)),
    );
    const tanker = (part: string) => tankers.get(part) ?? '—';
    const point = (id: string) => names.points.get(id)?.name ?? '—';
    const time = (second: number) => format.timeOfDay(second);
    const owners = new Map(
      day.tankers.flatMap(({ id, shifts }) => shifts.map((shift) => [shift.id, id] as const)),
    );
    return {
      tanker,
      /** How many tankers these parts of the day belong to. */
      tankersOf: (parts: readonly string[]) => new Set(parts.map((part) => owners.get(part))).size,
      stand: ({ tanker: part, point: at, start, litres }: Stand) =>
        t('stop.of', {
          tanker: tanker(part),
          point: point(at),
          at: time(start),
          litres: format.litres(litres),
        }),
      move: (move: Move): string => {
        const about = { point: point(move.point), from: tanker(move.tanker) };
        switch (move.kind) {
          case 'move':
            return t('move.move', {
              ...about,
              start: time(move.start),
              to: tanker(move.to.tanker),
              at: time(move.to.at),
            });
          case 'litres':
            return t('move.litres', {
              ...about,
              start: time(move.start),
              litres: format.litres(move.litres),
            });
          case 'drop':
            return t('move.drop', { ...about, start: time(move.start) });
          case 'add':
            return t('move.add', {
              point: about.point,
              to: tanker(move.tanker),
              at: time(move.at),
              litres: format.litres(move.litres),
            });
        }
      },
      pin: ({ tanker: part, point: at, from, to, litres }: Pin) =>
        t('wantingOne', {
          tanker: tanker(part),
          at: time(Math.round((from + to) / 2)),
          point: point(at),
          litres: format.litres(litres),
        }),
      why: ({ move, failed }: NonNullable<Hand['refused']>) => {
        const to = move.kind === 'move' ? move.to : undefined;
        const at =
          to?.at ?? (move.kind === 'add' ? move.at : move.kind === 'move' ? 0 : move.start);
        return t(`why.${failed.because}`, {
          tanker: tanker(to?.tanker ?? move.tanker),
          point: point(move.point),
          at: time(at),
        });
      },
    };
  }, [day, names, t, format]);
}

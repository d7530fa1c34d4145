import type { Tanker } from '../../water-day.ts';
import { readyAt } from '../timing.ts';
import { type Because, clock } from './because.ts';
import { keeper, QUARTER, type Relaxation, up } from './relaxation.ts';
import { setSpare } from './study.ts';

/** A longer shift for a tanker that the plan leaves at home. */
export function longerShift(r: number): Relaxation {
  const kept = keeper();
  return {
    because: 'shift',
    loosen({ day }) {
      if ((day.until[r] as number) >= day.to || day.problem.tankers[r]?.out !== undefined)
        return false;
      kept.set(day.until, r, day.to);
      return true;
    },
    tighten(study) {
      const { day, board } = study;
      const tanker = day.problem.tankers[r];
      const back = board.routes[r]?.back ?? -1;
      if (!tanker || !study.added.some((one) => one.tanker === r) || back <= tanker.to)
        return undefined;
      const to = up(back, QUARTER);
      kept.back();
      kept.set(day.until, r, to);
      return {
        patch: [{ op: 'replace', path: `/tankers/${r}/to`, value: to }],
        say: {
          'zh-CN': `送水车 ${tanker.id} 的班次延长到 ${clock(to)}`,
          en: `let tanker ${tanker.id} work until ${clock(to)}`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** A further tanker of some kind. */
export function oneMore(kind: Tanker, because: Because): Relaxation {
  return {
    because,
    loosen(study) {
      setSpare(study, kind);
      return readyAt(study.day, study.spare) < kind.to;
    },
    tighten: (study) =>
      study.added.some((one) => one.tanker === study.spare)
        ? {
            patch: [{ op: 'add', path: '/tankers/-', value: kind }],
            say: {
              'zh-CN': `增派一辆 ${kind.litres} 升的送水车，驻地 ${kind.home}，${clock(kind.from)}–${clock(kind.to)}`,
              en: `send one more tanker of ${kind.litres} litres from ${kind.home}, ${clock(kind.from)}–${clock(kind.to)}`,
            },
          }
        : undefined,
    restore: (study) => setSpare(study, undefined),
  };
}

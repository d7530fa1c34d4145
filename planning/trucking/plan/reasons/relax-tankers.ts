import type { Tanker } from '../../water-day.ts';
import { readyAt } from '../timing.ts';
import { type Changed, clock } from './because.ts';
import { down, keeper, QUARTER, type Relaxation, up } from './relaxation.ts';
import { setSpare } from './study.ts';

/** A later end of the shift of a tanker that the plan leaves at home. */
export function laterShift(r: number): Relaxation {
  const kept = keeper();
  return {
    because: 'shift',
    loosen({ day }, p) {
      const out = day.problem.tankers[r]?.out !== undefined;
      if (out || day.may[r * day.N + p] === 0 || (day.until[r] as number) >= day.to) return false;
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

/** An earlier beginning of the shift of a tanker that has not left home. */
export function earlierShift(r: number): Relaxation {
  let before: number | undefined;
  const restore: Relaxation['restore'] = ({ day }) => {
    const tanker = day.problem.tankers[r];
    if (tanker && before !== undefined) tanker.from = before;
    before = undefined;
  };
  return {
    because: 'shift',
    loosen({ day }, p) {
      const tanker = day.problem.tankers[r];
      const fresh = day.resume.tankers[r]?.kept.length === 0;
      const earliest = Math.max(day.from, day.now);
      if (!tanker || !fresh || day.may[r * day.N + p] === 0 || tanker.from <= earliest)
        return false;
      before = tanker.from;
      tanker.from = earliest;
      return true;
    },
    tighten(study) {
      const { day, board } = study;
      const tanker = day.problem.tankers[r];
      const leave = board.routes[r]?.leave ?? 0;
      if (!tanker || before === undefined || !study.added.some((one) => one.tanker === r))
        return undefined;
      if (leave >= before) return undefined;
      tanker.from = down(leave, QUARTER);
      return {
        patch: [{ op: 'replace', path: `/tankers/${r}/from`, value: tanker.from }],
        say: {
          'zh-CN': `送水车 ${tanker.id} 的班次提前到 ${clock(tanker.from)} 开始`,
          en: `let tanker ${tanker.id} begin at ${clock(tanker.from)}`,
        },
      };
    },
    restore,
  };
}

/** A further tanker of some kind. */
export function furtherTanker(kind: Tanker, because: Changed): Relaxation {
  return {
    because,
    loosen(study) {
      setSpare(study, kind);
      return readyAt(study.day, study.spare) < kind.to;
    },
    tighten(study) {
      if (!study.added.some((one) => one.tanker === study.spare)) return undefined;
      const home = study.day.problem.places.find(({ id }) => id === kind.home)?.name;
      return {
        patch: [{ op: 'add', path: '/tankers/-', value: kind }],
        say: {
          'zh-CN': `增派一辆 ${kind.litres} 升的送水车（驻地 ${home}，${clock(kind.from)}–${clock(kind.to)}）`,
          en: `send one more tanker of ${kind.litres} litres from ${home}, ${clock(kind.from)}–${clock(kind.to)}`,
        },
      };
    },
    restore: (study) => setSpare(study, undefined),
  };
}

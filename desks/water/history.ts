import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import { tankDay } from '@liangbuwu/trucking/check/tank.ts';
import type { PointStart } from './day-start.ts';
import type { Basis } from './fortnight-sheet.ts';
import { each, type PointFacts } from './gap.ts';
import { toBring, toPeople } from './losses.ts';
import type { SolvedPlan } from './solved-plan.ts';
import type { PointKind } from './water.ts';

/** A point on a day that had a plan in force, as the plan knew it. Registers change; this does not. */
export interface PointDay {
  day: string;
  point: string;
  area: string;
  name: string;
  kind: PointKind;
  /** Heads, by kind. */
  people: number;
  have: number;
  /** What they need up to the last floor of their kind, beyond what they have. */
  need: number;
  /** Of what is delivered, what is spilled before people have it. */
  lossPercent: number;
  /** The desk's service hours of that day, seconds of the day. */
  from: number;
  to: number;
  tank: { litres: number; level: number } | null;
  /** The version of the floors that held. */
  floors: string;
  start: PointStart;
}

/** A point's day as it was written down. */
export type WrittenDay = PointDay & {
  /** Null: it was published before taps were written down. */
  taps: number | null;
};

/** A delivery as far as anybody has spoken of it. */
export interface Arrival {
  /** Second of the day. */
  finish: number;
  litres: number;
  /** `agreed`: both sides say so; `differs`: they say different things. */
  word: 'agreed' | 'differs' | 'promised';
}

export interface PointFigures {
  /** Litres that people had beyond their own wells. */
  got: number;
  perPerson: number;
  /** Litres a head short of the last floor. */
  short: number;
  basis: Exclude<Basis, 'unknown'>;
  /** Deliveries of which the two sides say different things. */
  differing: number;
}

export type Recorded = PointDay & PointFigures & { arrivals: Arrival[] };

/**
 * What counts of a promised delivery: what somebody resolved, where the sides differed. Else the receiver's word goes
 * first: who waits for water knows whether it came. The
 * giver's alone counts only where it is less than what was promised.
 */
export function arrivalOf(
  {
    quantity,
    state,
    dueTo,
    proofs,
    resolution,
  }: Pick<Commitment, 'quantity' | 'state' | 'dueTo' | 'proofs' | 'resolution'>,
  secondOf: (instant: string) => number,
): Arrival {
  const said = (side: 'giver' | 'receiver') => lastWord(proofs, side)?.quantity;
  return {
    finish: secondOf(dueTo),
    litres:
      resolution?.quantity ?? said('receiver') ?? Math.min(quantity, said('giver') ?? quantity),
    word:
      state === 'kept' || state === 'partly-kept'
        ? 'agreed'
        : state === 'disputed'
          ? 'differs'
          : 'promised',
  };
}

/** What a point's people got on a day: by what was recorded, and where nothing was, by what was promised. */
export function figuresOf(day: PointDay, arrivals: readonly Arrival[]): PointFigures {
  const { from, to, need, people, have, tank, lossPercent } = day;
  const inOrder = [...arrivals].sort((a, b) => a.finish - b.finish);
  const drawn = toBring(need, lossPercent);
  const left = tank
    ? drawn - tankDay({ date: day.day, from, to }, tank.level, drawn, inOrder).lost
    : inOrder.filter(({ finish }) => finish <= to).reduce((sum, { litres }) => sum + litres, 0);
  const whole = Math.floor(toPeople(left, lossPercent) + 1e-6);
  const agreed = arrivals.filter(({ word }) => word === 'agreed').length;
  return {
    got: whole,
    perPerson: each(have + whole, people),
    short: people === 0 || reaches(whole, need) ? 0 : (need - whole) / people,
    basis: agreed === 0 ? 'promised' : agreed === arrivals.length ? 'proven' : 'partly-proven',
    differing: arrivals.filter(({ word }) => word === 'differs').length,
  };
}

/**
 * A desk's points as they counted on a day. Registers go on changing: a day that is over is told as its plan wrote it
 * down, and only where no plan did, as the register has it now.
 */
export const pointsOn = (
  { day, today }: { day: string; today: string },
  registered: readonly (PointFacts & { taps: number })[],
  written: readonly WrittenDay[],
): readonly (PointFacts & { taps: number | null })[] =>
  day < today && written.length > 0
    ? written.map((row) => ({ ...row, id: row.point }))
    : registered;

/** A litre is let go: what people can take is rounded down, what they need is rounded up. */
export const reaches = (got: number, need: number): boolean => got + 1 >= need;

/** A plan's points as its day is written down. */
export function pointDays({ head, problem, settings, sheet }: SolvedPlan): PointDay[] {
  const tanks = new Map(problem.points.map(({ id, storage }) => [id, storage ?? null]));
  const { from, to } = problem.day;
  return sheet.villages.flatMap(({ area, points }) =>
    points.map(({ id, name, kind, people, have, need, start }) => {
      const tank = tanks.get(id) ?? null;
      return {
        day: head.day,
        point: id,
        area,
        name,
        kind,
        people,
        have,
        need,
        lossPercent: sheet.lossPercent,
        from,
        to,
        tank,
        floors: settings.cast.floors,
        start: start ?? nothingBefore(tank),
      };
    }),
  );
}

/** The start of a point in a plan that was made before starts were kept. */
const nothingBefore = (tank: PointDay['tank']): PointStart => ({
  yesterday: null,
  owed: 0,
  factor: 1,
  weighed: false,
  tank: tank && { level: tank.level, basis: 'registered', at: null },
});

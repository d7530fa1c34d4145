/**
 * Said aloud: each litre that a person went short yesterday adds a tenth to today's weight; the day before counts half of
 * that, the one before it a quarter; never more than threefold, never less than the point's own weight. A day without a
 * published plan changes nothing. Why these figures: docs/adr/0011.
 */
export const fairRule = { perLitre: 0.1, fades: 0.5, most: 3, days: 14 } as const;

export interface Owed {
  /** Litres a head short the day before; null: no plan was in force. */
  yesterday: number | null;
  /** The same over the days before, each older day counting half of the next. */
  owed: number;
  /** What the point's own weight is multiplied by. */
  factor: number;
}

/**
 * What a point is owed for the days before.
 *
 * @param shorts litres a head short of the last floor, oldest day first, the last is yesterday; null: unknown.
 * @param share what a litre counts: the general last floor over that of its kind.
 */
export function owedAfter(shorts: readonly (number | null)[], share = 1): Owed {
  let sum = 0;
  for (const short of shorts) if (short !== null) sum = sum * fairRule.fades + short;
  const owed = tenth(sum);
  const yesterday = shorts.at(-1) ?? null;
  return {
    yesterday: yesterday === null ? null : tenth(yesterday),
    owed,
    factor: tenth(Math.min(fairRule.most, 1 + fairRule.perLitre * owed * share)),
  };
}

/** The weight that goes into the day's problem. */
export const weightAfter = (own: number, factor: number): number =>
  Math.round(own * factor * 1000) / 1000;

const tenth = (value: number): number => Math.round(value * 10) / 10;

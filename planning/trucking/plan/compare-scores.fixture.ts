import type { Score } from '../water-day.ts';

/** The format's order: below zero, the first is better. */
export function compareScores(a: Score, b: Score): number {
  const figures = (score: Score) => [
    ...score.tiers.map(({ hardship }) => hardship),
    score.changed,
    score.metres,
  ];
  const others = figures(b);
  return (
    figures(a)
      .map((value, i) => value - (others[i] as number))
      .find((difference) => difference !== 0) ?? 0
  );
}

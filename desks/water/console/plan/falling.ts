import type { PlanProgress } from '@liangbuwu/office/plans/contract.ts';

/** What the search has told so far, oldest first. */
export type Told = { seconds: number; hardship: readonly number[] };

/**
 * The list with one more; what is told twice counts once. Several searches tell in turn of what each has found, and the
 * best of them all is what a stop would keep.
 */
export function alsoTold(
  told: readonly Told[],
  { seconds, hardship }: Pick<PlanProgress, 'seconds' | 'hardship'>,
): readonly Told[] {
  const last = told.at(-1);
  if (!last || seconds < last.seconds) return [{ seconds, hardship }];
  if (seconds === last.seconds) return told;
  return [
    ...told,
    { seconds, hardship: isBetter(hardship, last.hardship) ? hardship : last.hardship },
  ];
}

/** Smaller in the first floor in which they differ. */
function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, tier) => value !== other[tier]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** A falling line for one floor in a box of the given size; undefined until there are two points. */
export function fallingLine(
  told: readonly Told[],
  tier: number,
  of: number,
  size: { width: number; height: number },
): string | undefined {
  if (told.length < 2 || of <= 0) return undefined;
  const values = told.map(({ hardship }) => hardship[tier] ?? 0);
  const highest = Math.max(...values);
  const y = (value: number) => (highest === 0 ? size.height : size.height * (1 - value / highest));
  const x = (seconds: number) => Math.min(1, seconds / of) * size.width;
  return told
    .map(
      ({ seconds }, at) =>
        `${at === 0 ? 'M' : 'L'}${x(seconds).toFixed(1)} ${y(values[at] ?? 0).toFixed(1)}`,
    )
    .join('');
}

import type { Purpose } from './rulebook.ts';
import type { OutcomeWords } from './table.ts';

/** What let somebody through in versions that were written before outcomes said so themselves. */
const earlier: Record<Purpose, readonly string[]> = {
  'return-to-school': ['return'],
  'enter-village': ['enter', 'tests', 'self-care'],
  'enter-site': ['enter'],
  'load-vehicle': ['load'],
  'at-the-gate': ['pass'],
};

const isSaid = (words: readonly OutcomeWords[]) => words.some(({ admits }) => admits !== undefined);

/** Whether an outcome lets somebody through: at a gate, or so that a pass may be issued on it. */
export function admits(
  purpose: Purpose,
  [output]: readonly { words?: readonly OutcomeWords[] | undefined }[],
  outcome: unknown,
): boolean {
  const words = output?.words ?? [];
  if (isSaid(words)) return words.find(({ value }) => value === outcome)?.admits === true;
  return typeof outcome === 'string' && earlier[purpose].includes(outcome);
}

/** The outcomes, each saying whether it lets somebody through. */
export const saidOutcomes = (
  purpose: Purpose,
  words: readonly OutcomeWords[],
): (OutcomeWords & { admits: boolean })[] =>
  words.map((one) => ({ ...one, admits: admits(purpose, [{ words: [...words] }], one.value) }));

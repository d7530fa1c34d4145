/** So many wrong codes, */
export const MOST_WRONG = 5;
/** within so many seconds, and the gate waits. */
export const WRONG_WITHIN = 600;

/**
 * When a gate may try the next typed code: at once, until five were wrong within ten minutes. That leaves whoever guesses 720 codes a
 * day, of which one in 1,478,968 is right.
 *
 * @param wrong seconds since 1970 at which codes were `code-unknown`, in any order. Misread codes are no guesses.
 * @param at the clock.
 * @returns seconds since 1970; `at` where it may be now.
 */
export function nextAttempt(wrong: readonly number[], at: number): number {
  const recent = wrong.filter((time) => time > at - WRONG_WITHIN).sort((a, b) => b - a);
  const fifth = recent[MOST_WRONG - 1];
  return fifth === undefined ? at : Math.max(at, fifth + WRONG_WITHIN);
}

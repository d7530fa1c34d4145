import type { AnswerState, Tally } from '../../answers/answer.ts';

/** How many have one of these answers. */
export const countOf = (tally: readonly Tally[], ...states: AnswerState[]): number =>
  tally.reduce((sum, { state, people }) => sum + (states.includes(state) ? people : 0), 0);

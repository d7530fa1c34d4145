import type { Plan } from '../water-day.ts';
import type { Board } from './board.ts';
import { explain } from './reasons/explain.ts';
import { writePlan } from './write-plan.ts';

/** The plan of a board, with a row for every point that is short; `over` says when testing reasons must end. */
export function finishPlan(board: Board, previous: Plan | undefined, over: () => boolean): Plan {
  const plan = writePlan(board, previous);
  return { ...plan, short: explain(board.day.problem, board, plan, previous, over) };
}

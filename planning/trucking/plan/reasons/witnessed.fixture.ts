import { generate } from '../../generate/generate.ts';
import { later } from '../../generate/later.ts';
import type { Supply } from '../../generate/source.ts';
import type { Plan, Problem, ShortRow } from '../../water-day.ts';
import { search } from '../search.ts';
import { writePlan } from '../write-plan.ts';
import { explain } from './explain.ts';

/** A day, its plan, and for every row with a patch the plan with the row's litres added. */
export interface Witnessed {
  problem: Problem;
  plan: Plan;
  again: { previous?: Plan; now?: number };
  longer: Map<ShortRow, Plan>;
}

const SUPPLIES: (Supply | undefined)[] = [undefined, 'scarce', 'even', 'plentiful'];
const ITERATIONS = 64;

/** Every supply in turn; every third day short of tankers; every other four planned again after something happened. */
export function witnessed(seed: number): Witnessed {
  const supply = SUPPLIES[seed % SUPPLIES.length];
  const problem = generate(seed, {
    ...(supply ? { supply } : {}),
    ...(seed % 3 === 0 ? { tankers: 1 + (seed % 5) } : {}),
  });
  if (seed % 8 < 4) return explained(problem);
  const previous = explained(problem).plan;
  const { problem: changed, now } = later(problem, seed);
  return explained(changed, { previous, now });
}

export function explained(
  problem: Problem,
  again: Witnessed['again'] = {},
  over = () => false,
): Witnessed {
  const { board } = search(problem, {
    ...again,
    seed: 1,
    variant: 0,
    share: (done) => (done >= ITERATIONS ? 1 : done / ITERATIONS),
  });
  const plan = writePlan(board, again.previous);
  const longer: Witnessed['longer'] = new Map();
  plan.short = explain(problem, board, plan, again.previous, over, (row, one) => {
    longer.set(row, one);
  });
  return { problem, plan, again, longer };
}

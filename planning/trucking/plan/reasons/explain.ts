import type { Plan, Problem, ShortRow } from '../../water-day.ts';
import type { Board } from '../board.ts';
import { litresOf, NO_REMEDY } from './because.ts';
import { diagnoseFully, diagnoseQuickly, type Finding, notLookedAt } from './diagnose.ts';
import { findShortages, type Shortage } from './shortage.ts';
import { openStudy } from './study.ts';
import type { Bench } from './try-out.ts';

/** Handed, for each row with a patch, the plan with the row's litres added as the trial added them. */
export type Witness = (row: ShortRow, longer: Plan) => void;

/**
 * A row for each point that is short in some tier: the first such tier, and what makes the difference, found by trying.
 * Every patch has been tried on the plan with all stops kept. Worst shortages come first, all of them with the quick
 * tests before any with the long ones. Once `over`, the rest is left untested and says so.
 */
export function explain(
  problem: Problem,
  board: Board,
  plan: Plan,
  previous: Plan | undefined,
  over: () => boolean,
  witness?: Witness,
): ShortRow[] {
  const shortages = findShortages(problem, plan);
  const found = new Map<number, Finding>();
  const byNeed = shortages.toSorted((a, b) => b.hardship - a.hardship);
  if (byNeed.length > 0 && !over()) {
    const study = openStudy(problem, board, previous);
    const bench: Bench = { study, previous, witness: witness !== undefined };
    const looked = byNeed.filter((shortage) => {
      if (over()) return false;
      const quick = diagnoseQuickly(bench, shortage);
      if (quick) found.set(shortage.p, quick);
      return true;
    });
    for (const shortage of looked) {
      const quick = found.get(shortage.p);
      if (quick?.because === 'room-left') continue;
      found.set(shortage.p, diagnoseFully(bench, shortage, quick, over));
    }
  }
  return shortages.map((shortage) => {
    const finding = found.get(shortage.p) ?? notLookedAt;
    const row = rowOf(problem, shortage, finding);
    if (finding.longer) witness?.(row, finding.longer);
    return row;
  });
}

function rowOf(problem: Problem, shortage: Shortage, { because, why, change }: Finding): ShortRow {
  const point = problem.points[shortage.p];
  const tier = problem.tiers[shortage.tier]?.name ?? '';
  const name = problem.places.find(({ id }) => id === point?.place)?.name ?? '';
  const none = NO_REMEDY[because as keyof typeof NO_REMEDY];
  return {
    point: point?.id ?? '',
    tier,
    litres: shortage.litres,
    because,
    say: {
      'zh-CN': `${name}（${point?.id}）离“${tier}”还差 ${shortage.litres} 升：${why['zh-CN']}。`,
      en: `${name} (${point?.id}) lacks ${litresOf(shortage.litres)} for "${tier}": ${why.en}.`,
    },
    remedy: change ? { ...change.say, patch: change.patch } : { ...none, patch: null },
  };
}

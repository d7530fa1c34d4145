import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { notSolvedYet } from '@liangbuwu/office/plans/rules.ts';
import { getPlanContent, getPlanHead } from '@liangbuwu/office/plans/store.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';
import { planDesk } from './desk-names.ts';
import { type GapSheet, gapSheet, type PointFacts } from './gap.ts';
import { servedBy } from './plan.ts';
import { findFloorsVersion } from './store.ts';
import { assumedFloors } from './what-if.ts';
import { wording } from './wording.ts';

export interface SolvedPlan {
  head: PlanHead;
  problem: Problem;
  plan: Plan;
  settings: PlanSettings;
  points: PointFacts[];
  sheet: GapSheet;
  tankerOf(shift: string): string;
  tankerName(id: string): string;
}

/** A water plan that has a result, with its gap sheet as it was when it was made. */
export async function getSolvedPlan(
  tx: Tx,
  id: string,
  { lock = false, desk = planDesk } = {},
): Promise<SolvedPlan> {
  const head = await getPlanHead(tx, id, lock);
  if (head.desk !== desk) throw refuse(notFound, { what: say('送水计划', 'water plan') });
  const content = await getPlanContent(tx, id);
  if (content.result === null) throw refuse(notSolvedYet, { state: head.state });
  const [problem, plan] = [content.problem as Problem, content.result as Plan];
  const settings = PlanSettings.parse(content.settings);
  const { cast } = settings;
  const names = new Map(Object.values(cast.shifts).map(({ tanker, name }) => [tanker, name]));
  return {
    head,
    problem,
    plan,
    settings,
    points: pointsOf(problem, settings),
    sheet: await sheetOf(tx, { problem, plan, settings }),
    tankerOf: (shift) => cast.shifts[shift]?.tanker ?? shift,
    tankerName: (tanker) => names.get(tanker) ?? '',
  };
}

const pointsOf = (problem: Problem, { cast }: PlanSettings): PointFacts[] =>
  problem.points.flatMap(({ id, people, have = 0 }) => {
    const part = cast.points[id];
    return part ? [{ id, have, ...part, people }] : [];
  });

/** What every village gets by a plan, against the floors that hold for it. */
export async function sheetOf(
  tx: Tx,
  { problem, plan, settings }: { problem: Problem; plan: Plan; settings: PlanSettings },
): Promise<GapSheet> {
  const { cast, whatIf } = settings;
  const registered = await findFloorsVersion(tx, cast.floors);
  if (!registered) throw refuse(notFound, { what: say('供水标准', 'set of floors') });
  const floors = assumedFloors(registered, whatIf);
  return gapSheet(
    floors,
    pointsOf(problem, settings),
    new Map(Object.entries(cast.villages)),
    servedBy(problem, plan, wording(problem, cast, floors), cast.lossPercent),
    new Map(Object.entries(settings.starts)),
    cast.lossPercent,
  );
}

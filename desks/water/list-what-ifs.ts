import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { getPlanContent, getPlanHead, listPlans } from '@liangbuwu/office/plans/store.ts';
import { PlanSettings } from './cast.ts';
import { compare } from './compare.ts';
import { whatIfDesk } from './desk-names.ts';
import { getSolvedPlan } from './solved-plan.ts';
import type { listWhatIfs as route } from './what-if.contract.ts';

/** What was assumed on a day, the newest first, each with what it changes for whom. */
export async function readWhatIfs(
  tx: Tx,
  of: { response: string; area: string; day: string },
): Promise<OutputOf<typeof route>> {
  const whatIfs: OutputOf<typeof route>['whatIfs'] = [];
  for (const plan of await listPlans(tx, { ...of, desk: whatIfDesk })) {
    const { settings, result } = await getPlanContent(tx, plan.id);
    const { whatIf, hand } = PlanSettings.parse(settings);
    if (!whatIf || !hand) continue;
    const { id, version } = await getPlanHead(tx, hand.from);
    whatIfs.push({
      plan,
      whatIf,
      beside: { plan: id, version },
      comparison: result === null ? null : await compareWith(tx, id, plan.id),
    });
  }
  return { whatIfs };
}

async function compareWith(tx: Tx, beside: string, whatIf: string) {
  const before = await getSolvedPlan(tx, beside);
  const after = await getSolvedPlan(tx, whatIf, { desk: whatIfDesk });
  return compare(before, after, {
    tankerOf: (shift) => after.settings.cast.shifts[shift]?.tanker ?? before.tankerOf(shift),
    tanker: (id) => after.tankerName(id) || before.tankerName(id),
  });
}

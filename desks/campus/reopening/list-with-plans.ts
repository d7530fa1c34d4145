import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { areasCovered } from '@liangbuwu/office/responses/store.ts';
import type { School } from '../campus.ts';
import { listSchools } from '../schools/school-store.ts';
import * as store from './plan-store.ts';
import type { ListedReopening, Plan } from './reopening.ts';
import { viewPlan } from './view-plan.ts';

/** The schools of a response that are in scope, with how far their plans are. */
export async function listWithPlans(
  tx: Tx,
  response: Response,
  account: string,
): Promise<ListedReopening[]> {
  const covered = await schoolsCovered(tx, response);
  const grades = await store.gradesOfSchools(
    tx,
    covered.map(({ id }) => id),
  );
  const plans = await store.listPlans(tx, { response: response.id });
  return covered.map(({ id, name, withinName, boards }) => {
    const stored = plans.find(({ school, state }) => school === id && state !== 'replaced');
    const known = { today: response.today, boards, grades: grades.get(id) ?? [] };
    const plan = stored && viewPlan(stored, known, { now: response.now, account });
    return {
      school: id,
      name,
      withinName,
      plan: plan ? headOf(plan) : null,
      blocking: plan ? [...plan.gaps, ...plan.notInOrder] : [],
    };
  });
}

const headOf = ({ id, number, state, since, due, overdue }: Plan) => ({
  id,
  number,
  state,
  since,
  due,
  overdue,
});

/** The schools in scope that lie where the response is active. */
async function schoolsCovered(tx: Tx, response: Response): Promise<School[]> {
  const schools = (await listSchools(tx)).filter(({ inScope }) => inScope);
  const covered = await areasCovered(
    tx,
    response,
    schools.map(({ id }) => id),
  );
  return schools.filter(({ id }) => covered.has(id));
}

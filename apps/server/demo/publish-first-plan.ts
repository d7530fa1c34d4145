import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listPlans } from '@liangbuwu/office/plans/contract.ts';
import { makePlan, publishPlan } from '@liangbuwu/water/contract.ts';
import type { DemoDesk } from './load-water.ts';
import { stableId } from './stable-id.ts';

const seconds = 6;

/** Plans the demonstration's day and puts the plan in force, as the officer does every morning. */
export async function publishFirstPlan(officer: Call, desk: DemoDesk): Promise<void> {
  const plan = stableId('plan 1');
  const query = { ...desk, desk: 'water' };
  await officer(makePlan, { params: { plan }, body: { ...desk, name: '', seconds } });
  for (;;) {
    const { plans } = await officer(listPlans, { query });
    const made = plans.find(({ id }) => id === plan);
    if (made?.state === 'published') return;
    if (made?.state === 'solved') {
      await officer(publishPlan, { params: { plan }, body: { replaces: null } });
      return;
    }
    if (made?.state !== 'queued' && made?.state !== 'solving') {
      throw new Error(`the first plan is ${made?.state ?? 'gone'}`);
    }
    await wait(200);
  }
}

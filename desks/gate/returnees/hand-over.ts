import { nextPromise } from '@liangbuwu/office/commitments/rules.ts';
import * as commitments from '@liangbuwu/office/commitments/store.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { IssueServices } from '../passes/issue.ts';
import { getOfficial, promiseOf } from './official.ts';
import type { handOver as route } from './returnee.contract.ts';
import type { Returnee } from './returnee.ts';
import { nothingLeft, notMonitored } from './returnee-rules.ts';
import * as store from './returnee-store.ts';
import { subjectOf, viewReturnee } from './view-returnees.ts';

/** From now on another official looks after somebody: what is still to come is taken back, and promised anew by the other. */
export async function handOver(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
  { keys, newId }: IssueServices,
): Promise<Returnee> {
  const row = await store.getReturnee(tx, params.returnee, true);
  const response = await getOpenResponse(tx, row.response, clock);
  if (row.state !== 'home') throw refuse(notMonitored, undefined);
  const official = await getOfficial(tx, { area: row.area, official: body.official });
  const subject = subjectOf(row.id);
  const left = (
    await store.holdRemaining(tx, { response: response.id, subject, now: response.now })
  ).filter(
    ({ giver, state }) =>
      giver !== `account:${official.id}` && nextPromise(state, 'withdrawn') !== undefined,
  );
  if (left.length === 0) {
    if (row.official.id === official.id)
      return viewReturnee(tx, keys, actor.tenant, response, row.id);
    throw refuse(nothingLeft, undefined);
  }
  await commitments.withdrawPromises(
    tx,
    left.map(({ promise }) => promise),
  );
  const at = { tenant: actor.tenant, response: response.id, desk: 'gate', plan: null };
  for (const { need, day, dueFrom, dueTo } of left) {
    const promised = promiseOf(official, { id: newId(), need, area: row.area, dueFrom, dueTo });
    await commitments.insertPromises(tx, { ...at, day }, [promised]);
  }
  await store.setOfficial(tx, row.id, official.id);
  record({
    action: 'gate.monitoring-handed-over',
    subject: `returnee:${row.id}`,
    area: row.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: {
      from: row.official.id,
      to: official.id,
      reason: body.reason,
      days: left.map(({ day }) => day),
    },
  });
  for (const told of [row.official.id, official.id])
    announce({ topic: 'gate.monitoring', area: row.area, id: told });
  announce({ topic: 'gate.returnees', area: row.area, id: row.id });
  return viewReturnee(tx, keys, actor.tenant, response, row.id);
}

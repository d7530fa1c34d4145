import { getPromise } from '@liangbuwu/office/commitments/held.ts';
import { prove } from '@liangbuwu/office/commitments/prove.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { recordFact } from '@liangbuwu/office/people/record-fact.ts';
import { notYet } from '@liangbuwu/office/responses/rules.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { IssueServices } from '../passes/issue.ts';
import type { recordMonitoring } from './returnee.contract.ts';
import type { Returnee } from './returnee.ts';
import { notMonitored } from './returnee-rules.ts';
import * as store from './returnee-store.ts';
import { subjectOf, viewReturnee } from './view-returnees.ts';

/** The official's proof that somebody was looked after on a day; what was measured stays with the person. */
export async function recordDay(
  { params, body }: InputOf<typeof recordMonitoring>,
  deed: Deed & { actor: Actor },
  { keys }: IssueServices,
): Promise<Returnee> {
  const { tx, actor, clock, announce } = deed;
  const row = await store.getReturnee(tx, params.returnee, true);
  const response = await getOpenResponse(tx, row.response, clock);
  const promised = (await store.listPromisedDays(tx, response.id)).find(
    ({ subject, day }) => subject === subjectOf(row.id) && day === body.day,
  );
  if (!promised || row.state !== 'home') throw refuse(notMonitored, undefined);
  if (body.day > response.today) throw refuse(notYet, { at: body.day, now: response.today });
  const promise = await getPromise(tx, promised.promise, true);
  const isThere = promise.proofs.some(({ id }) => id === params.visit);
  if (!isThere) {
    const at = clockOf(response).now();
    await prove(
      deed,
      promise,
      {
        id: params.visit,
        side: 'giver',
        quantity: 1,
        at: response.now,
        onBehalfOf: null,
        corrects: null,
      },
      at,
    );
  }
  const { temperature } = body;
  if (temperature !== undefined) {
    const fact = {
      fact: 'temperature' as const,
      value: temperature,
      response: response.id,
      from: isThere
        ? (promise.proofs.find(({ id }) => id === params.visit)?.at ?? response.now)
        : response.now,
      how: 'on-behalf' as const,
      purposes: ['home' as const],
      corrects: null,
    };
    await recordFact(
      { params: { person: row.person, fact: params.visit }, query: undefined, body: fact },
      deed,
      keys,
    );
  }
  announce({ topic: 'gate.returnees', area: row.area, id: row.id });
  return viewReturnee(tx, keys, actor.tenant, response, row.id);
}

import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { Refusal, refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { getGate } from '../gates/gate-store.ts';
import { apply } from '../passes/apply.ts';
import type { IssueServices } from '../passes/issue.ts';
import { judge } from '../passes/judge.ts';
import type { PassView } from '../passes/pass.ts';
import type * as routes from './own.contract.ts';
import type { OpenedOwn, OwnApplication, OwnPaper } from './own.ts';
import { ownDecided, ruleSaysNo } from './own-rules.ts';
import { openOwn, sealOwn } from './own-seal.ts';
import * as store from './own-store.ts';

type Doing = Deed & { actor: Actor };

export const listed = (row: store.OwnRow, { shown }: OwnPaper): OwnApplication => ({
  id: row.id,
  gate: row.gate,
  purpose: row.purpose,
  state: row.state,
  at: row.at,
  askedAt: row.askedAt,
  holder: shown,
});

/** By the rule of when they mean to come; where that is over, of now. */
const momentOf = (row: store.OwnRow, now: string): string =>
  Date.parse(row.at) > Date.parse(now) ? row.at : now;

/** What somebody said of themselves is a read of them: it counts, and stands in the ledger. */
export async function openOne(
  { params }: InputOf<typeof routes.openOwnApplication>,
  deed: Doing,
  { keys, limit }: IssueServices,
): Promise<OpenedOwn> {
  const { tx, clock, actor, record } = deed;
  const row = await store.getOwn(tx, params.application);
  const response = await getOpenResponse(tx, row.response, clock);
  const paper = openOwn(keys, row, row.sealed);
  if (row.state !== 'waiting' || !paper.said) throw refuse(ownDecided, undefined);
  limit.take(actor.account, 1, clock.now());
  record({
    action: 'gate.own-opened',
    subject: `own-application:${row.id}`,
    area: row.area,
    response: row.response,
    at: clockOf(response).now(),
  });
  const gates = [await getGate(tx, row.gate)];
  const at = momentOf(row, response.now);
  const of = { purpose: row.purpose, gates, at, facts: paper.said.facts };
  const judged = await judge(deed, of).catch((error: unknown) => {
    if (error instanceof Refusal && error.body.code === 'nothing-asked') return undefined;
    throw error;
  });
  return {
    ...listed(row, paper),
    said: paper.said,
    decision: judged?.decision ?? null,
    admitted: judged?.admitted ?? false,
    asked: judged?.asked ?? [],
  };
}

/** Issues the pass by the way of every other; what was said of health stays with the person, and is gone from here. */
export async function issueOne(
  { params, body }: InputOf<typeof routes.issueOwn>,
  deed: Doing,
  services: IssueServices,
): Promise<PassView> {
  const { tx, clock, actor, announce } = deed;
  const { keys } = services;
  const row = await store.getOwn(tx, params.application, true);
  const response = await getOpenResponse(tx, row.response, clock);
  const paper = openOwn(keys, row, row.sealed);
  if (row.state !== 'waiting' || !paper.said) throw refuse(ownDecided, undefined);
  const application = {
    response: row.response,
    gates: [row.gate],
    purpose: row.purpose,
    holder: { ...paper.said.holder, person: services.newId(), own: true as const },
    from: momentOf(row, response.now),
    until: body.until,
    facts: body.facts,
    onBehalf: false,
  };
  const pass = await apply({ params: { pass: row.id }, body: application }, deed, services);
  // Beyond the limit of the account there is no pass: the refusal comes once that is written down.
  if (pass === undefined) return pass;
  if (pass.state !== 'issued') throw refuse(ruleSaysNo, undefined);
  await store.settleOwn(tx, row.id, {
    state: 'issued',
    at: response.now,
    by: actor.account,
    sealed: sealOwn(keys, row, { ...paper, said: null }),
  });
  announce({ topic: 'gate.own', area: row.area, id: row.id });
  return pass;
}

export async function sendBack(
  { params, body }: InputOf<typeof routes.sendBackOwn>,
  { tx, clock, actor, record, announce }: Doing,
  { keys }: IssueServices,
): Promise<OwnApplication> {
  const row = await store.getOwn(tx, params.application, true);
  const response = await getOpenResponse(tx, row.response, clock);
  const paper = openOwn(keys, row, row.sealed);
  if (row.state !== 'waiting') throw refuse(ownDecided, undefined);
  await store.settleOwn(tx, row.id, {
    state: 'refused',
    at: response.now,
    by: actor.account,
    sealed: sealOwn(keys, row, { ...paper, said: null, words: body.words }),
  });
  record({
    action: 'gate.own-sent-back',
    subject: `own-application:${row.id}`,
    area: row.area,
    response: row.response,
    at: clockOf(response).now(),
  });
  announce({ topic: 'gate.own', area: row.area, id: row.id });
  return { ...listed(row, paper), state: 'refused' };
}

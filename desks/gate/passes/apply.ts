import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { refuseOnceCommitted } from '@liangbuwu/office/identity/services.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { LONGEST } from '@liangbuwu/passes/pass/pass.ts';
import { type Gate, isAboutVehicles, type Purpose, seconds } from '../gate.ts';
import { findOutOfUse, getGate } from '../gates/gate-store.ts';
import { gateOutOfUse } from '../rules.ts';
import { type Applicant, keepHealth, personOf, shownOf } from './holder.ts';
import { type IssueServices, issue, overLimit, sealPaper } from './issue.ts';
import { type Judged, judge } from './judge.ts';
import type { Application, Paper, PassKind, PassView } from './pass.ts';
import { tooManyIssued, wrongPurpose, wrongTimes } from './pass-rules.ts';
import * as store from './pass-store.ts';
import { view } from './view.ts';

type Doing = Deed & { actor: Actor };

/** Judges an application by the rule of the moment at which the pass begins, and issues it where the rule says so. */
export async function apply(
  {
    params,
    body,
  }: {
    params: { pass: string };
    body: Omit<Application, 'holder'> & { holder: Applicant };
  },
  deed: Doing,
  services: IssueServices,
): Promise<PassView> {
  const { tx, actor, clock } = deed;
  const { keys } = services;
  const response = await getOpenResponse(tx, body.response, clock);
  await holdId(tx, params.pass);
  const of = { tenant: actor.tenant, response: response.id };
  const saidMark = keys.mark({ ...of, record: `gate-said:${params.pass}` }, JSON.stringify(body));
  const before = await store.findPass(tx, params.pass, true);
  if (before?.saidMark.equals(saidMark)) return view(tx, keys, actor.tenant, params.pass);
  const open = !before || before.state === 'asking' || before.state === 'refused';
  if (!open || (before && before.response !== response.id))
    throw refuse(changedMeanwhile, undefined);

  const { from, until } = timesOf(response, body);
  const gates = await gatesOf(tx, body, body.holder.kind, response);
  const area = (gates[0] as Gate).area;
  // What an application is for and where it lies stays as it was first sent; with another purpose it is another one.
  const { purpose, kind } = { purpose: body.purpose, kind: body.holder.kind };
  if (before && (before.purpose !== purpose || before.kind !== kind || before.area !== area))
    throw refuse(changedMeanwhile, undefined);
  const holder = shownOf(body.holder);
  const judged = await judge(deed, { purpose: body.purpose, gates, at: from, facts: body.facts });
  if (judged.admitted) {
    const over = await overLimit(deed, { response: response.id, area });
    if (over) return refuseOnceCommitted(deed, refuse(tooManyIssued, over));
  }
  const person = await personOf(deed, { response: response.id, area }, body.holder, services);
  if (person) {
    const kept = { response: response.id, person, now: response.now, onBehalf: body.onBehalf };
    await keepHealth(deed, { ...kept, newId: services.newId }, judged.health, keys);
  }
  const row = {
    id: params.pass,
    response: response.id,
    area,
    kind: body.holder.kind,
    purpose: body.purpose,
    gates: gates.map(({ id }) => id),
    from,
    until,
    askedAt: response.now,
    askedBy: actor.account,
    onBehalf: body.onBehalf,
    saidMark,
    renews: before?.renews ?? null,
  };
  await decide(deed, { row, holder, person, gates, judged }, response, services);
  return view(tx, keys, actor.tenant, params.pass);
}

type Row = Omit<Parameters<typeof store.putPass>[2], 'state' | 'rules' | 'factsMark' | 'recorded'>;

/** Writes down what was decided, and signs the pass where it may be. */
export async function decide(
  deed: Doing,
  {
    row,
    holder,
    person,
    gates,
    judged,
  }: {
    row: Row;
    holder: Paper['holder'];
    person: string | null;
    gates: readonly Gate[];
    judged: Judged;
  },
  response: Response,
  services: IssueServices,
): Promise<void> {
  const { tx, actor, clock, record, announce } = deed;
  const of = { tenant: actor.tenant, response: response.id };
  const state = !judged.decision.known ? 'asking' : judged.admitted ? 'issued' : 'refused';
  const facts = Object.entries(judged.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  await store.putPass(tx, actor.tenant, {
    ...row,
    state: state === 'issued' ? 'asking' : state,
    rules: judged.decision.version,
    factsMark: services.keys.mark(
      { ...of, record: `gate-facts:${row.id}` },
      JSON.stringify([facts, judged.outcome]),
    ),
    recorded: clock.now().toString(),
  });
  const paper: Paper = {
    holder,
    facts: Object.fromEntries(facts.filter(([name]) => !(name in judged.health))),
    decision: judged.decision,
    text: null,
    codes: [],
  };
  await store.putPaper(
    tx,
    { ...of, area: row.area },
    {
      pass: row.id,
      person,
      sealed: sealPaper(services, of, row.id, paper),
    },
  );
  if (state === 'issued')
    await issue(deed, { row, paper, person, gates, by: actor }, response, services);
  record({
    action: `gate.pass-${state}`,
    subject: `pass:${row.id}`,
    area: row.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: {
      kind: row.kind,
      purpose: row.purpose,
      gates: row.gates,
      rules: judged.decision.version,
      until: row.until,
      ...(row.renews && { renews: row.renews }),
    },
  });
  announce({ topic: 'gate.passes', area: row.area, id: row.id });
}

export function timesOf(
  response: Response,
  { from, until }: { from: string | null; until: string },
): { from: string; until: string } {
  const now = Date.parse(response.now);
  const begins = Math.max(now, from === null ? now : Date.parse(from));
  const ends = Date.parse(until);
  const legal = seconds(until) > Math.floor(begins / 1000) && ends - now <= LONGEST * 1000;
  if (!legal) throw refuse(wrongTimes, undefined);
  return { from: new Date(begins).toISOString(), until: new Date(ends).toISOString() };
}

export async function gatesOf(
  tx: Tx,
  { gates: ids, purpose }: { gates: readonly string[]; purpose: Purpose },
  kind: PassKind,
  response: Pick<Response, 'id'>,
): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const id of new Set(ids)) gates.push(await getGate(tx, id));
  const fit =
    isAboutVehicles(purpose) === (kind !== 'person') &&
    gates.every((gate) => gate.response === response.id && gate.purposes.includes(purpose));
  if (!fit) throw refuse(wrongPurpose, undefined);
  const outOfUse = await findOutOfUse(tx, ids);
  const closed = gates.find((gate) => outOfUse.has(gate.id));
  if (closed) throw refuse(gateOutOfUse, { gate: closed.name });
  return gates;
}

import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { Refusal, refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { recordFact } from '@liangbuwu/office/people/record-fact.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { dayIn, requireTime } from '@liangbuwu/office/responses/when.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { judgeCheck, ruleFlags } from '../at-gate/judge-check.ts';
import type { FactValues, Flag, Gate } from '../gate.ts';
import { getGate } from '../gates/gate-store.ts';
import { listPapers } from '../passes/pass-store.ts';
import type { Check, Elsewhere } from './check.ts';
import * as store from './check-store.ts';
import type { putCheck } from './checks.contract.ts';
import { flagTwoGates } from './two-gates.ts';
import { verifyAgain } from './verify-again.ts';

type Doing = Deed & { actor: Actor };

/** Keeps what a guard found, once, whenever and however often it arrives; what the server finds stands beside it. */
export async function recordCheck(
  { params, body }: InputOf<typeof putCheck>,
  deed: Doing,
  keys: ResponseKeys,
): Promise<{ check: Check }> {
  const { tx, actor, clock, record, announce } = deed;
  const response = await getOpenResponse(tx, body.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  await holdId(tx, params.check);
  const saidMark = keys.mark({ ...of, record: `gate-check:${params.check}` }, JSON.stringify(body));
  const held = await store.findCheck(tx, params.check);
  if (held) {
    const same = held.saidMark.equals(saidMark) && held.check.by.id === actor.account;
    if (!same) throw refuse(changedMeanwhile, undefined);
    return { check: held.check };
  }
  const gate = await getGate(tx, body.gate);
  if (gate.response !== response.id) throw refuse(notFound, { what: say('卡口', 'gate') });
  requireTime(response, body.at);
  const { server, place, flags: ofPass } = await verifyAgain({ tx, clock, keys }, of, gate, body);
  const pass = place === null ? undefined : await store.findPlace(tx, response.id, place);
  let elsewhere: Elsewhere[] = [];
  if (place !== null && pass && server.code !== 'other-area') {
    // Two gates that send at once come one after the other, else neither would see the other's.
    await holdId(tx, `${response.id}:${place}`);
    elsewhere = await flagTwoGates(tx, { response: response.id, place }, { gate, at: body.at });
  }
  const { found, asked } = await judgeCheck({ tx, clock }, gate, body, pass?.kind);
  const where = { check: params.check, pass: pass?.id, gate };
  const isAsked = new Set(asked.map(({ name }) => name));
  const temperature = isAsked.has('temperature') ? body.temperature : undefined;
  const isKept =
    temperature === undefined
      ? null
      : await hasPerson(deed, { ...where, response, temperature, at: body.at }, keys);
  const flags = [
    ...new Set([
      ...ofPass,
      ...(elsewhere.length > 0 ? (['two-gates'] as const) : []),
      ...ruleFlags(body, found),
      ...(isKept === 'not-kept' ? (['temperature-not-kept'] as const) : []),
    ]),
  ];
  await store.insertCheck(tx, actor.tenant, {
    id: params.check,
    response: response.id,
    gate: gate.id,
    area: gate.area,
    at: body.at,
    recorded: clock.now().toString({ smallestUnit: 'millisecond' }),
    day: dayIn(response, body.at),
    direction: body.direction,
    place,
    pass: pass?.id ?? null,
    kind: pass?.kind ?? null,
    phone: body.phone,
    server,
    flags,
    elsewhere,
    rule: { phone: body.rule ?? null, server: found },
    bundle: body.bundle,
    letThrough: body.letThrough,
    reason: body.reason,
    measured: temperature !== undefined,
    mask: isAsked.has('mask') ? (body.mask ?? null) : null,
    vehicle: body.vehicle ?? null,
    facts: plainFacts(body.facts, asked),
    saidBy: actor.account,
    saidMark,
  });
  if (isKept === 'nobody') {
    const name = { ...of, record: `gate-reading:${params.check}` };
    const reading = { check: params.check, response: response.id, area: gate.area };
    await store.insertReading(tx, actor.tenant, {
      ...reading,
      sealed: keys.seal(name, { temperature }),
    });
  }
  record({
    action: 'gate.checked',
    subject: `gate-check:${params.check}`,
    area: gate.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { ...detailOf(body, server, flags), rules: found?.version ?? null },
  });
  announce({ topic: 'gate.checks', area: gate.area, id: gate.id });
  if (pass) announce({ topic: 'gate.pass-seen', area: pass.area, id: pass.id });
  const kept = await store.findCheck(tx, params.check);
  if (!kept) throw new Error(`the check ${params.check} was not kept`);
  return { check: kept.check };
}

/** Of what was said that which is not about a person; about somebody it is judged, and forgotten. */
function plainFacts(said: FactValues = {}, asked: readonly RuleFact[]): FactValues {
  const plain = new Set(
    asked.filter(({ sensitivity }) => sensitivity === 'none').map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(said).filter(([name]) => plain.has(name)));
}

const detailOf = (
  { gate, direction, at, phone, letThrough, reason }: InputOf<typeof putCheck>['body'],
  server: Check['server'],
  flags: readonly Flag[],
) => ({
  gate,
  direction,
  happened: at,
  phone: phone.code,
  server: server.code,
  letThrough,
  reason,
  flags: [...flags],
});

/** A temperature is a health fact: it is kept with the person whose pass it is, for the gate; `nobody`: there is none. */
async function hasPerson(
  deed: Doing,
  of: {
    check: string;
    pass: string | undefined;
    gate: Gate;
    response: Response;
    temperature: number;
    at: string;
  },
  keys: ResponseKeys,
): Promise<'kept' | 'not-kept' | 'nobody'> {
  const person = of.pass && (await listPapers(deed.tx, [of.pass])).get(of.pass)?.person;
  if (!person) return 'nobody';
  const now = of.response.now;
  const body = {
    fact: 'temperature' as const,
    value: of.temperature,
    response: of.response.id,
    from: Date.parse(of.at) > Date.parse(now) ? now : of.at,
    how: 'device' as const,
    purposes: ['gate' as const],
    corrects: null,
  };
  const params = { person, fact: of.check };
  try {
    await recordFact({ params, query: undefined, body }, deed, keys);
    return 'kept';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error.body;
    if (code === 'not-found') return 'nobody';
    if (code === 'guardian-consent-needed' || code === 'guardian-consent-withdrawn')
      return 'not-kept';
    throw error;
  }
}

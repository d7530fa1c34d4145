import * as commitments from '@liangbuwu/office/commitments/store.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { recordFact } from '@liangbuwu/office/people/record-fact.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { dayIn, requireTime } from '@liangbuwu/office/responses/when.ts';
import { personOf, shownOf } from '../passes/holder.ts';
import type { IssueServices } from '../passes/issue.ts';
import { judge } from '../passes/judge.ts';
import { getOfficial, type Official, promiseOf } from './official.ts';
import type { putReturnee } from './returnee.contract.ts';
import { daysAsked, monitoring, type Returnee } from './returnee.ts';
import * as store from './returnee-store.ts';
import { subjectOf, viewReturnee } from './view-returnees.ts';

type Doing = Deed & { actor: Actor };

/** Registers who came home, by the rule of the day on which they came, and promises a look on each day that it asks for. */
export async function registerReturnee(
  { params, body }: InputOf<typeof putReturnee>,
  deed: Doing,
  services: IssueServices,
): Promise<Returnee> {
  const { tx, actor, clock, record, announce } = deed;
  const { keys } = services;
  const response = await getOpenResponse(tx, body.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  await holdId(tx, params.returnee);
  const name = { ...of, record: `gate-returnee:${params.returnee}` };
  const saidMark = keys.mark(name, JSON.stringify(body));
  const before = await store.findReturnee(tx, params.returnee, true);
  if (before?.saidMark.equals(saidMark))
    return viewReturnee(tx, keys, actor.tenant, response, before.id);
  if (before && (before.state !== 'asking' || before.area !== body.area))
    throw refuse(changedMeanwhile, undefined);
  await requireAreas(tx, [body.area]);
  requireTime(response, body.arrived);
  const { name: masked, lastFour } = shownOf(body.holder);
  const official =
    body.official === null || body.official === actor.account
      ? { id: actor.account, name: actor.name }
      : await getOfficial(tx, { area: body.area, official: body.official });
  const purpose = 'enter-village' as const;
  const asked = { purpose, gates: [{ area: body.area }], at: body.arrived, facts: body.facts };
  const judged = await judge(deed, asked);
  const person = await personOf(
    deed,
    { response: response.id, area: body.area },
    body.holder,
    services,
  );
  if (person === null) throw new Error('only people come home');
  await keepOrigin(deed, { person, response, body, fact: services.newId() }, services);
  const days = judged.decision.known ? daysAsked(judged.outcome) : 'asking';
  const state = typeof days === 'string' ? days : 'home';
  const span =
    typeof days === 'string' ? undefined : monitoring(dayIn(response, body.arrived), days);
  const facts = Object.entries(judged.facts).filter(([fact]) => !(fact in judged.health));
  const paper = {
    holder: { name: masked ?? '', lastFour: lastFour ?? '' },
    facts: Object.fromEntries(facts),
    decision: judged.decision,
  };
  await store.putReturnee(tx, actor.tenant, {
    id: params.returnee,
    response: response.id,
    area: body.area,
    state,
    arrived: body.arrived,
    homeFrom: span?.from ?? null,
    releaseOn: span?.releaseOn ?? null,
    saidMark,
    person,
    sealed: keys.seal(name, paper),
    rules: judged.decision.version,
    official: official.id,
    by: actor.account,
    recorded: clock.now().toString(),
  });
  const promised = { returnee: params.returnee, area: body.area, official };
  for (const day of span?.days ?? [])
    await promiseDay(deed, response, { ...promised, day }, services);
  record({
    action: `gate.returnee-${state}`,
    subject: `returnee:${params.returnee}`,
    area: body.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: {
      rules: judged.decision.version,
      days: span?.days.length ?? 0,
      official: official.id,
      releaseOn: span?.releaseOn ?? null,
    },
  });
  announce({ topic: 'gate.returnees', area: body.area, id: params.returnee });
  return viewReturnee(tx, keys, actor.tenant, response, params.returnee);
}

/** Where somebody came from stands with the person, and again only where it is something else. */
async function keepOrigin(
  deed: Doing,
  of: {
    person: string;
    response: Response;
    body: InputOf<typeof putReturnee>['body'];
    fact: string;
  },
  { keys }: IssueServices,
): Promise<void> {
  const { arrived, from, onBehalf } = of.body;
  const now = of.response.now;
  await recordFact(
    {
      params: { person: of.person, fact: of.fact },
      query: undefined,
      body: {
        fact: 'came-from',
        value: from,
        response: of.response.id,
        from: Date.parse(arrived) > Date.parse(now) ? now : arrived,
        how: onBehalf ? 'on-behalf' : 'self',
        purposes: ['gate'],
        corrects: null,
      },
    },
    deed,
    keys,
  );
}

/** Until eight in the evening. */
const dueBy = 20;

async function promiseDay(
  { tx, actor }: Doing,
  response: Response,
  of: { returnee: string; area: string; day: string; official: Official },
  { newId }: IssueServices,
): Promise<void> {
  const at = { tenant: actor.tenant, response: response.id, desk: 'gate', day: of.day };
  const subject = subjectOf(of.returnee);
  const need = { id: newId(), area: of.area, subject, unit: 'visit', quantity: 1 };
  const [id] = (
    await commitments.upsertNeeds(tx, at, [{ ...need, state: 'promised', outlook: null }])
  ).values();
  const hour = (plain: number) =>
    Temporal.PlainDate.from(of.day)
      .toZonedDateTime({
        timeZone: response.zone,
        plainTime: Temporal.PlainTime.from({ hour: plain }),
      })
      .toInstant()
      .toString();
  const due = { area: of.area, dueFrom: hour(8), dueTo: hour(dueBy) };
  const promised = promiseOf(of.official, { id: newId(), need: id as string, ...due });
  await commitments.insertPromises(tx, { ...at, plan: null }, [promised]);
}

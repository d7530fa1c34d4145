import { randomUUID } from 'node:crypto';
import { type NeedState, nextNeed } from '@liangbuwu/office/commitments/rules.ts';
import * as commitments from '@liangbuwu/office/commitments/store.ts';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import {
  anotherInForce,
  nextPlan,
  notSolvedYet,
  timeHasPassed,
} from '@liangbuwu/office/plans/rules.ts';
import {
  findPublished,
  getPlanContent,
  getPlanHead,
  listPlans,
  publishState,
  setPlanState,
} from '@liangbuwu/office/plans/store.ts';
import { clockOf, getOpenResponse, lockResponse } from '@liangbuwu/office/responses/store.ts';
import type { DeliverStop, Plan } from '@liangbuwu/trucking/water-day.ts';
import type { publishPlan as route } from './contract.ts';
import { clockTime, dayOf } from './day-of.ts';
import { replacePointDays } from './fortnight-store.ts';
import type { PointGap } from './gap.ts';
import { pointDays } from './history.ts';
import { giverOf, subjectOf } from './promised.ts';
import { getSolvedPlan, type SolvedPlan } from './solved-plan.ts';

/**
 * Puts a plan in force: every point's need is written down with what it can count on, what the plan delivers from
 * now on is promised, and what was promised before and is no longer planned is taken back.
 */
export async function publishPlan(
  { params, body }: InputOf<typeof route>,
  deed: Deed & { actor: Actor },
): Promise<OutputOf<typeof route>> {
  const { tx } = deed;
  const head = await getPlanHead(tx, params.plan);
  // One at a time in a response: who comes second sees what the first has published.
  await lockResponse(tx, head.response);
  const solved = await getSolvedPlan(tx, params.plan, { lock: true });
  const response = await getOpenResponse(tx, head.response, deed.clock);
  const published = await findPublished(tx, head);
  if (published?.id === head.id) {
    return { plan: published, promises: { made: 0, withdrawn: 0, kept: 0 } };
  }
  if ((published?.id ?? null) !== body.replaces) throw refuse(anotherInForce, inForce(published));
  if (!nextPlan(solved.head.state, 'published'))
    throw refuse(notSolvedYet, { state: solved.head.state });
  const time = dayOf(response, head.day);
  const now = time.secondOf(response.now);
  const inForceNow = published
    ? ((await getPlanContent(tx, published.id)).result as Plan)
    : undefined;
  refuseIfOutdated(solved, published?.id, inForceNow, now);

  const needs = await writeNeeds(deed, solved);
  const promises = await writePromises(deed, solved, needs, now, time.instantOf);
  await commitments.settleNeeds(tx, [...needs.values()]);
  await replacePointDays(tx, { ...head, tenant: deed.actor.tenant }, pointDays(solved));
  if (published) await setPlanState(tx, published.id, 'replaced');
  const at = clockOf(response).now();
  await publishState(tx, head.id, at.toString());
  deed.record({
    action: 'plans.published',
    subject: `plan:${head.id}`,
    area: head.area,
    response: head.response,
    at,
    detail: {
      desk: 'water',
      day: head.day,
      version: head.version,
      replaces: published?.id ?? null,
      ...promises,
    },
  });
  deed.announce({ topic: 'plans', area: head.area, id: head.id });
  for (const area of new Set(solved.points.map((point) => point.area))) {
    deed.announce({ topic: 'commitments', area, id: head.day });
  }
  return { plan: await getPlanHead(tx, head.id), promises };
}

const inForce = (published: PlanHead | undefined) => ({
  version: published?.version ?? 0,
  by: published?.madeBy.name ?? '',
});

// What has begun by now must be the same in both: the new plan can neither have begun what nobody was told, nor
// leave out what is under way. Up to when it was made it goes by what the field says where that is known.
function refuseIfOutdated(
  { head, plan, settings }: SolvedPlan,
  published: string | undefined,
  inForceNow: Plan | undefined,
  now: number,
): void {
  const went = head.basedOn === published ? (settings.went?.plan as Plan | undefined) : undefined;
  const made = head.now ?? 0;
  const ours = begun(plan, 0, now);
  const theirs = went
    ? new Set([...begun(went, 0, made), ...begun(inForceNow, made, now)])
    : begun(inForceNow, 0, now);
  if (ours.size !== theirs.size || [...ours].some((stop) => !theirs.has(stop))) {
    throw refuse(timeHasPassed, { planned: clockTime(made), now: clockTime(now) });
  }
}

/** The stops of a plan that begin in [from, to), told apart by all that they say. */
const begun = (of: Plan | undefined, from: number, to: number) =>
  new Set(
    of?.routes.flatMap(({ tanker, stops }) =>
      stops.flatMap((stop) =>
        stop.kind === 'home' || stop.start < from || stop.start >= to
          ? []
          : [
              [
                tanker,
                stop.kind === 'fill' ? stop.source : stop.point,
                stop.start,
                stop.litres,
              ].join(' '),
            ],
      ),
    ),
  );

async function writeNeeds({ tx, actor }: Deed & { actor: Actor }, solved: SolvedPlan) {
  const { head, sheet } = solved;
  const of = { tenant: actor.tenant, response: head.response, desk: 'water', day: head.day };
  const states = new Map(
    (await commitments.listNeedStates(tx, of)).map(({ subject, state }) => [subject, state]),
  );
  return commitments.upsertNeeds(
    tx,
    of,
    sheet.villages.flatMap((village) =>
      village.points.map((point) => ({
        id: randomUUID(),
        area: village.area,
        subject: subjectOf(point.id),
        quantity: point.need,
        unit: 'litre',
        state: stateOf(states.get(subjectOf(point.id)) ?? 'open', point),
        outlook: {
          expected: point.expected,
          short: point.short && {
            tier: point.short.tier,
            missing: point.short.litres,
            because: point.short.because,
            say: point.short.say,
            remedy: point.short.remedy,
          },
        },
      })),
    ),
  );
}

const stateOf = (before: NeedState, point: PointGap): NeedState =>
  nextNeed(before, point.delivered > 0 ? 'promised' : 'unpromised') ?? before;

async function writePromises(
  { tx, actor }: Deed & { actor: Actor },
  solved: SolvedPlan,
  needs: ReadonlyMap<string, string>,
  now: number,
  instantOf: (second: number) => string,
) {
  const { head, plan, points, settings, tankerOf, tankerName } = solved;
  const of = { tenant: actor.tenant, response: head.response, desk: 'water', day: head.day };
  const areas = new Map(points.map(({ id, area }) => [id, area]));
  const wanted = plan.routes.flatMap(({ tanker: shift, stops }) =>
    stops
      .filter((stop): stop is DeliverStop => stop.kind === 'deliver' && stop.start >= now)
      .flatMap((stop) => {
        const [need, area] = [needs.get(subjectOf(stop.point)), areas.get(stop.point)];
        const tanker = tankerOf(shift);
        return need && area
          ? [
              {
                id: randomUUID(),
                need,
                area,
                giver: giverOf(tanker),
                giver_name: tankerName(tanker),
                quantity: stop.litres,
                due_from: instantOf(stop.start),
                due_to: instantOf(stop.finish),
                subject: subjectOf(stop.point),
              },
            ]
          : [];
      }),
  );
  const plans = (await listPlans(tx, head)).map(({ id }) => id);
  // What the field says was passed over is no longer promised either, though its time has begun.
  const from = instantOf(settings.went ? 0 : now);
  const standing = await commitments.listStanding(tx, { plans, from });
  const keyOf = (promise: { subject: string; giver: string; quantity: number }, due: string) =>
    [promise.subject, promise.giver, promise.quantity, due].join(' ');
  const underWay = plan.routes.flatMap(({ tanker: shift, stops }) =>
    stops
      .filter((stop): stop is DeliverStop => stop.kind === 'deliver' && stop.start < now)
      .map((stop) =>
        keyOf(
          {
            subject: subjectOf(stop.point),
            giver: giverOf(tankerOf(shift)),
            quantity: stop.litres,
          },
          instantOf(stop.start),
        ),
      ),
  );
  const kept = new Set([...wanted.map((promise) => keyOf(promise, promise.due_from)), ...underWay]);
  const stay = standing.filter((promise) => kept.has(keyOf(promise, promise.dueFrom)));
  const stays = new Set(stay.map((promise) => keyOf(promise, promise.dueFrom)));
  const staying = new Set(stay.map(({ id }) => id));
  // What somebody has spoken of already happened, early: that is not taken back.
  const gone = standing.filter(({ id, state }) => state === 'made' && !staying.has(id));
  await commitments.withdrawPromises(
    tx,
    gone.map(({ id }) => id),
  );
  const made = wanted.filter((promise) => !stays.has(keyOf(promise, promise.due_from)));
  await commitments.insertPromises(tx, { ...of, plan: head.id }, made);
  const toCome = stay.filter(({ dueFrom }) => dueFrom >= instantOf(now));
  return { made: made.length, withdrawn: gone.length, kept: toCome.length };
}

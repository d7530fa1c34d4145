import { isDeepStrictEqual } from 'node:util';
import { listNeeds } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { Refusal, refuse } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import {
  changedMeanwhile,
  notFound,
  notPermitted,
} from '@liangbuwu/office/http/shared-refusals.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { findPublished, getPlanHead } from '@liangbuwu/office/plans/store.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  areasInScope,
  clockOf,
  findResponse,
  getOpenResponse,
  getResponse,
} from '@liangbuwu/office/responses/store.ts';
import { compare } from './compare.ts';
import * as routes from './contract.ts';
import * as courseRoutes from './course.contract.ts';
import { findCourse, listTries } from './course-store.ts';
import { fortnightEndpoints } from './fortnight-server.ts';
import { gapSheet, type Served } from './gap.ts';
import { makePlan } from './make-plan.ts';
import { noteLevel } from './measure-tank.ts';
import { publishPlan } from './publish-plan.ts';
import { readDay } from './read-day.ts';
import { readStartsShown } from './read-history.ts';
import { elsewhere, noDesk, nothingToCompare, reasonNeeded } from './rules.ts';
import { getSolvedPlan } from './solved-plan.ts';
import * as store from './store.ts';
import { timetable } from './timetable.ts';

export function waterEndpoints(services: { queue: JobQueue }): Endpoint[] {
  return [...reading, ...fortnightEndpoints, ...planning(services.queue), ...registering];
}

const reading: Endpoint[] = [
  endpoint(routes.listDesks, async ({ query }, { tx }) => ({
    desks: await store.listDesks(tx, query.response),
  })),

  endpoint(routes.getDay, async ({ query }, { tx }) => {
    const { villages, basis, travel: _, ...day } = await readDay(tx, query);
    const ways = basis.flatMap((row, from) => row.filter((_, to) => from !== to));
    return {
      ...day,
      sources: [...day.sources],
      tankers: [...day.tankers],
      points: [...day.points],
      positions: [...day.positions],
      villages: [...villages].map(([area, name]) => ({ area, name })),
      ways: ways.length,
      estimatedWays: ways.filter((way) => way === 'estimated').length,
    };
  }),

  endpoint(routes.getGap, async ({ query }, { tx, actor, clock }) => {
    if (query.plan) {
      // A draft is its makers' and readers' of plans; the villages are told what is published.
      const permission = 'plans.read';
      if (!actor.permissions.includes(permission)) throw refuse(notPermitted, { permission });
      const { head, sheet } = await getSolvedPlan(tx, query.plan);
      const asked =
        head.response === query.response && head.area === query.area && head.day === query.day;
      if (!asked) throw refuse(notFound, { what: say('这一天的计划', 'plan of this day') });
      return { basis: 'plan' as const, plan: head, sheet };
    }
    const desk = await store.findDesk(tx, query);
    const floors = await store.findFloors(tx, query.day);
    const points = await store.listPoints(tx, query.area);
    if (!desk || !floors || points.length === 0) throw refuse(noDesk, undefined);
    const villages = await store.areaNames(tx, [...new Set(points.map(({ area }) => area))]);
    const needs = await listNeeds(tx, { response: query.response, desk: 'water', day: query.day });
    const served = new Map<string, Served>();
    for (const { subject, outlook, promises } of needs) {
      const short = outlook?.short ?? null;
      served.set(subject.replace('point:', ''), {
        delivered: promises.reduce((sum, { quantity }) => sum + quantity, 0),
        expected: outlook?.expected ?? 0,
        short: short && {
          tier: short.tier,
          litres: short.missing,
          because: short.because,
          say: short.say,
          remedy: short.remedy,
        },
      });
    }
    const response = await getResponse(tx, query.response, clock);
    const starts = await readStartsShown(tx, { ...query, response, desk, points });
    const plan = await findPublished(tx, { ...query, desk: 'water' });
    return {
      basis: points.some(({ id }) => served.has(id))
        ? ('published' as const)
        : ('nothing' as const),
      plan: plan ?? null,
      sheet: gapSheet(floors, points, villages, served, starts),
    };
  }),

  endpoint(routes.getSchedule, async ({ params }, { tx }) => {
    const { problem, plan, tankerOf } = await getSolvedPlan(tx, params.plan);
    return { tankers: timetable(problem, plan, tankerOf) };
  }),

  endpoint(courseRoutes.getCourse, async ({ params }, { tx }) => {
    await requireWaterPlan(tx, params.plan);
    return (await findCourse(tx, params.plan)) ?? { points: [], bound: null };
  }),

  endpoint(courseRoutes.listTries, async ({ params }, { tx }) => {
    await requireWaterPlan(tx, params.plan);
    return { tries: await listTries(tx, params.plan) };
  }),

  endpoint(routes.comparePlans, async ({ query }, { tx }) => {
    const [before, after] = [await getSolved(tx, query.before), await getSolved(tx, query.after)];
    const sameDay = (['response', 'area', 'day'] as const).every(
      (of) => before.head[of] === after.head[of],
    );
    if (!sameDay) {
      throw refuse(nothingToCompare, undefined);
    }
    return compare(before, after, {
      tankerOf: (shift) => after.settings.cast.shifts[shift]?.tanker ?? before.tankerOf(shift),
      tanker: (id) => after.tankerName(id) || before.tankerName(id),
    });
  }),
];

async function requireWaterPlan(tx: Tx, plan: string): Promise<void> {
  const { desk } = await getPlanHead(tx, plan);
  if (desk !== 'water') throw refuse(notFound, { what: say('送水计划', 'water plan') });
}

async function getSolved(tx: Tx, plan: string) {
  return getSolvedPlan(tx, plan).catch((error: unknown) => {
    throw error instanceof Refusal && error.body.code === 'not-solved-yet'
      ? refuse(nothingToCompare, undefined)
      : error;
  });
}

const planning = (queue: JobQueue): Endpoint[] => [
  endpoint(routes.makePlan, (input, deed) => makePlan(input, deed, queue)),
  endpoint(routes.publishPlan, publishPlan),

  endpoint(routes.setSourceState, async ({ params, body }, deed) => {
    const source = await store.findSource(deed.tx, params.source);
    if (!source) throw refuse(notFound, { what: say('水源', 'source') });
    if (source.state === body.state) return source;
    const turn = await turnNow(
      deed,
      body,
      body.state === 'closed',
      source.area,
      `source:${source.id}`,
      source.name,
    );
    await store.turnSource(deed.tx, source.id, turn);
    return { ...source, ...turn, state: body.state };
  }),

  endpoint(routes.setTankerState, async ({ params, body }, deed) => {
    const tanker = await store.findTanker(deed.tx, params.tanker);
    if (!tanker) throw refuse(notFound, { what: say('送水车', 'tanker') });
    if (tanker.state === body.state) return tanker;
    const turn = await turnNow(
      deed,
      body,
      body.state === 'out',
      tanker.area,
      `tanker:${tanker.id}`,
      tanker.name,
    );
    await store.turnTanker(deed.tx, tanker.id, turn);
    return { ...tanker, ...turn, state: body.state };
  }),
];

/** What both sources and tankers need when they go out of use or come back: a reason, the response's time, the ledger. */
async function turnNow(
  { tx, clock, record, announce }: Deed,
  body: { response: string; state: string; reason: string },
  outOfUse: boolean,
  area: string,
  subject: `source:${string}` | `tanker:${string}`,
  name: string,
): Promise<store.Turn> {
  const response = await getOpenResponse(tx, body.response, clock);
  // Another response's clock may show another year.
  if (!(await store.findDesk(tx, { response: body.response, area })))
    throw refuse(noDesk, undefined);
  if (outOfUse && body.reason === '') throw refuse(reasonNeeded, undefined);
  const since = clockOf(response).now();
  const reason = body.reason || null;
  record({
    action: subject.startsWith('source') ? 'water.source-turned' : 'water.tanker-turned',
    subject,
    area,
    response: body.response,
    at: since,
    detail: { name, state: body.state, reason },
  });
  announce({ topic: 'water.day', area, id: subject });
  return { state: body.state, reason, since: since.toString({ smallestUnit: 'millisecond' }) };
}

const registering: Endpoint[] = [
  endpoint(routes.putFloors, async ({ params, body }, { tx, actor, record }) => {
    const floors = { version: params.version, ...body };
    const [root = ''] = await store.listRoots(tx);
    await requireArea(
      tx,
      root,
      say('供水标准通行全市（县），总辖区', 'the whole tenant, for which floors hold,'),
    );
    if (await store.insertFloors(tx, actor.tenant, floors)) {
      record({ action: 'water.floors-added', subject: `floors:${floors.version}`, area: root });
      return floors;
    }
    const held = await store.findFloorsVersion(tx, floors.version);
    if (!isDeepStrictEqual(held, floors)) throw refuse(changedMeanwhile, undefined);
    return floors;
  }),

  endpoint(routes.putDesk, async ({ params, body }, { tx, clock, actor, record }) => {
    const response = await getOpenResponse(tx, body.response, clock);
    await requireArea(tx, params.area, say('辖区', 'the area'));
    if (!(await areasCovered(tx, response, [params.area])).has(params.area))
      throw refuse(outsideResponse, undefined);
    const desk = { area: params.area, ...body };
    await store.putDesk(tx, actor.tenant, desk);
    record({
      action: 'water.desk-put',
      subject: `desk:${desk.area}`,
      area: desk.area,
      response: desk.response,
      at: clockOf(response).now(),
    });
    return desk;
  }),

  endpoint(routes.putSource, async ({ params, body }, deed) => {
    const { tx, actor } = deed;
    await requireArea(tx, body.area, say('水源', 'the source'));
    await requirePlace(tx, body.place);
    await store.putSource(tx, actor.tenant, { id: params.source, ...body });
    return registered(deed, 'source', { id: params.source, desk: body.area, ...body });
  }),

  endpoint(routes.putTanker, async ({ params, body }, deed) => {
    const { tx, actor } = deed;
    await requireArea(tx, body.area, say('送水车', 'the tanker'));
    await requirePlace(tx, body.home);
    await store.putTanker(tx, actor.tenant, { id: params.tanker, ...body });
    return registered(deed, 'tanker', { id: params.tanker, desk: body.area, ...body });
  }),

  endpoint(routes.putPoint, async ({ params, body }, deed) => {
    const { tx, actor } = deed;
    await requireArea(tx, body.area, say('供水点', 'the point'));
    await requireArea(tx, body.desk, say('送水台', 'the water desk'));
    await requirePlace(tx, body.place);
    await noteLevel(deed, params.point, body);
    await store.putPoint(tx, actor.tenant, { id: params.point, ...body });
    return registered(deed, 'point', { id: params.point, ...body });
  }),
];

/** Into the ledger, by the clock of the response that the desk works in, and to the pages that show it. */
async function registered(
  { tx, clock, record, announce }: Deed,
  kind: 'source' | 'tanker' | 'point',
  row: { id: string; area: string; desk: string; name: string },
): Promise<{ id: string }> {
  const found = await store.findOpenResponse(tx, row.desk);
  const response = found && (await findResponse(tx, found, clock));
  record({
    action: `water.${kind}-put`,
    subject: `${kind}:${row.id}`,
    area: row.area,
    detail: { name: row.name },
    ...(response ? { response: response.id, at: clockOf(response).now() } : {}),
  });
  announce({ topic: 'water.day', area: row.area, id: row.id });
  return { id: row.id };
}

async function requireArea(tx: Tx, area: string, what: Say): Promise<void> {
  if (!(await areasInScope(tx, [area])).has(area)) throw refuse(elsewhere, { what });
}

async function requirePlace(tx: Tx, place: string): Promise<void> {
  if (!(await store.placesSeen(tx, [place])).has(place))
    throw refuse(notFound, { what: say('地点', 'place') });
}

import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { Refusal, refuse } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import {
  areaElsewhere,
  changedMeanwhile,
  notFound,
  notPermitted,
} from '@liangbuwu/office/http/shared-refusals.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { getPlanHead } from '@liangbuwu/office/plans/store.ts';
import { outsideResponse } from '@liangbuwu/office/responses/rules.ts';
import {
  areasCovered,
  areasInScope,
  clockOf,
  getOpenResponse,
} from '@liangbuwu/office/responses/store.ts';
import type { KeptRow } from '@liangbuwu/office/tables/contract.ts';
import type { KeptTable } from '@liangbuwu/office/tables/kept-table.ts';
import { type TableRoutes, tableEndpoints } from '@liangbuwu/office/tables/server.ts';
import { sheetEndpoints } from '@liangbuwu/office/tables/sheets/server.ts';
import { accountsEndpoints } from './accounts/server.ts';
import { boardEndpoints } from './board/server.ts';
import * as handRoutes from './by-hand.contract.ts';
import { compare } from './compare.ts';
import * as routes from './contract.ts';
import * as courseRoutes from './course.contract.ts';
import { findCourse, listTries } from './course-store.ts';
import { doorEndpoints } from './doors/doors-server.ts';
import { floorsEndpoints } from './floors-server.ts';
import { fortnightEndpoints } from './fortnight-server.ts';
import { gatheredEndpoints } from './gathered-server.ts';
import * as householdRoutes from './households.contract.ts';
import { listDifferingPoints } from './households-store.ts';
import {
  keptDrivers,
  keptPoints,
  keptShifts,
  keptSites,
  keptSources,
  keptTankers,
} from './kept-tables.ts';
import { readWhatIfs } from './list-what-ifs.ts';
import { makePlan } from './make-plan.ts';
import { makeWhatIf } from './make-what-if.ts';
import { codeEndpoints } from './public/codes-server.ts';
import { publishPlan } from './publish-plan.ts';
import { readDay } from './read-day.ts';
import { readGap } from './read-gap.ts';
import { readHand } from './read-hand.ts';
import { fieldEndpoints } from './recording/server.ts';
import * as tables from './registers.contract.ts';
import { requestEndpoints } from './requests/requests-server.ts';
import { nothingToCompare } from './rules.ts';
import { getSolvedPlan } from './solved-plan.ts';
import { stationEndpoints } from './stations/stations-server.ts';
import * as store from './store.ts';
import { timetable } from './timetable.ts';
import { tryByHand } from './try-by-hand.ts';
import { turn } from './turn.ts';
import { turnPoint } from './turn-point.ts';
import { upwardEndpoints } from './upward/server.ts';
import * as whatIfRoutes from './what-if.contract.ts';

export interface WaterServices {
  queue: JobQueue;
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function waterEndpoints(services: WaterServices): Endpoint[] {
  return [
    ...codeEndpoints(services),
    ...requestEndpoints(services),
    ...doorEndpoints(services),
    ...reading,
    ...fortnightEndpoints,
    ...gatheredEndpoints,
    ...fieldEndpoints,
    ...boardEndpoints,
    ...accountsEndpoints,
    ...upwardEndpoints,
    ...floorsEndpoints,
    ...planning(services.queue),
    ...stationEndpoints(services.queue),
    ...registering,
    ...registers,
  ];
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
    return readGap(tx, clock, query);
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

  endpoint(handRoutes.getHand, async ({ params }, { tx }) => {
    await requireWaterPlan(tx, params.plan);
    return { hand: await readHand(tx, params.plan) };
  }),

  endpoint(whatIfRoutes.listWhatIfs, ({ query }, { tx }) => readWhatIfs(tx, query)),

  endpoint(householdRoutes.listDifferingPoints, ({ query }, { tx }) =>
    listDifferingPoints(tx, query),
  ),

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
  endpoint(handRoutes.tryByHand, tryByHand),
  endpoint(whatIfRoutes.makeWhatIf, (input, deed) => makeWhatIf(input, deed, queue)),

  endpoint(routes.setSourceState, ({ params, body }, deed) =>
    turn(deed, keptSources, params.source, body),
  ),
  endpoint(routes.setTankerState, ({ params, body }, deed) =>
    turn(deed, keptTankers, params.tanker, body),
  ),
  endpoint(routes.setWay, ({ params, body }, deed) =>
    turnPoint(deed, params.point, body.response, {
      wayClosed: body.closed,
      wayClosedWhy: body.closed ? body.reason || null : null,
    }),
  ),
  endpoint(routes.setOwnWater, ({ params, body }, deed) =>
    turnPoint(deed, params.point, body.response, { have: body.have }),
  ),
];

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
];

const untouched = { reason: null, since: null };
const registers: Endpoint[] = [
  ...register(tables.sources, keptSources, { state: 'open', ...untouched }),
  ...register(tables.tankers, keptTankers, { state: 'ready', ...untouched }),
  ...register(tables.drivers, keptDrivers),
  ...register(tables.shifts, keptShifts),
  ...register(tables.points, keptPoints),
  ...register(tables.sites, keptSites),
];

/** A table's rows one by one, and as sheets. */
function register<Row extends KeptRow>(
  contracts: TableRoutes,
  kept: KeptTable<Row>,
  empty: Partial<Row> = {},
): Endpoint[] {
  const sheets = tables.sheets.find(({ table }) => table === contracts.table);
  return [
    ...tableEndpoints(contracts, kept, empty),
    ...(sheets ? sheetEndpoints(sheets, contracts, kept, empty) : []),
  ];
}

async function requireArea(tx: Tx, area: string, what: Say): Promise<void> {
  if (!(await areasInScope(tx, [area])).has(area)) throw refuse(areaElsewhere, { what });
}

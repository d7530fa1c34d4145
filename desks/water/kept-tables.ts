import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { isCountedOn } from '@liangbuwu/office/plans/store.ts';
import { clockOf, findResponse } from '@liangbuwu/office/responses/store.ts';
import type { KeptTable, Moment } from '@liangbuwu/office/tables/kept-table.ts';
import {
  doubtsOfShift,
  driverTwice,
  licenceTooLow,
  mayDrive,
  overlap,
  stillDrives,
} from './driving.ts';
import { noteLevel } from './measure-tank.ts';
import type { DriverRow, PointRow, ShiftRow, Source, TankerRow } from './registers.ts';
import { stillInForce } from './rules.ts';
import type { SiteRow } from './stations/site.ts';
import { siteTable } from './stations/site-table.ts';
import * as store from './store.ts';
import { driverTable, pointTable, shiftTable, sourceTable, tankerTable } from './tables.ts';

/** Changes belong to the response, not yet ended, in which the town has its desk, and happen by its clock. */
async function momentAt(tx: Tx, desk: string, deed: Deed): Promise<Moment | undefined> {
  const open = await store.findOpenResponse(tx, desk);
  const response = open && (await findResponse(tx, open, deed.clock));
  return response ? { response: response.id, at: clockOf(response).now() } : undefined;
}

/** Refuses to take off what a plan in force still counts on: going on from that plan, the next one must know it. */
async function refuseInForce(
  { tx, clock }: Deed,
  desk: string,
  { ids, name }: { ids: readonly string[]; name: string },
): Promise<void> {
  const open = await store.findOpenResponse(tx, desk);
  const response = open && (await findResponse(tx, open, clock));
  if (!response) return;
  const of = { response: response.id, desk: 'water', from: response.today, ids };
  if (await isCountedOn(tx, of)) throw refuse(stillInForce, { what: say(name, name) });
}

const topics = ['water.day'];

export const keptSources: KeptTable<Source> = {
  table: sourceTable,
  subject: 'source',
  stored: 'water.source',
  fields: {
    name: 'name',
    kind: 'kind',
    place: 'place',
    bays: 'bays',
    litresPerMinute: 'litres_per_minute',
    setupSeconds: 'setup_seconds',
    open: 'open',
    litresPerDay: 'litres_per_day',
    consentFrom: 'consent_from',
    consentUntil: 'consent_until',
    consentTerms: 'consent_terms',
    testedOn: 'tested_on',
    testResult: 'test_result',
    testAgainBy: 'test_again_by',
    testNote: 'test_note',
    state: 'state',
    reason: 'state_reason',
    since: 'state_since',
    invented: 'invented',
  },
  json: ['open'],
  key: ['area', 'name'],
  names: ({ name }) => [name],
  topics,
  mayRemove: (deed, { id, area, name }) => refuseInForce(deed, area, { ids: [id], name }),
  moment: (tx, { area }, deed) => momentAt(tx, area, deed),
};

export const keptTankers: KeptTable<TankerRow> = {
  table: tankerTable,
  subject: 'tanker',
  stored: 'water.tanker',
  fields: {
    name: 'name',
    kind: 'kind',
    litres: 'litres',
    home: 'home',
    roadClass: 'road_class',
    licence: 'licence',
    disinfectedOn: 'disinfected_on',
    clearedUntil: 'cleared_until',
    lentBy: 'lent_by',
    lentUntil: 'lent_until',
    state: 'state',
    reason: 'state_reason',
    since: 'state_since',
    invented: 'invented',
  },
  key: ['area', 'name'],
  names: ({ name }) => [name],
  topics,
  // A plan's routes are named by shifts.
  async mayRemove(deed, { id, area, name }) {
    const shifts = await store.listShiftsOf(deed.tx, { tanker: id });
    await refuseInForce(deed, area, { ids: shifts.map((shift) => shift.id), name });
  },
  moment: (tx, { area }, deed) => momentAt(tx, area, deed),
};

export const keptDrivers: KeptTable<DriverRow> = {
  table: driverTable,
  subject: 'driver',
  stored: 'water.driver',
  fields: {
    name: 'name',
    licence: 'licence',
    hoursPerDay: 'hours_per_day',
    note: 'note',
    invented: 'invented',
  },
  key: ['area', 'name'],
  names: ({ name }) => [name],
  topics,
  async mayRemove({ tx }, { id }) {
    const shifts = await store.listShiftsOf(tx, { driver: id });
    if (shifts.length > 0) throw refuse(stillDrives, { shifts: shifts.length });
  },
  moment: (tx, { area }, deed) => momentAt(tx, area, deed),
};

export const keptShifts: KeptTable<ShiftRow> = {
  table: shiftTable,
  subject: 'shift',
  stored: 'water.shift',
  fields: {
    tanker: 'tanker',
    driver: 'driver',
    from: 'starts',
    to: 'ends',
    validFrom: 'valid_from',
    validUntil: 'valid_until',
    invented: 'invented',
  },
  key: ['tanker', 'driver', 'from'],
  names: () => [],
  topics,
  others: {
    [tankerTable.id]: keptTankers as unknown as KeptTable<never>,
    [driverTable.id]: keptDrivers as unknown as KeptTable<never>,
  },
  async check({ tx }, shift) {
    const { driver, tanker } = await store.getCrew(tx, shift);
    if (!mayDrive(driver.licence, tanker.licence))
      throw refuse(licenceTooLow, {
        driver: driver.name,
        tanker: tanker.name,
        held: driver.licence ?? '',
        needed: tanker.licence ?? '',
      });
    const others = (await store.listShiftsOf(tx, { driver: shift.driver })).filter(
      ({ id }) => id !== shift.id,
    );
    const twice = others.find((other) => overlap(shift, other));
    if (twice) throw refuse(driverTwice, { driver: driver.name, tanker: twice.tankerName });
    return doubtsOfShift(shift, others, { driver, tanker });
  },
  async mayRemove(deed, shift) {
    const { tanker } = await store.getCrew(deed.tx, shift);
    await refuseInForce(deed, shift.area, { ids: [shift.id], name: tanker.name });
  },
  moment: (tx, { area }, deed) => momentAt(tx, area, deed),
};

export const keptPoints: KeptTable<PointRow> = {
  table: pointTable,
  subject: 'point',
  stored: 'water.point',
  fields: {
    desk: 'desk',
    name: 'name',
    hamlet: 'hamlet',
    landmark: 'landmark',
    kind: 'kind',
    place: 'place',
    people: 'people',
    have: 'have_litres',
    weight: 'weight',
    taps: 'taps',
    litresPerMinute: 'litres_per_minute',
    setupSeconds: 'setup_seconds',
    open: 'open',
    maxTankerLitres: 'max_tanker_litres',
    wayClosed: 'way_closed',
    wayClosedWhy: 'way_closed_why',
    tankLitres: 'tank_litres',
    tankLevel: 'tank_level',
    invented: 'invented',
  },
  json: ['open'],
  key: ['area', 'name'],
  names: ({ name, hamlet }) => [name, ...(hamlet ? [hamlet] : [])],
  topics,
  async check(_, { kind, people, taps }) {
    // Only a village's people queue at its taps.
    if (kind !== 'village') return [];
    const needed = Math.ceil(people / peoplePerTap);
    if (taps === 0 || taps >= needed) return [];
    return [
      {
        field: 'taps',
        cause: say(
          `${people} 人只有 ${taps} 个水龙头，排队会很长。`,
          `${people} people share ${taps} taps: the queue will be long.`,
        ),
        remedy: say(
          `按每个水龙头至多 ${peoplePerTap} 人，需要 ${needed} 个。`,
          `At ${peoplePerTap} people a tap at most, ${needed} are needed.`,
        ),
      },
    ];
  },
  onSave: noteLevel,
  mayRemove: (deed, { id, desk, name }) => refuseInForce(deed, desk, { ids: [id], name }),
  moment: (tx, { desk }, deed) => momentAt(tx, desk, deed),
};

export const keptSites: KeptTable<SiteRow> = {
  table: siteTable,
  subject: 'site',
  stored: 'water.site',
  fields: {
    desk: 'desk',
    name: 'name',
    kind: 'kind',
    place: 'place',
    lon: 'lon',
    lat: 'lat',
    provenance: 'provenance',
    yieldLitres: 'yield_litres',
    countedLitres: 'counted_litres',
    building: 'building',
    running: 'running',
    state: 'state',
    reason: 'reason',
    figuresFrom: 'figures_from',
    invented: 'invented',
  },
  key: ['area', 'name'],
  names: ({ name }) => [name],
  topics: [],
  moment: (tx, { desk }, deed) => momentAt(tx, desk, deed),
};

/** Sphere Handbook 2018, water supply standard 2.1. */
const peoplePerTap = 250;

export const keptTables = [
  keptSources,
  keptTankers,
  keptDrivers,
  keptShifts,
  keptPoints,
  keptSites,
].map((kept) => kept as unknown as KeptTable<never>);

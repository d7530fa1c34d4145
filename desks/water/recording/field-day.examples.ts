import { examples as days } from '../contract.examples.ts';
import { emptiedEntry, oneSided } from './entry.examples.ts';
import type { DriverDay, FieldPoint, KeeperDay } from './field-day.ts';

const { getDay, getSchedule, publishPlan } = days;
const { response, area, day } = getDay.query;
const [tanker] = getDay.output.tankers;
const [source] = getDay.output.sources;
const [point] = getDay.output.points;
const [row] = getSchedule.output.tankers;
if (!tanker || !source || !point || !row) throw new Error('the examples have one of each');

const common = {
  response: {
    id: response,
    name: { 'zh-CN': '2022 年抗旱应急响应', en: 'Drought response 2022' },
    zone: 'Asia/Shanghai',
    now: '2022-11-10T01:00:00.000Z',
    today: day,
    clock: 'set' as const,
  },
  desk: { area, name: '古岳峰镇', from: 25200, to: 86400 },
  day,
};

const fieldPoint: FieldPoint = {
  id: point.id,
  name: point.name,
  village: '白壁村',
  hamlet: '3组',
  landmark: '村部晒谷坪旁，蓝色水箱',
  kind: point.kind,
  people: point.people,
  maxTankerLitres: point.maxTankerLitres,
  road: 'village',
  wayClosed: null,
  tank: null,
  where: { lon: 112.99, lat: 27.53, provenance: 'schematic' },
};

const driverDay: DriverDay = {
  ...common,
  plan: {
    id: publishPlan.params.plan,
    version: 1,
    publishedAt: '2022-11-09T22:01:00.000Z',
    by: '古岳峰镇供水专干',
  },
  tankers: [
    {
      id: tanker.id,
      name: tanker.name,
      litres: tanker.litres,
      kind: tanker.kind,
      out: false,
      shifts: [{ id: row.shift, driver: '司机甲', from: 25200, to: 55800 }],
      accepted: null,
    },
  ],
  stops: [
    {
      shift: row.shift,
      tanker: tanker.id,
      kind: 'deliver',
      at: point.id,
      litres: 4000,
      arrive: 29400,
      start: 29400,
      finish: 32700,
      promise: oneSided,
    },
  ],
  unplanned: [],
  sources: [
    {
      id: source.id,
      name: source.name,
      kind: source.kind,
      litresPerMinute: source.litresPerMinute,
      closed: false,
      reason: null,
      where: null,
    },
  ],
  points: [fieldPoint],
  entries: [emptiedEntry],
};

const keeperDay: KeeperDay = {
  ...common,
  points: [
    {
      ...fieldPoint,
      area: point.area,
      taps: point.taps,
      litresPerMinute: point.litresPerMinute,
      have: point.have,
      level: null,
    },
  ],
  promises: [{ point: point.id, promise: oneSided }],
  entries: [],
};

export const examples = {
  driverDays: { query: { tanker: tanker.id }, output: { days: [driverDay] } },
  keeperDays: { query: {}, output: { days: [keeperDay] } },
};

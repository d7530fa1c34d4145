import { household } from '@liangbuwu/office/register/households/contract.ts';
import type { DoorPlan } from './plan.ts';
import type { DoorSheet, VolunteerDay } from './sheet.ts';
import type { Visit } from './visit.ts';
import { usualSettings } from './walks.ts';

const { response, area } = household;
const desk = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';
const day = '2022-11-10';
const point = { id: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11', name: '白壁村3组' };
const volunteer = { id: 'a0d4c2f7-3e55-4a60-9a77-0e8b7f6c5d15', name: '白壁村送水志愿者' };
const id = {
  plan: '1d9e6b52-8c3f-4f0a-9d41-6b5a4c3d2e16',
  visit: '2e8f5c41-7b2e-4e1b-8c52-7a6b5d4e3f17',
  look: '3f7a4d30-6a1d-4d2c-9b63-8b7c6e5f4a18',
};
const at = '2022-11-10T01:10:00.000Z';
const asked = { volunteers: [volunteer.id], starts: 28_800, settings: usualSettings };
const { label, people, aloneElderly, cannotCome } = household;
const stop = { household: household.id, point: point.id, litres: 15, trip: 1, lastTrip: 1 };
const sums = { litres: 15, trips: 1, metres: 1000, minutes: 25 };

const plan: DoorPlan = {
  id: id.plan,
  version: 1,
  madeAt: '2022-11-09T23:30:00.000Z',
  by: '古岳峰镇供水专干',
  asked,
  walks: [{ volunteer, stops: [{ ...stop, label, gone: false }], ...sums }],
  unserved: [],
};

const visit: Visit = {
  id: id.visit,
  kind: 'door-worried',
  household: household.id,
  label,
  area,
  litres: 15,
  at,
  by: volunteer,
  note: '一天没吃东西',
  look: null,
};

const sheet: DoorSheet = {
  day,
  floor: {
    litresPerPerson: 15,
    label: { 'zh-CN': '基本线', en: 'Basic' },
    source: 'Sphere 2018, WASH 2.1',
  },
  sunset: 63_540,
  until: 62_640,
  starts: 28_800,
  usual: usualSettings,
  villages: [
    {
      area,
      name: '白壁村',
      doors: [
        {
          household: household.id,
          label,
          point,
          people,
          aloneElderly,
          litres: 15,
          cannotCome,
          request: null,
        },
      ],
      toCheck: [],
      volunteers: [{ ...volunteer, usual: true }],
      plan,
    },
  ],
  unlinked: [],
  visits: [visit],
};

const volunteerDay: VolunteerDay = {
  response: {
    id: response,
    zone: 'Asia/Shanghai',
    now: '2022-11-10T01:00:00.000Z',
    today: day,
    clock: 'set',
  },
  day,
  village: '白壁村',
  version: 1,
  by: plan.by,
  until: sheet.until,
  starts: asked.starts,
  carryLitres: usualSettings.carryLitres,
  trips: 1,
  minutes: 25,
  points: [{ ...point, landmark: '村部晒谷坪旁，蓝色水箱' }],
  stops: [{ ...stop, label, people, aloneElderly, cannotCome, request: null, gone: null }],
  visits: [],
};

export const examples = {
  getDoors: { query: { response, area: desk, day }, output: sheet },
  planDoors: {
    params: { plan: id.plan },
    body: { response, area, day, replaces: null, ...asked },
    output: plan,
  },
  recordLook: {
    params: { look: id.look },
    body: { visit: id.visit, found: 'helped' as const },
    output: { ...visit, look: { id: id.look, found: 'helped' as const, at, by: '白壁村包村干部' } },
  },
  volunteerDays: { output: { days: [volunteerDay] } },
  recordVisit: {
    params: { visit: id.visit },
    body: {
      kind: 'door-worried' as const,
      response,
      household: household.id,
      litres: 15,
      note: '一天没吃东西',
      at,
    },
    output: visit,
  },
};

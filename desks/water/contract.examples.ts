import { say } from '@liangbuwu/office/http/say.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import type { Comparison } from './comparison.ts';
import type { GapSheet } from './gap.ts';
import * as registers from './registers.examples.ts';
import type { Desk, Floors, Point, Source, Tanker } from './water.ts';

const town = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';
const village = '4b7d1e93-6c2f-4d18-a5e0-7f9c3b2a1d21';
const response = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
const yard = '8f3a2b1c-0d9e-4f7a-b6c5-d4e3f2a1b022';
const well = 'a9b8c7d6-e5f4-4a3b-92c1-d0e1f2a3b423';
const hamlet = 'b1c2d3e4-f5a6-4b7c-8d9e-0f1a2b3c4d24';
const shift = 'c3d4e5f6-a7b8-4c9d-8e0f-1a2b3c4d5e25';
const deskDay = { response, area: town, day: '2022-11-10' };

const desk: Desk = {
  response,
  area: town,
  from: 25200,
  to: 86400,
  rest: { every: 14400, seconds: 1200 },
  lossPercent: 5,
};

const floors: Floors = {
  version: '2022-11-10/1',
  validFrom: '2022-08-17',
  tiers: [
    {
      name: 'survival',
      label: say('生存线', 'Survival'),
      litresPerPerson: 7.5,
      source: 'Sphere Handbook 2018',
    },
    {
      name: 'basic',
      label: say('基本线', 'Basic'),
      litresPerPerson: 15,
      source: 'Sphere Handbook 2018',
    },
    { name: 'full', label: say('正常线', 'Full'), litresPerPerson: 20, source: 'UNHCR 2018' },
  ],
  kinds: {
    school: {
      litres: { perHead: [3, 3, 3], source: 'UNHCR 2018' },
      weight: null,
    },
    livestock: {
      litres: { perHead: [0, 20, 30], source: 'Sphere Handbook 2018' },
      weight: { times: 0.5, source: '县定' },
    },
  },
};

const source: Source = registers.source.row;
const { row: tankerRow } = registers.tanker;
const tanker: Tanker = {
  ...tankerRow,
  shifts: [{ id: shift, driver: '司机甲', from: 25200, to: 55800 }],
};

const point: Point = {
  id: '5a1e7c9d-3d0b-4e5f-9a9c-7b2d4f6e8a28',
  area: village,
  desk: town,
  place: hamlet,
  name: '白壁村3组',
  kind: 'village',
  people: 240,
  have: 0,
  weight: 1,
  taps: 2,
  litresPerMinute: 80,
  setupSeconds: 300,
  open: [[25200, 75600]],
  maxTankerLitres: 8000,
  wayClosed: false,
  tank: null,
  invented: true,
};

const amounts = {
  kind: 'village' as const,
  people: 240,
  have: 0,
  need: 4800,
  delivered: 3790,
  expected: 3600,
  perPerson: 15,
};

const sheet: GapSheet = {
  floors,
  lossPercent: 5,
  villages: [
    {
      area: village,
      name: '白壁村',
      ...amounts,
      animals: 0,
      misses: 'full',
      points: [
        {
          id: point.id,
          name: point.name,
          ...amounts,
          short: {
            tier: 'full',
            litres: 1264,
            because: 'source-capacity',
            say: say('水源今天已取满。', 'The sources have given all they may today.'),
            remedy: say('深井多开一小时可补上。', 'One more hour at the deep well covers it.'),
          },
          start: { yesterday: 3.2, owed: 3.2, factor: 1.3, weighed: true, tank: null },
        },
      ],
    },
  ],
  total: { ...amounts, animals: 0 },
};

const plan: PlanHead = {
  id: '7c3a9e1f-5f2d-4a71-8cbe-9d4f6b8a0c29',
  response,
  area: town,
  desk: 'water',
  day: '2022-11-10',
  version: 1,
  name: '',
  state: 'solved',
  basedOn: null,
  now: 21600,
  score: {
    tiers: [{ name: 'survival', hardship: 0, worst: 0, people: 0 }],
    metres: 214300,
    changed: 0,
  },
  progress: null,
  failure: null,
  madeBy: { id: '9e5c1a3b-7b4f-4c93-8eda-bf6b8d0c2e2a', name: '古岳峰镇供水专干' },
  madeAt: '2022-11-09T22:00:00.000Z',
  finishedAt: '2022-11-09T22:00:10.000Z',
  publishedAt: null,
};

const comparison: Comparison = {
  tiers: [
    { name: 'survival', hardship: { before: 0, after: 12.5 }, people: { before: 0, after: 40 } },
  ],
  metres: { before: 214300, after: 200100 },
  changed: 4,
  villages: [
    {
      area: village,
      name: '白壁村',
      expected: { before: 3600, after: 2400 },
      perPerson: { before: 15, after: 10 },
    },
  ],
  tankers: [
    {
      tanker: tanker.id,
      name: tanker.name,
      litres: { before: 40000, after: 30000 },
      metres: { before: 60000, after: 46000 },
    },
  ],
  words: [say('白壁村少 1,200 升（人均 15 → 10 升）', '白壁村 loses 1,200 L (15 → 10 L a person)')],
};

const { version, ...floorsBody } = floors;
const { area: deskArea, ...deskBody } = desk;

const whatIf = {
  floors: null,
  more: [{ like: tanker.id, count: 1 }],
  longer: 3600,
  without: [],
};
const assumed: PlanHead = { ...plan, desk: 'water-what-if' };

const pin = { tanker: shift, point: point.id, litres: 4000, from: 32400, to: 34200 };

/** The examples of the OpenAPI description; a test parses each by its contract. */
export const examples = {
  listDesks: {
    query: { response },
    output: { desks: [{ area: town, name: '古岳峰镇', whole: true }] },
  },
  getDay: {
    query: deskDay,
    output: {
      desk,
      floors,
      sources: [source],
      tankers: [tanker],
      points: [point],
      positions: [
        {
          place: yard,
          name: '镇政府大院',
          lon: 112.999167,
          lat: 27.536667,
          provenance: 'real' as const,
          roadClass: 'main' as const,
        },
      ],
      villages: [{ area: village, name: '白壁村' }],
      estimatedWays: 6,
      ways: 6,
    },
  },
  getGap: { query: deskDay, output: { basis: 'published' as const, plan, sheet } },
  getSchedule: {
    params: { plan: plan.id },
    output: {
      tankers: [
        {
          tanker: tanker.id,
          shift,
          from: 25200,
          to: 55800,
          litres: 3600,
          metres: 8200,
          stretches: [
            {
              kind: 'drive' as const,
              from: 25200,
              to: 25800,
              litres: null,
              metres: 4100,
              at: null,
              place: well,
            },
            {
              kind: 'fill' as const,
              from: 25800,
              to: 28200,
              litres: 3600,
              metres: null,
              at: source.id,
              place: well,
            },
          ],
        },
      ],
    },
  },
  comparePlans: {
    query: { before: plan.id, after: '8d4b0f2a-6a3e-4b82-9dcf-ae5a7c9b1d2b' },
    output: comparison,
  },
  makePlan: {
    params: { plan: plan.id },
    body: { ...deskDay, name: '', seconds: 10 },
    output: plan,
  },
  tryByHand: {
    params: { plan: plan.id },
    body: {
      moves: [
        {
          kind: 'move' as const,
          tanker: shift,
          point: point.id,
          start: 36000,
          to: { tanker: shift, at: 32400 },
        },
      ],
      pins: [pin],
    },
    output: {
      tankers: [],
      moved: [{ done: true as const, tanker: shift, point: point.id, start: 32700, litres: 4000 }],
      kept: [true],
      comparison,
    },
  },
  getHand: {
    params: { plan: plan.id },
    output: {
      hand: {
        from: { plan: plan.id, day: '2022-11-10', version: 1, name: '' },
        machine: true,
        moves: 1,
        pins: [{ pin, kept: true }],
        locks: [shift],
      },
    },
  },
  makeWhatIf: {
    params: { plan: assumed.id },
    body: { beside: plan.id, seconds: 10, whatIf },
    output: assumed,
  },
  listWhatIfs: {
    query: deskDay,
    output: {
      whatIfs: [{ plan: assumed, whatIf, beside: { plan: plan.id, version: 1 }, comparison }],
    },
  },
  publishPlan: {
    params: { plan: plan.id },
    body: { replaces: null },
    output: { plan, promises: { made: 31, withdrawn: 0, kept: 0 } },
  },
  setSourceState: {
    params: { source: source.id },
    body: { response, state: 'closed' as const, reason: '水质复检' },
    output: {
      ...source,
      state: 'closed' as const,
      reason: '水质复检',
      since: '2022-11-10T04:00:00.000Z',
    },
  },
  setWay: {
    params: { point: point.id },
    body: { response, closed: true, reason: '塌方' },
    output: { ...registers.point.row, wayClosed: true, wayClosedWhy: '塌方' },
  },
  setOwnWater: {
    params: { point: point.id },
    body: { response, have: 0 },
    output: registers.point.row,
  },
  setTankerState: {
    params: { tanker: tanker.id },
    body: { response, state: 'out' as const, reason: '爆胎' },
    output: {
      ...tankerRow,
      state: 'out' as const,
      reason: '爆胎',
      since: '2022-11-10T04:00:00.000Z',
    },
  },
  putFloors: { params: { version }, body: floorsBody, output: floors },
  putDesk: { params: { area: deskArea }, body: deskBody, output: desk },
};

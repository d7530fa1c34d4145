import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { type DayRows, dayProblem } from '../plan.ts';
import * as examples from '../registers.examples.ts';
import type { Floors, Point, Source, Tanker } from '../water.ts';

const label = (text: string) => ({ 'zh-CN': text, en: text });

export const floors: Floors = {
  version: 'test/1',
  validFrom: '2022-01-01',
  tiers: [
    { name: 'survival', label: label('a'), litresPerPerson: 7.5, source: 'test' },
    { name: 'basic', label: label('b'), litresPerPerson: 15, source: 'test' },
    { name: 'full', label: label('c'), litresPerPerson: 20, source: 'test' },
  ],
  kinds: {},
};

export const source: Source = {
  ...examples.source.row,
  id: 'source',
  area: 'town',
  place: 'well',
  name: '井',
  litresPerMinute: 600,
  setupSeconds: 60,
  litresPerDay: null,
  consentFrom: null,
  consentUntil: null,
};

export const tanker: Tanker = {
  ...examples.tanker.row,
  id: 'tanker',
  area: 'town',
  home: 'yard',
  litres: 4000,
  disinfectedOn: '2022-11-09',
  clearedUntil: null,
  shifts: [
    { id: 'late', driver: '司机乙', from: 55800, to: 86400 },
    { id: 'early', driver: '司机甲', from: 25200, to: 55800 },
  ],
};

export const point = (id: string, area: string, people: number, have = 0): Point => ({
  id,
  area,
  desk: 'town',
  place: `place-${id}`,
  name: `${id}组`,
  kind: 'village',
  people,
  have,
  weight: 1,
  taps: 2,
  litresPerMinute: 100,
  setupSeconds: 120,
  open: null,
  maxTankerLitres: null,
  wayClosed: false,
  tank: null,
  invented: true,
});

const places = ['yard', 'well', 'place-p', 'place-q'];

/** A yard, a well and two points of two villages, ten minutes and 5 km from everywhere to everywhere. */
export const rows: DayRows = {
  desk: {
    response: 'response',
    area: 'town',
    from: 25200,
    to: 86400,
    rest: { every: 14400, seconds: 1200 },
    lossPercent: 0,
  },
  floors,
  sources: [source],
  tankers: [tanker],
  points: [point('p', 'north', 100), point('q', 'south', 200, 1000)],
  positions: places.map((place) => ({
    place,
    name: place,
    lon: 113,
    lat: 27.5,
    provenance: 'schematic' as const,
    roadClass: 'village' as const,
  })),
  travel: {
    seconds: places.map((a) => places.map((b) => (a === b ? 0 : 600))),
    metres: places.map((a) => places.map((b) => (a === b ? 0 : 5000))),
  },
};

export const at = { name: 'small', date: '2022-11-10', secondOf: () => 43200 };
export const problem = dayProblem(rows, at);

/** One fill, both points served, a rest in between, home. */
export const plan: Plan = {
  format: 'water-day-plan/1',
  problem: 'small',
  routes: [
    {
      tanker: 'early',
      stops: [
        { kind: 'home', at: 25200 },
        {
          kind: 'fill',
          source: 'source',
          arrive: 25800,
          start: 25800,
          finish: 26260,
          litres: 4000,
        },
        { kind: 'deliver', point: 'p', arrive: 26860, start: 27000, finish: 28320, litres: 2000 },
        { kind: 'deliver', point: 'q', arrive: 30120, start: 30120, finish: 30840, litres: 1000 },
        { kind: 'home', at: 31440 },
      ],
    },
  ],
  score: {
    tiers: ['survival', 'basic', 'full'].map((name) => ({
      name,
      hardship: 0,
      worst: 0,
      people: 0,
    })),
    metres: 20000,
    changed: 0,
  },
  short: [
    {
      point: 'q',
      tier: 'basic',
      litres: 1000,
      because: 'test',
      say: label('why'),
      remedy: { ...label('remedy'), patch: null },
    },
  ],
};

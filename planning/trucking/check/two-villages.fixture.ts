import type { DeliverStop, FillStop, HomeStop, Plan, Problem, Stop } from '../water-day.ts';

/** A day small enough to reckon by hand: 61,200 s long, every metre of road is 1/8 s. */
export function twoVillages(): Problem {
  const seconds = [
    [0, 600, 900, 1200, 1500, 1800],
    [600, 0, 600, 900, 1200, null],
    [900, 600, 0, 600, 900, 1200],
    [1200, 960, 600, 0, 600, 900],
    [1500, 1200, 900, 600, 0, 600],
    [1800, 1500, 1200, 900, 600, 0],
  ];
  return {
    format: 'water-day/1',
    name: 'two-villages',
    day: { date: '2022-11-10', from: 25200, to: 86400 },
    places: ['depot', 'well', 'river', 'east', 'west', 'hill'].map((id, i) => ({
      id,
      name: id,
      lon: 113 + i / 100,
      lat: 27.5,
    })),
    travel: {
      seconds,
      metres: seconds.map((row) => row.map((cell) => (cell === null ? null : cell * 8))),
    },
    tiers: [
      { name: 'survival', litresPerPerson: 7.5 },
      { name: 'full', litresPerPerson: 20 },
    ],
    tankers: [
      {
        id: 'big',
        home: 'depot',
        litres: 8000,
        from: 25200,
        to: 64800,
        rest: { every: 9000, seconds: 1200 },
      },
      { id: 'small', home: 'depot', litres: 3000, from: 25200, to: 64800, loaded: 800 },
    ],
    sources: [
      {
        id: 'well',
        place: 'well',
        bays: 1,
        litresPerMinute: 300,
        setupSeconds: 240,
        open: [
          [25200, 43200],
          [46800, 64800],
        ],
        litresPerDay: 6000,
      },
      {
        id: 'river',
        place: 'river',
        bays: 2,
        litresPerMinute: 600,
        setupSeconds: 300,
        open: [[25200, 72000]],
      },
    ],
    points: [
      { id: 'east', place: 'east', people: 200, litresPerMinute: 100, setupSeconds: 300 },
      {
        id: 'west',
        place: 'west',
        people: 300,
        have: 600,
        weight: 2,
        litresPerMinute: 400,
        setupSeconds: 180,
        storage: { litres: 5000, level: 1000 },
      },
      {
        id: 'hill',
        place: 'hill',
        people: 100,
        litresPerPerson: [3, 10],
        litresPerMinute: 60,
        setupSeconds: 300,
        open: [[28800, 61200]],
        maxTankerLitres: 3000,
      },
    ],
  };
}

export const home = (at: number): HomeStop => ({ kind: 'home', at });

export const fill = (
  source: string,
  arrive: number,
  start: number,
  finish: number,
  litres: number,
): FillStop => ({ kind: 'fill', source, arrive, start, finish, litres });

export const deliver = (
  point: string,
  arrive: number,
  start: number,
  finish: number,
  litres: number,
): DeliverStop => ({ kind: 'deliver', point, arrive, start, finish, litres });

/** West is served in full from its tank, east in full; the hill gets 700 of its 1,000 litres. */
export function twoVillagesPlan(): Plan {
  const big: Stop[] = [
    home(25200),
    fill('river', 26100, 26100, 27200, 8000),
    deliver('east', 27800, 27800, 30500, 4000),
    deliver('west', 31100, 31100, 31880, 4000),
    fill('well', 33080, 33080, 33920, 3000),
    // Rests at the well until 35400.
    deliver('west', 36600, 36600, 36840, 400),
    home(38340),
  ];
  const small: Stop[] = [
    home(25200),
    deliver('hill', 27000, 28800, 29800, 700),
    fill('well', 31300, 31300, 31740, 1000),
    home(32340),
  ];
  return {
    format: 'water-day-plan/1',
    problem: 'two-villages',
    routes: [
      { tanker: 'big', stops: big },
      { tanker: 'small', stops: small },
    ],
    score: {
      tiers: [
        { name: 'survival', hardship: 0, worst: 0, people: 0 },
        { name: 'full', hardship: 9, worst: 30, people: 30 },
      ],
      metres: 79200,
      changed: 0,
    },
    short: [
      {
        point: 'hill',
        tier: 'full',
        litres: 300,
        because: 'tanker-load',
        say: { 'zh-CN': '小车出车时水不够', en: 'the small tanker leaves with too little' },
        remedy: {
          'zh-CN': '小车满载出车',
          en: 'let the small tanker leave with more',
          patch: [{ op: 'replace', path: '/tankers/1/loaded', value: 1100 }],
        },
      },
    ],
  };
}

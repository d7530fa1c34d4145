import { expect, test } from 'vitest';
import { promiseFaults } from '../../check/promise.ts';
import { parseProblem } from '../../format/problem.ts';
import type { Problem } from '../../water-day.ts';
import { newBoard } from '../board.ts';
import { packDay } from '../day.ts';
import { resumeNothing } from '../resume.ts';
import { evenWeights } from '../weights.ts';
import { writePlan } from '../write-plan.ts';
import { explain } from './explain.ts';
import { explained } from './witnessed.fixture.ts';

const HOUR = 3600;

/** One point that needs 3,000 litres, an hour's filling and half an hour's driving from the one source; one tanker. */
function oneVillage(): Problem {
  const seconds = [
    [0, 600, 1800],
    [600, 0, 1800],
    [1800, 1800, 0],
  ];
  return {
    format: 'water-day/1',
    name: 'one-village',
    day: { date: '2022-11-10', from: 8 * HOUR, to: 20 * HOUR },
    places: ['depot', 'well', 'hill'].map((id, i) => ({ id, name: id, lon: 113 + i / 9, lat: 27 })),
    travel: { seconds, metres: seconds.map((row) => row.map((cell) => cell * 8)) },
    tiers: [{ name: 'full', litresPerPerson: 10 }],
    tankers: [{ id: 'T1', home: 'depot', litres: 3000, from: 8 * HOUR, to: 20 * HOUR }],
    sources: [
      {
        id: 'S1',
        place: 'well',
        bays: 1,
        litresPerMinute: 50,
        setupSeconds: 0,
        open: [[8 * HOUR, 20 * HOUR]],
      },
    ],
    points: [{ id: 'P1', place: 'hill', people: 300, litresPerMinute: 100, setupSeconds: 0 }],
  };
}

type Spoil = (problem: Problem, parts: ReturnType<typeof partsOf>) => void;

function partsOf({ tankers: [tanker], sources: [source], points: [point] }: Problem) {
  if (!tanker || !source || !point) throw new Error('the village has one of each');
  return { tanker, source, point };
}

const cases: [because: string, spoil: Spoil, en: string, zh: string, patched: string[]][] = [
  [
    'bays',
    ({ tankers, points }, { tanker, source, point }) => {
      source.open = [[8 * HOUR, 8 * HOUR + 4200]];
      tankers.push({ ...tanker, id: 'T2' });
      points.push({ ...point, id: 'P2' });
    },
    'with one more bay at a source there is',
    '一处水源多一个取水车位',
    ['/sources/0/bays'],
  ],
  [
    'source-hours',
    (_, { source }) => void (source.open = [[8 * HOUR, 8.5 * HOUR]]),
    'with longer hours at a source there is',
    '一处水源开放久一些',
    ['/sources/0/open/0/1'],
  ],
  [
    'source-hours',
    (_, { source }) => void (source.open = []),
    'with longer hours at a source there is',
    '一处水源开放久一些',
    ['/sources/0/open/-'],
  ],
  [
    'source-litres',
    ({ tankers }, { tanker, source }) => {
      source.litresPerDay = 1000;
      tankers.push({ ...tanker, id: 'T2' });
    },
    'with more litres a day from a source there is',
    '一处水源当日多供一些水',
    ['/sources/0/litresPerDay'],
  ],
  [
    'point-hours',
    (_, { point }) => void (point.open = [[8 * HOUR, 8.5 * HOUR]]),
    'with longer hours at the point there is',
    '供水点开放久一些',
    ['/points/0/open/0/1'],
  ],
  [
    'tanker-size',
    (_, { point }) => void (point.maxTankerLitres = 2000),
    'with a bigger tanker let up its road there is',
    '让更大的送水车也能上去',
    ['/points/0/maxTankerLitres'],
  ],
  [
    'tanker-size',
    ({ points }, { tanker, point }) => {
      tanker.to = 12 * HOUR;
      points.unshift({ ...point, id: 'P0' });
      point.maxTankerLitres = 2000;
    },
    'every tanker of the day is bigger than its road bears',
    '当天的送水车都比它的路所能承受的大',
    ['/tankers/-'],
  ],
  [
    'way-closed',
    ({ travel }) => {
      for (const table of [travel.seconds, travel.metres]) for (const row of table) row[2] = null;
    },
    'with closed ways opened there is',
    '打通不通的路',
    ['/travel/seconds/1/2', '/travel/metres/1/2'],
  ],
  [
    'tank-size',
    ({ tankers }, { tanker, point }) => {
      tanker.to = 12 * HOUR;
      tankers.push({ ...tanker, id: 'T2' });
      point.storage = { litres: 1500, level: 1500 };
    },
    'with a bigger village tank there is',
    '把蓄水池加大',
    ['/points/0/storage/litres'],
  ],
  [
    'shift',
    (_, { tanker }) => void (tanker.to = 9 * HOUR),
    'with a longer shift of a tanker that the plan leaves at home there is',
    '一辆留在驻地的送水车班次长一些',
    ['/tankers/0/to'],
  ],
  [
    'shift',
    (_, { tanker, source, point }) => {
      tanker.from = 12 * HOUR;
      source.open = [[8 * HOUR, 10 * HOUR]];
      point.open = [[8 * HOUR, 12 * HOUR]];
    },
    'with a longer shift of a tanker that the plan leaves at home there is',
    '一辆留在驻地的送水车班次长一些',
    ['/tankers/0/from'],
  ],
  [
    'tankers',
    ({ points }, { tanker, point }) => {
      tanker.to = 11.5 * HOUR;
      points.push({ ...point, id: 'P2' });
    },
    'with one more tanker there is',
    '多一辆送水车',
    ['/tankers/-'],
  ],
  [
    'tankers',
    (_, { tanker }) => void Object.assign(tanker, { to: 9 * HOUR, out: 9 * HOUR }),
    'with one more tanker there is',
    '多一辆送水车',
    ['/tankers/-'],
  ],
];

test.each(cases)('%s: the change that makes room', (because, spoil, en, zh, patched) => {
  const problem = oneVillage();
  spoil(problem, partsOf(problem));
  expect(parseProblem(problem)).toMatchObject({ ok: true });
  const { plan, longer } = explained(problem);
  const row = plan.short.at(-1);
  expect(row).toMatchObject({ because });
  expect(row?.say.en).toContain(en);
  expect(row?.say['zh-CN']).toContain(zh);
  expect(row?.remedy.patch?.map(({ path }) => path)).toEqual(patched);
  const one = row && longer.get(row);
  expect(row && one && promiseFaults(problem, plan, row, one)).toEqual([]);
});

test('room-left: a plan that does nothing has room', () => {
  const problem = oneVillage();
  const day = packDay(problem, resumeNothing(problem));
  const board = newBoard(day, evenWeights(1, 0.5));
  const plan = writePlan(board, undefined);
  const [row] = explain(problem, board, plan, undefined, () => false);
  expect(row).toMatchObject({ because: 'room-left', remedy: { patch: [] } });
  // An hour's filling and two drives from 8:00, then half an hour's delivery.
  expect(row?.remedy.en).toBe('Nothing need change; T1 can bring 3000 litres by 10:10.');
  expect(row?.remedy['zh-CN']).toBe('不用改变什么，T1可在 10:10 前送到 3000 升。');
});

const hopeless: [because: string, spoil: Spoil, en: string, zh: string][] = [
  [
    'tank-dry',
    (_, { point }) => void (point.storage = { litres: 9000, level: 0 }),
    'the village tank runs dry before the first tanker can have come',
    '蓄水池在最早一车能送到',
  ],
  ['no-source', ({ sources }) => void sources.splice(0), 'the day has no source', '当天没有水源'],
  [
    'no-small-remedy',
    (_, { point }) => {
      point.maxTankerLitres = 0;
      point.open = [];
    },
    'nor with any change that was tried',
    '试过的各项调整也都排不下',
  ],
];

test.each(hopeless)('%s: nothing is promised', (because, spoil, en, zh) => {
  const problem = oneVillage();
  spoil(problem, partsOf(problem));
  expect(parseProblem(problem)).toMatchObject({ ok: true });
  const { plan } = explained(problem);
  const [row] = plan.short;
  expect(row).toMatchObject({ because, remedy: { patch: null } });
  expect(row?.say.en).toContain(en);
  expect(row?.say['zh-CN']).toContain(zh);
  expect(row?.remedy.en).toContain('No small remedy was found');
});

test('without a source a tanker that comes loaded may still be enough', () => {
  const problem = oneVillage();
  const { tanker } = partsOf(problem);
  Object.assign(tanker, { loaded: 3000, to: 9 * HOUR });
  problem.sources = [];
  const [row] = explained(problem).plan.short;
  expect(row).toMatchObject({ because: 'shift', litres: 3000 });
});

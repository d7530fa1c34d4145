import { expect, test } from 'vitest';
import { loadsOf, runwayEnds, sourceRunways, tankRunway, unregistered } from './runway.ts';
import { plan, source, tanker } from './testing/small-day.ts';

const on = '2022-11-10';
const loads = [
  { tanker: 'one', source: 'works', litres: 8000 },
  { tanker: 'one', source: 'well', litres: 3000 },
  { tanker: 'two', source: 'well', litres: 2000 },
];
const one = { ...tanker, id: 'one', name: '一号' };
const well = { ...source, id: 'well', name: '深井', testAgainBy: null };

test('a plan’s fills are its loads, by tanker and source', () => {
  expect(loadsOf(plan, () => 'one')).toEqual([{ tanker: 'one', source: 'source', litres: 4000 }]);
});

test('what ends says from when, what goes with it, and what is lost together, once', () => {
  const ends = runwayEnds(
    {
      sources: [{ ...well, consentUntil: '2022-11-15', testAgainBy: '2022-11-12' }],
      tankers: [{ ...one, clearedUntil: '2022-11-13' }],
    },
    on,
    loads,
  );
  const short = ends.map(({ kind, from, litres, together }) => [kind, from, litres, together]);
  expect(short).toEqual([
    ['test', '2022-11-13', null, 0],
    ['clearance', '2022-11-14', 11_000, 11_000],
    ['consent', '2022-11-16', 5000, 13_000],
  ]);
});

test('what is over already, and what ends later than is looked ahead, is left out', () => {
  const clearedUntil = (until: string) =>
    runwayEnds({ sources: [], tankers: [{ ...one, clearedUntil: until }] }, on, loads).length;
  expect([
    clearedUntil('2022-11-09'),
    clearedUntil('2022-11-10'),
    clearedUntil('2022-12-10'),
    clearedUntil('2022-12-11'),
  ]).toEqual([0, 1, 1, 0]);
});

test('without a plan in force no litres are said', () => {
  const [end] = runwayEnds(
    { sources: [], tankers: [{ ...one, lentUntil: '2022-11-11' }] },
    on,
    undefined,
  );
  expect(end).toMatchObject({ kind: 'loan', litres: null, together: null });
  expect(sourceRunways([well], on, undefined)[0]?.used).toBeNull();
});

test('a source’s days left and the share of its limit', () => {
  const row = { ...well, consentUntil: '2022-11-15', litresPerDay: 6000 };
  expect(sourceRunways([row], on, loads)[0]).toMatchObject({
    consentLeft: 5,
    testLeft: null,
    litresPerDay: 6000,
    used: 5000,
    shut: null,
  });
});

test('what is not registered is asked for, where it would be needed', () => {
  const works = { ...well, id: 'works', kind: 'waterworks' as const, testAgainBy: '2022-12-01' };
  const asked = unregistered({
    sources: [{ ...well, kind: 'deep-well', consentUntil: null }, works],
    tankers: [
      { ...one, kind: 'sprinkler', clearedUntil: null, lentBy: null },
      { ...one, id: 'lent', kind: 'tanker', clearedUntil: null, lentBy: '邻镇', lentUntil: null },
    ],
  });
  expect(asked.map(({ kind, rows }) => [kind, rows.map(({ id }) => id)])).toEqual([
    ['consent', ['well']],
    ['test', ['well']],
    ['clearance', ['one']],
    ['loan', ['lent']],
  ]);
});

// 2,000 litres from 07:00 to 24:00.
const run = { from: 25_200, to: 86_400, need: 2000, level: 600, deliveries: [] };
const hour = 3600;

test('a tank runs dry at the rate at which people draw', () => {
  // 600 of 2,000 litres last 0.3 of 17 hours: 5 h 6 min.
  expect(tankRunway(run, 0)).toEqual({
    level: 600,
    at: 25_200,
    dry: { days: 0, second: 25_200 + 5.1 * hour },
    next: null,
  });
  expect(tankRunway(run, 25_200 + 1.7 * hour)).toMatchObject({
    level: 400,
    dry: { days: 0, second: 25_200 + 5.1 * hour },
  });
  expect(tankRunway(run, 80_000)).toMatchObject({ level: 0, dry: { days: 0, second: 80_000 } });
});

test('what has come counts, what is to come does not but is said', () => {
  const deliveries = [
    { finish: 27_000, litres: 1000 },
    { finish: 50_000, litres: 4000 },
  ];
  expect(tankRunway({ ...run, deliveries }, 25_200 + 1.7 * hour)).toMatchObject({
    level: 1400,
    next: { second: 50_000, litres: 4000 },
  });
});

test('more than the day draws lasts into the days after, within their hours', () => {
  const full = { ...run, level: 5000 };
  expect(tankRunway({ ...full, level: 2000 }, 0).dry).toEqual({ days: 0, second: 86_400 });
  expect(tankRunway({ ...full, level: 4000 }, 0).dry).toEqual({ days: 1, second: 86_400 });
  expect(tankRunway(full, 0).dry).toEqual({ days: 2, second: 25_200 + 8.5 * hour });
});

test('a reading of the day is newer than what was reckoned', () => {
  const read = { at: 25_200 + 1.7 * hour, litres: 1000 };
  expect(tankRunway(run, 25_200 + 3.4 * hour, read).level).toBe(800);
});

test('nobody draws: it does not run dry', () => {
  expect(tankRunway({ ...run, need: 0 }, 0).dry).toBeNull();
});

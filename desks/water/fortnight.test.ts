import { describe, expect, test } from 'vitest';
import { drySpell, fortnight } from './fortnight.ts';
import type { Recorded } from './history.ts';
import { recorded } from './testing/point-day.ts';
import { floors, point } from './testing/small-day.ts';
import { kindPoint, withKinds } from './testing/with-kinds.ts';

const days = Array.from({ length: 14 }, (_, at) => `2022-11-${String(at + 1).padStart(2, '0')}`);
const on = (at: number) => days[at] ?? '';
const sheetOf = (rows: Recorded[], points = [point('p', 'north', 100), point('q', 'south', 100)]) =>
  fortnight({
    floors,
    days,
    points,
    villages: new Map([
      ['north', '北村'],
      ['south', '南村'],
    ]),
    recorded: rows,
    floorsOf: () => floors,
  });
const north = (at: number, litres: number, word?: 'agreed') =>
  recorded({ day: on(at), point: 'p', area: 'north' }, litres, word);
const south = (at: number, litres: number) =>
  recorded({ day: on(at), point: 'q', area: 'south' }, litres);

describe('a dry spell', () => {
  /** d: dry, w: not, ?: unknown. */
  const spell = (text: string) =>
    drySpell(
      days,
      [...text].map((letter) => ({
        perPerson: letter === '?' ? null : 5,
        peopleDry: letter === 'd' ? 10 : 0,
      })),
    );
  test.each([
    ['nothing known', '??', 0, 0, null, null, false],
    ['never dry', 'www', 0, 0, null, null, false],
    ['the longest', 'dwddwd', 2, 0, on(2), on(3), false],
    ['of two as long the later', 'ddwdd', 2, 0, on(3), on(4), true],
    ['it goes on', 'wddd', 3, 0, on(1), on(3), true],
    ['an unknown day is not counted, and ends nothing', 'd?d', 2, 1, on(0), on(2), true],
    ['unknown days around it are none of it', '?dd??', 2, 0, on(1), on(2), true],
    ['unknown days between two spells are none of either', 'd?w?d', 1, 0, on(4), on(4), true],
  ])('%s', (_, text, count, unknown, from, to, goesOn) => {
    expect(spell(text)).toEqual({ days: count, unknown, from, to, goesOn });
  });
});

test('a day without a plan is unknown, not zero', () => {
  const sheet = sheetOf([north(13, 20)]);
  const [village] = sheet.villages.filter(({ name }) => name === '北村');
  expect(village?.days[0]).toEqual({
    perPerson: null,
    basis: 'unknown',
    below: null,
    peopleDry: 0,
    differing: 0,
  });
  expect(village).toMatchObject({ mean: 20, known: 1 });
  expect(sheet.total).toMatchObject({ mean: 20, known: 1, peopleDaysDry: 0 });
});

test('the village with the longest dry spell comes first, then the one that got least', () => {
  const rows = [north(12, 5), north(13, 16), south(12, 5), south(13, 5)];
  expect(sheetOf(rows).villages.map(({ name, dry }) => [name, dry.days])).toEqual([
    ['南村', 2],
    ['北村', 1],
  ]);
  expect(sheetOf([north(13, 18), south(13, 16)]).villages.map(({ name }) => name)).toEqual([
    '南村',
    '北村',
  ]);
});

test('one point’s thirst is not averaged away by the others of its village', () => {
  const points = [point('p', 'north', 100), point('r', 'north', 100)];
  const dry = (at: number) => recorded({ day: on(at), point: 'r', area: 'north' }, 0);
  const [village] = sheetOf([north(12, 20), dry(12), north(13, 20), dry(13)], points).villages;
  expect(village?.days[13]).toMatchObject({ perPerson: 10, below: 'survival', peopleDry: 100 });
  expect(village?.dry.days).toBe(2);
  expect(village?.points.map(({ id, dry: own }) => [id, own.days])).toEqual([
    ['r', 2],
    ['p', 0],
  ]);
});

test('two points dry in turn are no dry spell of anybody', () => {
  const points = [point('p', 'north', 100), point('r', 'north', 100)];
  const r = (at: number, litres: number) =>
    recorded({ day: on(at), point: 'r', area: 'north' }, litres);
  const [village] = sheetOf([north(12, 5), r(12, 20), north(13, 20), r(13, 5)], points).villages;
  expect(village?.dry.days).toBe(1);
});

test('proofs of all that was due prove the day, of some of it a part', () => {
  const points = [point('p', 'north', 100), point('r', 'north', 100)];
  const r = (word?: 'agreed') => recorded({ day: on(13), point: 'r', area: 'north' }, 10, word);
  const basis = (rows: Recorded[]) => sheetOf(rows, points).villages[0]?.days[13]?.basis;
  expect(basis([north(13, 10), r()])).toBe('promised');
  expect(basis([north(13, 10, 'agreed'), r()])).toBe('partly-proven');
  expect(basis([north(13, 10, 'agreed'), r('agreed')])).toBe('proven');
  const nothingDue = recorded({ day: on(13), point: 'r', area: 'north' }, 0);
  expect(basis([north(13, 10, 'agreed'), nothingDue])).toBe('proven');
});

test('a point that is no longer registered keeps its days', () => {
  const gone = recorded({ day: on(3), point: 'gone', area: 'north', name: '老点' }, 4);
  const village = sheetOf([gone]).villages.find(({ name }) => name === '北村');
  expect(village?.points.map(({ name }) => name)).toEqual(['老点', 'p组']);
  expect(village?.dry.days).toBe(1);
});

test('each day’s total counts villages and people', () => {
  const { days: total, peopleDaysDry } = sheetOf([north(13, 5), south(13, 15), north(12, 5)]).total;
  expect(total[13]).toMatchObject({ perPerson: 10, villages: 2, villagesDry: 1, peopleDry: 100 });
  expect(total[12]).toMatchObject({ perPerson: 5, villages: 1, villagesDry: 1 });
  expect(peopleDaysDry).toBe(200);
});

test('animals are no people, and nobody’s average; a clinic that is short is people below the first floor', () => {
  const of = (
    id: string,
    kind: 'clinic' | 'livestock',
    people: number,
    need: number,
    each: number,
  ) => recorded({ day: on(13), point: id, area: 'north', kind, people, need }, each);
  const sheet = fortnight({
    floors: withKinds,
    days,
    points: [
      point('p', 'north', 100),
      kindPoint('clinic', 'c', 'north', 10),
      kindPoint('livestock', 'l', 'north', 50),
      kindPoint('livestock', 'm', 'south', 50),
    ],
    villages: new Map([
      ['north', '北村'],
      ['south', '南村'],
    ]),
    recorded: [
      north(13, 18),
      of('c', 'clinic', 10, 600, 30),
      of('l', 'livestock', 50, 1500, 0),
      { ...of('m', 'livestock', 50, 1500, 20), area: 'south' },
    ],
    floorsOf: () => withKinds,
  });
  const [village, farm] = ['北村', '南村'].map((name) =>
    sheet.villages.find((row) => row.name === name),
  );
  expect(village).toMatchObject({ kind: 'village', mean: 18 });
  expect(village?.days[13]).toMatchObject({ perPerson: 18, below: 'survival', peopleDry: 10 });
  expect(village?.points.find(({ id }) => id === 'l')?.days[13]).toMatchObject({
    perPerson: 0,
    below: 'basic',
    peopleDry: 0,
  });
  expect(farm).toMatchObject({ kind: 'livestock', mean: 20 });
  expect(farm?.days[13]).toMatchObject({ perPerson: 20, below: 'full', peopleDry: 0 });
  expect(sheet.total.days[13]).toMatchObject({ perPerson: 18, peopleDry: 10, villagesDry: 1 });
});

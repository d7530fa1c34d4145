import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import type { Standing } from '../standing.ts';
import { type Day, dayNames } from './day-names.ts';
import type { Road, Way } from './follow.ts';
import {
  dayPicture,
  featuresByPlace,
  type PictureWords,
  provenancesOf,
  type Routes,
  routesShown,
} from './picture.ts';

const example = examples.getDay.output;
const [source, tanker, point, position] = [
  example.sources[0],
  example.tankers[0],
  example.points[0],
  example.positions[0],
];
if (!source || !tanker || !point || !position) throw new Error('the example lacks something');

const day: Day = {
  ...example,
  sources: [
    { ...source, id: 's1', place: 'well' },
    { ...source, id: 's2', place: 'works', kind: 'waterworks', state: 'closed' },
  ],
  points: (['p1', 'p2', 'p3', 'p4', 'p5'] as const).map((id) => ({ ...point, id, place: id })),
  tankers: [
    { ...tanker, id: 't1', home: 'yard' },
    { ...tanker, id: 't2', home: 'yard' },
  ],
  positions: ['yard', 'well', 'works', 'p1', 'p2', 'p3', 'p4', 'p5'].map((place, at) => ({
    ...position,
    place,
    lon: 112 + at / 100,
    provenance: place === 'yard' ? ('real' as const) : ('schematic' as const),
  })),
};

const words: PictureWords = {
  sources: 'S',
  points: 'P',
  homes: 'H',
  ways: 'W',
  source: () => '',
  point: (_, standing) => standing?.standing ?? 'unknown',
  home: () => '',
  way: () => '',
  road: ({ ways }) => String(ways.length),
  between: (from, to, both) => `${from}${both ? '=' : '-'}${to}`,
};

const gap = examples.getGap.output.sheet.villages[0]?.points[0];
if (!gap) throw new Error('the example has no point');
const standings = new Map(
  (['survival', 'basic', 'full', 'enough'] as Standing[]).map((standing, at) => [
    `p${at + 1}`,
    { ...gap, id: `p${at + 1}`, standing },
  ]),
);
const way = (tankerId: string, from: string, to: string): Way => ({
  id: `way:${tankerId}:${from}:${to}`,
  tanker: tankerId,
  from,
  to,
  metres: 1000,
  seconds: 120,
  rides: [],
});
const ways = [way('t1', 'yard', 'well'), way('t2', 'well', 'p1'), way('t2', 'well', 'nowhere')];
const roads: Road[] = [
  { id: 'road:p1:well', ends: ['p1', 'well'], ways: ways.slice(1, 2) },
  { id: 'road:nowhere:well', ends: ['nowhere', 'well'], ways: ways.slice(2) },
];
const picture = dayPicture({
  roads,
  day,
  date: '2022-11-10',
  names: dayNames(day),
  standings,
  ways,
  words,
});
const place = (id: string) => picture.places?.find((one) => one.id === id);

test('no two standings look alike, in shape or in colour', () => {
  const marks = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => place(`point:${id}`));
  expect(new Set(marks.map((mark) => `${mark?.shape} ${JSON.stringify(mark?.tone)}`)).size).toBe(5);
  expect(place('point:p1')).toMatchObject({ tone: 'bad', size: 'large' });
  expect(place('point:p5')?.note).toBe('unknown');
});

test('a closed source is struck, an open one is not', () => {
  expect(place('source:s2')).toMatchObject({ struck: true, tone: 'unknown' });
  expect(place('source:s1')?.struck).toBeUndefined();
});

test('a yard that tankers share stands once', () => {
  expect(picture.places?.filter(({ id }) => id.startsWith('home:'))).toHaveLength(1);
});

test('ways and roads lead from place to place; one whose end has no position is left out', () => {
  expect(picture.lines?.map(({ label, path }) => [label, path.map(([lon]) => lon)])).toEqual([
    ['p1=well', [112.03, 112.01]],
    ['yard-well', [112, 112.01]],
    ['well-p1', [112.01, 112.03]],
  ]);
});

test('of all tankers only the roads are drawn; of one its ways; of a choice what it is about', () => {
  const followed = { ways, roads };
  const ids = (routes: Routes, lit: string[]) => {
    const shown = routesShown(followed, routes, lit);
    return [...shown.roads.map(({ id }) => id), ...shown.ways.map(({ id }) => id)];
  };
  expect(ids('all', [])).toEqual(['road:p1:well', 'road:nowhere:well']);
  expect(ids({ tanker: 't1' }, [])).toEqual(['way:t1:yard:well']);
  expect(ids('none', ['way:t2:well:p1'])).toEqual(['way:t2:well:p1']);
  expect(ids('all', ['way:t2:well:p1'])).toHaveLength(3);
  expect(ids('none', ['road:p1:well'])).toEqual(['road:p1:well']);
});

test('a place is found by what stands there, and provenances are counted', () => {
  expect(featuresByPlace(day).get('yard')).toBe('home:yard');
  expect(featuresByPlace(day).get('p3')).toBe('point:p3');
  expect(provenancesOf(day)).toEqual({ real: 1, imported: 0, schematic: 7 });
});

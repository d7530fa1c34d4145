import { expect, test } from 'vitest';
import { exampleSiting } from '../../stations/siting.examples.ts';
import { servedOf, siteStanding, stationPicture } from './picture.ts';

const { basis, result } = exampleSiting;
const level = result?.levels[0];
const site = basis.sites[0];
if (!level || !site) throw new Error('the example has a level and a site');

const words = {
  points: 'points',
  sites: 'sites',
  walks: 'walks',
  point: ({ served, people }: { served: number; people: number }) => `${served}/${people}`,
  site: (standing: string) => standing,
  walk: (people: number) => `${people}`,
  between: (from: string, to: string) => `${from}-${to}`,
};

test('a group served in part looks neither served nor left', () => {
  const { places = [], lines = [] } = stationPicture(basis, level, words);
  expect(places.map(({ note, tone }) => [note, tone])).toEqual([
    ['120/240', 'warn'],
    ['built', 'accent'],
  ]);
  expect(lines.map(({ note }) => note)).toEqual(['120']);
});

test('whom two stations serve is summed', () => {
  const walks = [...level.walks, ...level.walks.map((walk) => ({ ...walk, people: 30 }))];
  expect([...servedOf({ ...level, walks }).values()]).toEqual([150]);
});

test.each([
  ['existing', 'existing'],
  ['ruled-out', 'out'],
  ['idea', 'built'],
] as const)('%s shows as %s', (state, standing) => {
  expect(siteStanding({ ...site, state }, level)).toBe(standing);
});

test('a candidate that is not chosen is idle', () => {
  expect(siteStanding(site, { ...level, stations: [] })).toBe('idle');
});

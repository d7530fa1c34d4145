import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import type { Standing, VillageStanding } from '../standing.ts';
import { readSheet, type SheetStanding } from '../standing.ts';
import { headlineOf, someNames } from './headline.ts';

const { sheet: example } = examples.getGap.output;

function dayOf(...all: Standing[]): SheetStanding {
  const [first] = example.villages;
  const [point] = first?.points ?? [];
  if (!first || !point) throw new Error('the example has no point');
  return readSheet({
    ...example,
    villages: all.map((standing, at) => ({
      ...first,
      area: `v${at}`,
      name: `v${at}`,
      points: [
        standing === 'enough'
          ? { ...point, short: null, expected: point.need }
          : {
              ...point,
              short: { ...(point.short as NonNullable<typeof point.short>), tier: standing },
            },
      ],
    })),
  });
}

const names = (villages: VillageStanding[]) => villages.map(({ name }) => name);

test('the worst floor that anybody misses gives the sentence', () => {
  const worst = headlineOf(dayOf('full', 'survival', 'basic', 'enough'), 'published');
  expect(worst.kind).toBe('below-survival');
  if (worst.kind !== 'below-survival') return;
  expect(names(worst.survival)).toEqual(['v1']);
  expect(names(worst.basic)).toEqual(['v1', 'v2']);
  expect(worst.people).toBe(240);

  expect(headlineOf(dayOf('basic', 'full'), 'plan')).toMatchObject({
    kind: 'below-basic',
    people: 240,
  });
  expect(headlineOf(dayOf('full', 'enough'), 'published')).toMatchObject({ kind: 'below-full' });
  expect(headlineOf(dayOf('enough', 'enough'), 'published')).toEqual({ kind: 'all-reached' });
});

test('a single village is spoken of by its name', () => {
  expect(headlineOf(dayOf('basic'), 'published')).toEqual({
    kind: 'own-below',
    village: 'v0',
    standing: 'basic',
    people: 240,
  });
  expect(headlineOf(dayOf('enough'), 'published')).toEqual({ kind: 'own-reached', village: 'v0' });
  expect(headlineOf(dayOf('enough'), 'nothing').kind).toBe('no-plan');
});

test('without a plan in force nobody is said to be served', () => {
  expect(headlineOf(dayOf('enough', 'basic'), 'nothing')).toMatchObject({
    kind: 'no-plan',
    villages: 2,
  });
  expect(headlineOf(dayOf(), 'nothing')).toEqual({ kind: 'nobody-to-serve' });
});

test('names are cut where the cut is worth it', () => {
  const list = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  expect(someNames(list, 3)).toEqual({ names: ['a', 'b', 'c'], more: 2 });
  expect(someNames(list.slice(0, 4), 3)).toEqual({ names: ['a', 'b', 'c', 'd'], more: 0 });
  expect(someNames(list.slice(0, 2), 3)).toEqual({ names: ['a', 'b'], more: 0 });
});

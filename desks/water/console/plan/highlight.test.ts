import { expect, test } from 'vitest';
import { oneDay } from './day.fixture.ts';
import { follow } from './follow.ts';
import { feature, findChosen, highlight } from './highlight.ts';

const followed = follow(oneDay.schedule, () => oneDay.home);
const at: Record<string, string> = {
  yard: feature.home('yard'),
  well: feature.source('s-well'),
  upper: feature.point('p-upper'),
  lower: feature.point('p-lower'),
};
const light = (chosen: Parameters<typeof highlight>[0]) =>
  highlight(chosen, followed, (place) => at[place]);

test('a delivery lights its point and the way that led there', () => {
  expect(light({ kind: 'ride', id: 'shift:5' })).toEqual({
    feature: 'point:p-upper',
    features: ['point:p-upper', 'way:tanker:well:upper', 'source:s-well'],
    bar: 'shift:5',
    bars: ['shift:5', 'shift:3'],
  });
});

test('a drive lights its way', () => {
  expect(light({ kind: 'ride', id: 'shift:6' })).toMatchObject({
    feature: 'way:tanker:upper:lower',
    features: ['way:tanker:upper:lower', 'point:p-upper', 'point:p-lower'],
    bar: 'shift:6',
  });
});

test('a point lights all its deliveries and the ways to them', () => {
  const { bars, features, bar } = light({ kind: 'point', id: 'p-upper' });
  expect(bar).toBeUndefined();
  expect(bars).toEqual(['shift:4', 'shift:3', 'shift:5', 'shift:11', 'shift:10']);
  expect(features).toEqual(['point:p-upper', 'way:tanker:well:upper', 'source:s-well']);
});

test('a source lights its fills, a way all its drives, a tanker all that it does', () => {
  expect(light({ kind: 'source', id: 's-well' }).bars).toEqual([
    'shift:1',
    'shift:0',
    'shift:9',
    'shift:8',
  ]);
  expect(light({ kind: 'way', id: 'way:tanker:well:upper' }).bars).toEqual(['shift:3', 'shift:10']);
  expect(light({ kind: 'road', id: 'road:upper:well' })).toEqual({
    feature: 'road:upper:well',
    features: ['road:upper:well', 'point:p-upper', 'source:s-well'],
    bar: undefined,
    bars: ['shift:3', 'shift:10'],
  });
  const all = light({ kind: 'tanker', id: 'tanker' });
  expect(all.bars).toHaveLength(14);
  expect(all.features).toEqual(expect.arrayContaining(Object.values(at)));
});

test('a point that nobody visits is lit alone', () => {
  expect(light({ kind: 'point', id: 'p-none' })).toEqual({
    feature: 'point:p-none',
    features: ['point:p-none'],
    bar: undefined,
    bars: [],
  });
});

test('what is not there, or not chosen, lights nothing', () => {
  expect(light({ kind: 'ride', id: 'gone' }).features).toEqual([]);
  expect(light(undefined).bars).toEqual([]);
});

test('a press on the map chooses what was pressed', () => {
  expect(findChosen(feature.point('p-1'))).toEqual({ kind: 'point', id: 'p-1' });
  expect(findChosen('way:tanker:well:upper')).toEqual({ kind: 'way', id: 'way:tanker:well:upper' });
  expect(findChosen('road:upper:well')).toEqual({ kind: 'road', id: 'road:upper:well' });
  expect(findChosen(feature.home('yard'))).toBeUndefined();
  expect(findChosen(undefined)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { type PlannedStop, planChanges } from './plan-changes.ts';

const hour = 3600;
const deliver = (
  at: string,
  start: number,
  litres = 4000,
  promise: string | null = null,
): PlannedStop => ({
  kind: 'deliver',
  at,
  litres,
  start,
  finish: start + 1800,
  promise,
});
const fill = (at: string, start: number): PlannedStop => ({
  ...deliver(at, start, 10_000),
  kind: 'fill',
});
const words = (changes: ReturnType<typeof planChanges>) =>
  changes.map((one) => [one.is, one.stop.at, one.stop.start / hour]);

test('the same plan again changes nothing, nor does a shift of five minutes', () => {
  const day = [fill('works', 7 * hour), deliver('baibi', 8 * hour, 4000, 'p1')];
  expect(planChanges(day, day)).toEqual([]);
  expect(
    planChanges(day, [fill('works', 7 * hour + 300), deliver('baibi', 8 * hour, 4000, 'p1')]),
  ).toEqual([]);
});

test('what is gone, new, moved or of other litres is told, in order of time', () => {
  const before = [
    fill('works', 7 * hour),
    deliver('baibi', 8 * hour, 4000, 'p1'),
    deliver('hongqi', 9 * hour, 3000, 'p2'),
    deliver('tangbian', 10 * hour, 2000, 'p3'),
  ];
  const after = [
    fill('well', 7 * hour),
    deliver('baibi', 8 * hour, 3000, 'p1'),
    deliver('tangbian', 11 * hour, 2000, 'p3'),
    deliver('clinic', 12 * hour, 1000, 'p4'),
  ];
  const changes = planChanges(before, after);
  expect(words(changes)).toEqual([
    ['new', 'well', 7],
    ['gone', 'works', 7],
    ['changed', 'baibi', 8],
    ['gone', 'hongqi', 9],
    ['changed', 'tangbian', 11],
    ['new', 'clinic', 12],
  ]);
  expect(changes[2]).toMatchObject({ moved: false, litres: true, before: { litres: 4000 } });
  expect(changes[4]).toMatchObject({ moved: true, litres: false, before: { start: 10 * hour } });
});

test('a delivery promised anew at the same point is the same one, moved', () => {
  const before = [deliver('baibi', 8 * hour, 4000, 'old')];
  const after = [deliver('baibi', 10 * hour, 4000, 'new')];
  expect(planChanges(before, after)).toMatchObject([{ is: 'changed', moved: true }]);
});

test('a kept promise is not taken by another delivery at its point', () => {
  const before = [deliver('baibi', 8 * hour, 4000, 'p1'), deliver('baibi', 16 * hour, 4000, 'p2')];
  const after = [deliver('baibi', 12 * hour, 4000, 'p3'), deliver('baibi', 16 * hour, 4000, 'p2')];
  expect(planChanges(before, after)).toMatchObject([
    { is: 'changed', before: { promise: 'p1' }, stop: { promise: 'p3' } },
  ]);
});

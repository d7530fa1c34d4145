import { expect, test } from 'vitest';
import { oneDay } from './day.fixture.ts';
import { follow } from './follow.ts';

const { schedule, home } = oneDay;
const followed = follow(schedule, () => home);

test('every stretch is there, with the way that it drives', () => {
  expect(followed.rides.map(({ stretch }) => stretch.kind)).toEqual(
    schedule.flatMap(({ stretches }) => stretches.map(({ kind }) => kind)),
  );
  const drives = followed.rides.filter(({ stretch }) => stretch.kind === 'drive');
  expect(drives.map(({ from, stretch }) => [from, stretch.place])).toEqual([
    ['yard', 'well'],
    ['well', 'upper'],
    ['upper', 'lower'],
    ['lower', 'well'],
    ['well', 'upper'],
    ['upper', 'yard'],
  ]);
});

test('a way that is driven twice is one way with two rides', () => {
  const twice = followed.ways.find(({ from, to }) => from === 'well' && to === 'upper');
  expect(twice?.rides).toEqual(['shift:3', 'shift:10']);
  expect(followed.ways).toHaveLength(5);
});

test('a stop knows the drive that led to it, through the wait before it', () => {
  const delivery = followed.ride('shift:5');
  expect(delivery?.stretch).toMatchObject({ kind: 'deliver', at: 'p-upper' });
  expect(delivery?.drive).toBe('shift:3');
  expect(delivery?.way).toBe('way:tanker:well:upper');
  expect(followed.ride('shift:4')?.drive).toBe('shift:3');
});

test('a stop where the tanker already stands has no drive of its own', () => {
  const [day] = schedule;
  if (!day) throw new Error('no day');
  const [drive, fill] = day.stretches;
  if (!drive || !fill) throw new Error('no stretches');
  const again = follow(
    [{ ...day, stretches: [drive, fill, { ...fill, from: fill.to, to: fill.to + 60 }] }],
    () => home,
  );
  expect(again.rides.map(({ drive }) => drive)).toEqual([undefined, 'shift:0', undefined]);
});

test('there and back is one road, whoever drives it', () => {
  expect(followed.roads.map(({ ends, ways }) => [ends.join(' '), ways.length])).toEqual([
    ['well yard', 1],
    ['upper well', 1],
    ['lower upper', 1],
    ['lower well', 1],
    ['upper yard', 1],
  ]);
  const [day] = schedule;
  if (!day) throw new Error('no day');
  const both = follow([day, { ...day, tanker: 'other', shift: 'another' }], () => home);
  expect(both.roads).toHaveLength(5);
  expect(both.roads[0]?.ways.map(({ tanker }) => tanker)).toEqual(['tanker', 'other']);
});

import { expect, test } from 'vitest';
import { door } from './door.fixture.ts';
import { planWalks, usualSettings as settings, walkOf } from './walks.ts';

test('a trip takes as many doors as it holds; a door that needs more has trips of its own', () => {
  const walk = walkOf(
    'v',
    [
      door({ household: 'a', litres: 8 }),
      door({ household: 'b', litres: 12 }),
      door({ household: 'c', litres: 45 }),
      door({ household: 'd', litres: 10 }),
    ],
    settings,
  );
  expect(walk.stops.map(({ trip, lastTrip }) => [trip, lastTrip])).toEqual([
    [1, 1],
    [1, 1],
    [2, 4],
    [4, 4],
  ]);
  expect(walk).toMatchObject({ trips: 4, metres: 4000, minutes: 100, litres: 75 });
});

test('no trip takes water from two points', () => {
  const there = { id: 'p2', name: '5组' };
  const walk = walkOf('v', [door({ litres: 5 }), door({ litres: 5, point: there })], settings);
  expect(walk.trips).toBe(2);
});

test('without volunteers everybody is listed', () => {
  const { walks, unserved } = planWalks([door()], [], { settings, minutes: 600 });
  expect(walks).toEqual([]);
  expect(unserved.map(({ why }) => why)).toEqual(['nobody']);
});

test('what would end after dark, or be too far, is listed with that reason', () => {
  const doors = Array.from({ length: 6 }, (_, at) => door({ household: `h${at}`, litres: 20 }));
  const dark = planWalks(doors, ['v'], { settings, minutes: 60 });
  expect(dark.walks[0]?.stops).toHaveLength(2);
  expect(dark.unserved.map(({ why }) => why)).toEqual(['dark', 'dark', 'dark', 'dark']);
  const far = planWalks(doors, ['v'], {
    settings: { ...settings, mostMetres: 3000 },
    minutes: 900,
  });
  expect(far.walks[0]?.stops).toHaveLength(3);
  expect(far.unserved.map(({ why }) => why)).toEqual(['far', 'far', 'far']);
});

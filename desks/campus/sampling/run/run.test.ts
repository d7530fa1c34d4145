import { expect, test } from 'vitest';
import { expectedEnd, isCalled, queueOf, roomIn } from './run.ts';

const groups = [{ areas: ['a', 'b'] }, { areas: ['school'] }];
const members = [
  { id: 'staff', area: 'school' },
  { id: 'b1', area: 'b' },
  { id: 'a1', area: 'a' },
  { id: 'a2', area: 'a' },
  { id: 'elsewhere', area: 'c' },
];
const plan = {
  calls: [
    { at: 0, people: 2, wait: 0, parts: [{ group: '0', from: 1, to: 2, leave: 0 }] },
    {
      at: 9,
      people: 2,
      wait: 0,
      parts: [
        { group: '0', from: 3, to: 3, leave: 0 },
        { group: '1', from: 1, to: 1, leave: 0 },
      ],
    },
  ],
};

test('people stand in line class after class of each group; who is in no group does not', () => {
  expect(queueOf(groups, members)).toEqual([
    { id: 'a1', group: 0, number: 1 },
    { id: 'a2', group: 0, number: 2 },
    { id: 'b1', group: 0, number: 3 },
    { id: 'staff', group: 1, number: 1 },
  ]);
});

test('a call calls its part; when all were made everybody is called, who came to the list later too', () => {
  const queue = queueOf(groups, [...members, { id: 'late', area: 'school' }]);
  const called = (...numbers: (number | null)[]) =>
    queue
      .filter(
        isCalled(
          plan,
          numbers.map((number) => ({ number })),
        ),
      )
      .map(({ id }) => id);
  expect(called()).toEqual([]);
  expect(called(0, null)).toEqual(['a1', 'a2']);
  expect(called(1)).toEqual(['b1', 'staff']);
  expect(called(1, 0)).toEqual(['a1', 'a2', 'b1', 'staff', 'late']);
});

test('the end is reckoned from the tubes that were closed, and from none there is none', () => {
  const open = { people: 3, openedAt: '2022-11-16T07:04:00+08:00', closedAt: null };
  const closed = {
    people: 10,
    openedAt: '2022-11-16T07:00:00+08:00',
    closedAt: '2022-11-16T07:05:00+08:00',
  };
  expect(expectedEnd([open], 100)).toBeNull();
  expect(expectedEnd([closed, open], 100)).toBe('2022-11-15T23:50:00.000Z');
  // A clock that stands measures nothing.
  expect(expectedEnd([{ ...closed, closedAt: closed.openedAt }], 100)).toBeNull();
  expect(roomIn([closed, open], 10)).toBe(7);
});

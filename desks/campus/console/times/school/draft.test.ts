import { expect, test } from 'vitest';
import { exampleDay } from '../../../times/times.examples.ts';
import { draftOf, hoursText, readHours } from './draft.ts';

test.each([
  ['06:30-08:00', [[390, 480]]],
  [
    '6:30–8:00， 17：00～24:00',
    [
      [390, 480],
      [1020, 1440],
    ],
  ],
])('hours are read as people write them: %s', (text, pairs) => {
  const read = readHours(text) ?? [];
  expect(read.map(({ from, to }) => [from, to])).toEqual(pairs);
  expect(readHours(hoursText(read))).toEqual(read);
});

test.each(['', '6:30', '06:30-25:00', 'all day', '06:30-08:00,'])('%j is no hours', (text) => {
  expect(readHours(text)).toBeUndefined();
});

test('there is a row for each class of now; siblings of a class that is gone are gone', () => {
  const [one] = exampleDay.classes;
  const other = '00000000-0000-4000-8000-000000000001';
  const gone = '00000000-0000-4000-8000-000000000002';
  const classes = [one?.class ?? '', gone] as [string, string];
  const day = { ...exampleDay, siblings: [{ classes, children: 2, by: 'walk' as const }] };
  const draft = draftOf(day, [{ id: other }, { id: one?.class ?? '' }]);
  expect(draft.classes.map((row) => [row.class, row.people])).toEqual([
    [other, 0],
    [one?.class, one?.people],
  ]);
  expect(draft.siblings).toEqual([]);
});

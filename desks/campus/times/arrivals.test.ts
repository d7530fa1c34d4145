import { expect, test } from 'vitest';
import { arrivalLines, arrivalMinutes } from './arrivals.ts';
import { exampleTimetable } from './times.examples.ts';

const [walks, rides, boards, home] = ['a', 'b', 'c', 'd'];
const [example] = exampleTimetable.basis.day.classes;
const attending = (of: string | undefined, more: object = {}) => ({
  ...(example as NonNullable<typeof example>),
  class: of ?? '',
  ...more,
});
const bus = [{ bus: 'bus', people: 3 }];
const day = {
  ...exampleTimetable.basis.day,
  classes: [
    attending(walks),
    attending(rides, { rides: bus }),
    attending(boards),
    attending(home, { home: true, rides: bus }),
  ],
};
const placed = (activity: string, start: number) => ({ activity, start, way: 'gate' });
const result = {
  ...(exampleTimetable.result as NonNullable<typeof exampleTimetable.result>),
  placements: [
    placed('arrival walk a', 455),
    placed('arrival car a', 450),
    placed('arrival walk b', 460),
    placed('arrival bus bus', 425),
    placed('dismissal walk c', 400),
  ],
};

test('a class arrives with its first ones, whether they walk, are driven or ride', () => {
  const minutes = arrivalMinutes({ basis: { ...exampleTimetable.basis, day }, result });
  expect([...minutes]).toEqual([
    ['a', 450],
    ['b', 425],
  ]);
  const lines = (arrivals: [string, string][]) =>
    arrivalLines({
      classes: ['a', 'b', 'c'].map((id) => ({ id, name: id })),
      minutes,
      arrivals: new Map(arrivals),
      school: 's',
      day: '2022-11-17',
      zone: 'Asia/Shanghai',
    }).map(({ area, was, becomes, changes }) => [area, was, becomes, changes]);
  const school = '2022-11-17T07:05:00+08:00';
  expect(lines([])).toEqual([
    ['a', null, '2022-11-16T23:30:00Z', true],
    ['b', null, '2022-11-16T23:05:00Z', true],
  ]);
  // What a class has by its school alone would go with the school: it is set all the same.
  expect(
    lines([
      ['s', school],
      ['a', '2022-11-17T07:30:00+08:00'],
    ]),
  ).toEqual([
    ['a', '2022-11-17T07:30:00+08:00', '2022-11-16T23:30:00Z', false],
    ['b', school, '2022-11-16T23:05:00Z', true],
  ]);
});

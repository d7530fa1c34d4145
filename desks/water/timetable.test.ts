import { expect, test } from 'vitest';
import { plan, problem } from './testing/small-day.ts';
import { timetable } from './timetable.ts';

const [day] = timetable(problem, plan, () => 'tanker');

test('the stretches of a day leave no gap from leaving home to being back', () => {
  const stretches = day?.stretches ?? [];
  expect(stretches[0]?.from).toBe(25200);
  expect(stretches.at(-1)?.to).toBe(31440);
  for (const [i, stretch] of stretches.slice(1).entries())
    expect(stretch.from).toBe(stretches[i]?.to);
});

test('each stretch is called what it is', () => {
  expect(day?.stretches.map(({ kind, from, to }) => [kind, to - from])).toEqual([
    ['drive', 600],
    ['fill', 460],
    ['drive', 600],
    ['wait', 140],
    ['deliver', 1320],
    ['rest', 1200],
    ['drive', 600],
    ['deliver', 720],
    ['drive', 600],
  ]);
});

test('litres and metres of the day add up', () => {
  expect(day).toMatchObject({
    tanker: 'tanker',
    shift: 'early',
    litres: 3000,
    metres: 20000,
    from: 25200,
    to: 86400,
  });
});

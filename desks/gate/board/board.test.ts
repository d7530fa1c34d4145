import { expect, test } from 'vitest';
import type { Check } from '../checks/check.ts';
import { exampleCheck } from '../contract.examples.ts';
import { boardOf } from './board.ts';

const check = (of: Partial<Check>): Check => ({ ...exampleCheck, ...of });
const hourOf = (at: string) => new Date(at).getUTCHours() + 8;

test('counts by hour and reason, and shows what to look into first by time', () => {
  const day = boardOf(
    [
      check({ at: '2022-11-10T00:10:00.000Z' }),
      check({ at: '2022-11-10T00:50:00.000Z', direction: 'out' }),
      check({ at: '2022-11-10T01:10:00.000Z', letThrough: false, reason: 'mask' }),
      check({ at: '2022-11-10T01:20:00.000Z', letThrough: false, reason: 'no-pass' }),
      check({ at: '2022-11-10T01:30:00.000Z', flags: ['two-gates'] }),
    ],
    { inside: [], withoutPass: -1 },
    hourOf,
  );
  expect(day.hours).toEqual([
    { hour: 8, in: 1, out: 1, refused: 0 },
    { hour: 9, in: 1, out: 0, refused: 2 },
  ]);
  expect(day.refusals).toEqual([
    { reason: 'no-pass', count: 1 },
    { reason: 'mask', count: 1 },
  ]);
  expect(day.flagged).toHaveLength(1);
  expect(day.latest[0]?.at).toBe('2022-11-10T01:30:00.000Z');
  expect(day.withoutPass).toBe(0);
});

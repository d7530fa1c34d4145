import { expect, test } from 'vitest';
import { dueAt, instantAt, isLate } from './due.ts';

const request = {
  state: 'open' as const,
  answerBy: '2022-11-10T02:00:00.000Z',
  promisedTo: null as string | null,
};
const promised = { ...request, state: 'promised' as const, promisedTo: '2022-11-10T08:00:00.000Z' };

test('until a time is promised it is the answer that is due, then the water', () => {
  expect([dueAt(request), dueAt(promised)]).toEqual([request.answerBy, promised.promisedTo]);
});

test('what is done is never late', () => {
  const noon = '2022-11-10T04:00:00.000Z';
  expect(isLate(request, noon)).toBe(true);
  expect(isLate(promised, noon)).toBe(false);
  expect(isLate({ ...request, state: 'done' }, noon)).toBe(false);
});

test('a time of the day in the response’s zone is an instant', () => {
  const now = { instant: '2022-11-09T22:00:12.345Z', seconds: 6 * 3600 + 12 };
  expect(instantAt(now, { days: 0, second: 15 * 3600 })).toBe('2022-11-10T07:00:00.000Z');
  expect(instantAt(now, { days: 1, second: 7.5 * 3600 })).toBe('2022-11-10T23:30:00.000Z');
});

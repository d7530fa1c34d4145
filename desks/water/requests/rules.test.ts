import { expect, test } from 'vitest';
import { RequestState, readLitres, readNumber, requestNumber } from './request.ts';
import { nextRequest, requestTable, waitsFor } from './rules.ts';

test('every state is in the table, and leads to states that are', () => {
  expect(Object.keys(requestTable).sort()).toEqual([...RequestState.options].sort());
  for (const to of Object.values(requestTable).flatMap((of) => Object.values(of)))
    expect(RequestState.options).toContain(to);
});

test('what is done or withdrawn stays so; what waits can be promised', () => {
  expect(requestTable.done).toEqual({});
  expect(requestTable.withdrawn).toEqual({});
  for (const state of RequestState.options.filter(waitsFor))
    expect(nextRequest(state, 'door', 'promised')).toBe('promised');
});

test('water to the door is not answered with words, and nobody is visited about a complaint', () => {
  expect(nextRequest('open', 'door', 'answered')).toBeUndefined();
  expect(nextRequest('open', 'less', 'answered')).toBe('answered');
  expect(nextRequest('open', 'did-not-come', 'not-at-home')).toBeUndefined();
  expect(nextRequest('open', 'door', 'not-at-home')).toBe('not-at-home');
});

test.each(['10-3', '10日3号', ' 10 3 ', '１０－３', '十 10、3'])(
  '%s is number 3 of the tenth',
  (typed) => {
    expect(readNumber(typed)).toEqual({ dayOfMonth: 10, seq: 3 });
  },
);
test.each(['', '103', '10-3-1', '32-1', '0-1', '10-0'])('%s is no number', (typed) => {
  expect(readNumber(typed)).toBeUndefined();
});
test('a number is read back', () => {
  expect(readNumber(requestNumber('2022-11-09', 12))).toEqual({ dayOfMonth: 9, seq: 12 });
});

test.each([
  ['20', 20],
  [' ２０升 ', 20],
  ['0', 0],
  ['15 L', 15],
])('%s is %i litres', (typed, litres) => {
  expect(readLitres(typed)).toBe(litres);
});
test.each(['', '很多', '-5', '1.5', '2001', '20 30'])('%s is no figure of litres', (typed) => {
  expect(() => readLitres(typed)).toThrow('litres-unclear');
});

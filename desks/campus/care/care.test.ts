import { expect, test } from 'vitest';
import { CareState, CareStep, nextState } from './care.ts';
import { dueOf, isLate, toldCount } from './care-rules.ts';
import { byTime, findTwice } from './programme.ts';
import { fewestTold, touchWithin } from './settings.ts';

test('every request can be closed, and what is closed begins again only by asking for more', () => {
  const going = CareState.options.filter((state) => state !== 'closed');
  expect(going.map((state) => nextState(state, 'close'))).toEqual(going.map(() => 'closed'));
  const reopens = CareStep.options.filter((step) => nextState('closed', step));
  expect(reopens).toEqual(['more']);
});

test('a promise is late once its hours are over and nobody got in touch', () => {
  const asked = '2022-11-17T09:00:00.000Z';
  const due = dueOf(asked, { urgent: true });
  const hours = (Date.parse(due) - Date.parse(asked)) / 3_600_000;
  expect(hours).toBe(touchWithin.urgent);
  expect(isLate({ state: 'asked', due }, due)).toBe(false);
  const after = new Date(Date.parse(due) + 1).toISOString();
  expect(isLate({ state: 'asked', due }, after)).toBe(true);
  expect(isLate({ state: 'appointed', due }, after)).toBe(false);
});

test('a small number is not told, and none is', () => {
  const counts = [0, 1, fewestTold - 1, fewestTold];
  expect(counts.map(toldCount)).toEqual([0, null, null, fewestTold]);
});

test('a day is read out in order, one thing at a time', () => {
  const item = (at: number, what: string) => ({ at, what, reader: '' });
  const items = [item(800, 'b'), item(440, 'a'), item(800, 'c')];
  expect(byTime(items).map(({ what }) => what)).toEqual(['a', 'b', 'c']);
  expect(findTwice(items)).toBe(800);
  expect(findTwice(items.slice(0, 2))).toBeUndefined();
});

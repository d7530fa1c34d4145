import { expect, test } from 'vitest';
import { byUrgency, reckon } from './reckon.ts';
import type { StoreItemFields } from './stores.ts';

const rice = {
  use: { per: 'head-day', quantity: 0.4 },
  lead: 2,
  floor: 3,
  cover: 7,
} satisfies Partial<StoreItemFields>;
const noon = '2022-11-10T12:00:00+08:00';
const here = { people: 2400, now: noon, zone: 'Asia/Shanghai' };
const count = (quantity: number, at: string) => ({ kind: 'count' as const, quantity, at });
const delivery = (quantity: number, at: string) => ({ kind: 'delivery' as const, quantity, at });
const today = '2022-11-10T06:00:00+08:00';

test('2,400 people eat 960 kg a day: when it runs out, by when to order, and how much', () => {
  expect(reckon(rice, [count(4800, noon)], here)).toMatchObject({
    now: 4800,
    perHead: 2,
    daysLeft: 5,
    runsOut: '2022-11-15',
    orderBy: '2022-11-13',
    state: 'enough',
    ask: 1920,
  });
  // Counted two days ago, it is two days less; half of a day’s use since six in the morning is a quarter of it.
  expect(reckon(rice, [count(4800, '2022-11-08T12:00:00+08:00')], here).now).toBe(2880);
  expect(reckon(rice, [count(960, today)], here)).toMatchObject({
    now: 720,
    daysLeft: 0.75,
    runsOut: '2022-11-11',
    state: 'late',
    ask: 6000,
  });
  expect(reckon(rice, [count(2700, noon)], here).state).toBe('below');
  expect(reckon(rice, [count(960, '2022-11-05T12:00:00+08:00')], here)).toMatchObject({
    now: 0,
    daysLeft: 0,
    runsOut: '2022-11-10',
    state: 'out',
    ask: 6720,
  });
});

test('what came counts from when it came, a new count counts in place of all before, and an empty store uses nothing', () => {
  const before = '2022-11-06T12:00:00+08:00';
  const after = [count(960, before), delivery(960, today)];
  expect(reckon(rice, after, here).now).toBe(720);
  expect(reckon(rice, [...after, count(500, noon)], here).now).toBe(500);
  expect(reckon(rice, [delivery(960, today)], here)).toMatchObject({
    now: null,
    state: 'uncounted',
    ask: 0,
  });
});

test('what is used by the day asks for no people, what each has one of does not run out, and nobody inside uses nothing', () => {
  const by = (per: 'day' | 'head', quantity: number) => ({ ...rice, use: { per, quantity } });
  const nobody = { ...here, people: null };
  expect(reckon(by('day', 20), [count(100, noon)], nobody)).toMatchObject({ daysLeft: 5, ask: 40 });
  expect(reckon(rice, [count(100, noon)], nobody).state).toBe('no-people');
  expect(reckon(rice, [count(100, noon)], { ...here, people: 0 }).state).toBe('enough');
  const sets = by('head', 1);
  expect(reckon(sets, [count(2390, noon)], here)).toMatchObject({
    daysLeft: null,
    runsOut: null,
    state: 'short',
    ask: 10,
  });
  expect(reckon(sets, [count(2400, today)], here)).toMatchObject({ state: 'enough', ask: 0 });
});

test('what runs out first stands first, and before it what somebody goes without now and what nobody counted', () => {
  const at = (quantity: number) => reckon(rice, [count(quantity, noon)], here);
  const unknown = reckon(rice, [], here);
  const short = reckon({ ...rice, use: { per: 'head', quantity: 1 } }, [count(9, noon)], here);
  const order = [at(9600), short, at(2000), at(0), unknown, at(1000)].sort(byUrgency);
  expect(order.map(({ state, now }) => now ?? state)).toEqual([
    'uncounted',
    9,
    0,
    1000,
    2000,
    9600,
  ]);
});

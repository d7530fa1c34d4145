import { expect, test } from 'vitest';
import { generate } from '../generate/generate.ts';
import type { Best } from './best.ts';
import { type Exchange, newNotice, openExchange } from './exchange.ts';
import { newRoute } from './route.ts';
import { search } from './search.ts';

const problem = generate(21, { points: 12 });

const found = (seed: number): Best =>
  search(problem, { seed, variant: 0, share: (done) => done / 48 }).best;

const nothing = (): Best => ({
  merit: Float64Array.from({ length: problem.tiers.length + 2 }, () => 1e9),
  routes: problem.tankers.map(() => newRoute()),
});

function crew(workers: number, timed: boolean): Exchange[] {
  const notice = newNotice(workers, problem.tankers.length, problem.tiers.length);
  return Array.from({ length: workers }, (_, w) => openExchange(notice, w, timed));
}

const seen = ({ merit, routes }: Best) => ({
  merit: [...merit],
  routes: routes.map(({ count, leave, back, metres, changed, ...lists }) => ({
    count,
    leave,
    back,
    metres,
    changed,
    lists: Object.entries(lists).map(([name, list]) => [
      name,
      ...(list as Int32Array).subarray(0, name === 'rest' ? count + 1 : count),
    ]),
  })),
});

test('a better plan is taken over as it is, a worse one is not', () => {
  const [first, second] = crew(2, true) as [Exchange, Exchange];
  const good = found(1);
  const before = seen(good);
  const poor = nothing();
  expect(first.meet(1, good)).toBe(false);
  expect(second.meet(1, poor)).toBe(true);
  expect(seen(poor)).toEqual(before);
  expect(first.meet(2, good)).toBe(false);
  expect(seen(good)).toEqual(before);
});

test('of three, each looks at the next one only', () => {
  const [first, second, third] = crew(3, true) as [Exchange, Exchange, Exchange];
  const poor = nothing();
  expect(third.meet(1, found(1))).toBe(false);
  expect(first.meet(1, poor)).toBe(false);
  expect(second.meet(1, poor)).toBe(true);
});

test('nobody waits for a thread that has ended, and what it showed before can still be seen', () => {
  const [first, second] = crew(2, false) as [Exchange, Exchange];
  second.end();
  expect(first.meet(1, nothing())).toBe(false);
  const [third, fourth] = crew(2, true) as [Exchange, Exchange];
  fourth.meet(1, found(1));
  fourth.end();
  expect(third.meet(1, nothing())).toBe(true);
});

test('a thread alone meets nobody', () => {
  const [alone] = crew(1, false) as [Exchange];
  expect(alone.meet(1, found(1))).toBe(false);
});

test('routes too long for the page are not shown', () => {
  const [first, second] = crew(2, true) as [Exchange, Exchange];
  const long = found(1);
  (long.routes.at(-1) as Best['routes'][number]).count = 200;
  first.meet(1, long);
  expect(second.meet(1, nothing())).toBe(false);
});

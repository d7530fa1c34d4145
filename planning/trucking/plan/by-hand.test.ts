import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { brokenPins } from '../check/pins.ts';
import { twoVillages } from '../check/two-villages.fixture.ts';
import { generate } from '../generate/generate.ts';
import { later } from '../generate/later.ts';
import type { DeliverStop, Plan, Problem } from '../water-day.ts';
import { byHand, type Move, type Moved } from './by-hand.ts';
import type { Pin } from './pins.ts';
import { solveHere } from './solve-here.ts';

const iterations = 96;

type Delivery = DeliverStop & { tanker: string };

const deliveries = (plan: Plan): Delivery[] =>
  plan.routes.flatMap(({ tanker, stops }) =>
    stops.flatMap((stop) => (stop.kind === 'deliver' ? [{ tanker, ...stop }] : [])),
  );

const pinOf = ({ tanker, point, litres, start }: Delivery): Pin => ({
  tanker,
  point,
  litres,
  from: start,
  to: start,
});

/** A move of any kind, of a delivery of the plan; `odds` decide on everything. */
function someMove(problem: Problem, plan: Plan, odds: readonly number[]): Move | undefined {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];
  const [which = 0, kind = 0, whose = 0, when = 0, litres = 1] = odds;
  const one = pick(deliveries(plan), which);
  const tanker = pick(problem.tankers, whose)?.id;
  const point = pick(problem.points, which)?.id;
  if (tanker === undefined || point === undefined) return undefined;
  const at = problem.day.from + (when % (problem.day.to - problem.day.from));
  if (!one || kind % 4 === 0) return { kind: 'add', tanker, point, at, litres };
  const stand = { tanker: one.tanker, point: one.point, start: one.start };
  if (kind % 4 === 1) return { kind: 'drop', ...stand };
  if (kind % 4 === 2) return { kind: 'litres', ...stand, litres };
  return { kind: 'move', ...stand, to: { tanker, at } };
}

const odds = fc.array(fc.nat({ max: 20_000 }), { minLength: 5, maxLength: 5 });

/** Whether the plan has what a move that was made says of it. */
const has = (plan: Plan, moved: Extract<Moved, { done: true }>) =>
  deliveries(plan).some(
    ({ tanker, point, start, litres }) =>
      tanker === moved.tanker &&
      point === moved.point &&
      start === moved.start &&
      litres === moved.litres,
  );

test('whatever is moved, the plan can be driven, and has it where it is said to be', () => {
  const tally = { done: 0, not: 0 };
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), odds, (seed, dice) => {
      const problem = generate(seed, { points: 12 });
      const start = solveHere(problem, { iterations });
      const move = someMove(
        problem,
        start,
        dice.map((die) => die + 1),
      );
      if (!move) return;
      const { plan, moved } = byHand(problem, { start, moves: [move] });
      expect(check(problem, plan).faults).toEqual([]);
      const [outcome] = moved;
      if (!outcome?.done) {
        tally.not += 1;
        expect(deliveries(plan)).toEqual(deliveries(byHand(problem, { start, moves: [] }).plan));
        return;
      }
      tally.done += 1;
      if (outcome.start !== null) expect(has(plan, outcome)).toBe(true);
      const asked = move.kind === 'move' ? move.to.at : move.kind === 'add' ? move.at : undefined;
      if (asked !== undefined) {
        expect(outcome.start).toBeGreaterThanOrEqual(asked);
        expect(outcome.start).toBeLessThanOrEqual(asked + 900);
      }
    }),
    { numRuns: 60 },
  );
  expect(tally.done).toBeGreaterThan(10);
  expect(tally.not).toBeGreaterThan(2);
});

test('in the middle of the day what has begun stays, and the plan passes as one made again', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), odds, (seed, dice) => {
      const before = generate(seed, { points: 12 });
      const previous = solveHere(before, { iterations });
      const { problem, now } = later(before, seed);
      const move = someMove(
        problem,
        previous,
        dice.map((die) => die + 1),
      );
      const { plan } = byHand(problem, {
        start: previous,
        previous,
        now,
        moves: move ? [move] : [],
      });
      expect(check(problem, plan, { previous, now }).faults).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what is pinned is not given up to make room for a move', () => {
  let moves = 0;
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), odds, (seed, dice) => {
      const problem = generate(seed, { points: 12 });
      const start = solveHere(problem, { iterations });
      const move = someMove(
        problem,
        start,
        dice.map((die) => die + 1),
      );
      if (!move) return;
      const own = 'start' in move ? move : undefined;
      const pins = deliveries(start)
        .filter(
          (one) =>
            !own || one.tanker !== own.tanker || one.point !== own.point || one.start !== own.start,
        )
        .map(pinOf);
      const { plan, moved } = byHand(problem, { start, moves: [move], pins });
      if (moved[0]?.done) moves += 1;
      expect(brokenPins(plan, pins)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(moves).toBeGreaterThan(5);
});

describe('a delivery that a tanker cannot make', () => {
  const problem = twoVillages();
  const start = solveHere(problem, { iterations: 200 });
  const [delivery] = deliveries(start);
  const stand = {
    tanker: delivery?.tanker ?? '',
    point: delivery?.point ?? '',
    start: delivery?.start ?? 0,
  };
  const try1 = (move: Move, of: Problem = problem) => byHand(of, { start, moves: [move] }).moved[0];

  test('because it is not in the plan', () => {
    expect(try1({ kind: 'drop', ...stand, start: 1 })).toMatchObject({ because: 'gone' });
    expect(try1({ kind: 'drop', ...stand, tanker: 'nobody' })).toMatchObject({ because: 'gone' });
  });

  test('because it is too big for the road', () => {
    const narrow: Problem = {
      ...problem,
      points: problem.points.map((point) => ({ ...point, maxTankerLitres: 1 })),
    };
    const move: Move = {
      kind: 'add',
      tanker: stand.tanker,
      point: stand.point,
      at: 40_000,
      litres: 100,
    };
    expect(try1(move, narrow)).toMatchObject({ because: 'may-not' });
  });

  test('because it does not hold so much', () => {
    expect(
      try1({ kind: 'add', tanker: stand.tanker, point: stand.point, at: 40_000, litres: 90_000 }),
    ).toMatchObject({ because: 'no-load' });
    expect(try1({ kind: 'litres', ...stand, litres: 90_000 })).toMatchObject({
      because: 'no-load',
    });
  });

  test('because it is not on duty then', () => {
    const add: Move = {
      kind: 'add',
      tanker: stand.tanker,
      point: stand.point,
      at: 60,
      litres: 100,
    };
    expect(try1(add)).toMatchObject({ because: 'off-shift' });
    expect(try1({ ...add, at: 86_390 })).toMatchObject({ because: 'off-shift' });
  });

  test('because it cannot be there so early, with when it could', () => {
    const early = byHand(problem, {
      start: { ...start, routes: [] },
      moves: [
        {
          kind: 'add',
          tanker: stand.tanker,
          point: stand.point,
          at: problem.day.from,
          litres: 100,
        },
      ],
    }).moved[0];
    expect(early).toMatchObject({ done: false, because: 'no-time' });
    const earliest = early?.done === false ? early.earliest : null;
    expect(earliest).toBeGreaterThan(problem.day.from);
    const again = byHand(problem, {
      start: { ...start, routes: [] },
      moves: [
        { kind: 'add', tanker: stand.tanker, point: stand.point, at: earliest ?? 0, litres: 100 },
      ],
    }).moved[0];
    expect(again).toMatchObject({ done: true, start: earliest });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { generate } from '../generate/generate.ts';
import type { Plan, Problem, Stop } from '../water-day.ts';
import { newBoard } from './board.ts';
import { earlierStops } from './changed.ts';
import { packDay } from './day.ts';
import { resumeFrom } from './resume.ts';
import { search } from './search.ts';
import { solveHere } from './solve-here.ts';
import { layEarlier } from './warm.ts';
import { evenWeights } from './weights.ts';
import { writePlan } from './write-plan.ts';

const NOON = 43200;
const NONE = 'none';

/** The source that gave most is closed from noon on. */
function closeBusiest(problem: Problem, plan: Plan): { closed: Problem; busiest: string } {
  const given = new Map<string, number>();
  for (const stop of plan.routes.flatMap(({ stops }) => stops)) {
    if (stop.kind === 'fill') given.set(stop.source, (given.get(stop.source) ?? 0) + stop.litres);
  }
  const busiest = [...given].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const sources = problem.sources.map((source) =>
    source.id === busiest
      ? {
          ...source,
          open: source.open
            .filter(([from]) => from < NOON)
            .map(([from, to]) => [from, Math.min(to, NOON)] as const),
        }
      : source,
  );
  return { closed: { ...problem, sources }, busiest };
}

const startOf = (stop: Stop) => (stop.kind === 'home' ? stop.at : stop.start);

/** What a plan has still to do after noon, apart from driving home and from what the source feeds. */
function notFedBy(plan: Plan, source: string): string[] {
  return plan.routes.flatMap(({ tanker, stops }) => {
    let feed = 'brought along';
    return stops.flatMap((stop) => {
      if (stop.kind === 'fill') feed = stop.source;
      if (stop.kind === 'home' || startOf(stop) < NOON || feed === source) return [];
      const place = stop.kind === 'fill' ? stop.source : stop.point;
      return [`${tanker} ${stop.kind} ${place} ${stop.start} ${stop.litres}`];
    });
  });
}

test('what is left of an earlier plan is laid down at the minute, dead trips taken out', () => {
  let dead = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
      const problem = generate(seed, { points: 25, tankers: 6 });
      const previous = solveHere(problem, { iterations: 64 });
      const { closed, busiest } = closeBusiest(problem, previous);
      const day = packDay(closed, resumeFrom(closed, previous, NOON));
      const board = newBoard(day, evenWeights(day.K, 0.5), earlierStops(day, previous));
      layEarlier(board, previous);
      const laid = writePlan(board, previous);
      const remainder = notFedBy(laid, busiest);
      if (notFedBy(previous, NONE).length > remainder.length) dead += 1;
      expect(withoutPartner(notFedBy(previous, busiest), remainder)).toBe(0);
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(dead).toBeGreaterThan(0);
});

/** Stops of `before` that have no partner in `after`: same tanker, kind and place, start within 900 s, litres within 10 %. */
function withoutPartner(before: string[], after: string[]): number {
  const left = after.map((stop) => stop.split(' '));
  return before.filter((stop) => {
    const [tanker, kind, place, start, litres] = stop.split(' ');
    const i = left.findIndex(
      (other) =>
        other[0] === tanker &&
        other[1] === kind &&
        other[2] === place &&
        Math.abs(Number(other[3]) - Number(start)) <= 900 &&
        Math.abs(Number(other[4]) - Number(litres)) * 10 <= Number(litres),
    );
    if (i < 0) return true;
    left.splice(i, 1);
    return false;
  }).length;
}

test('where nothing is lost by it, what the closed source does not feed stays as it was', () => {
  let stayed = 0;
  let changed = 0;
  for (let seed = 1; seed <= 24; seed += 1) {
    const problem = generate(seed, { points: 25, supply: 'plentiful', tankers: 12, sources: 4 });
    const previous = solveHere(problem, { iterations: 600 });
    const { closed, busiest } = closeBusiest(problem, previous);
    const plan = solveHere(closed, { iterations: 1000, previous, now: NOON });
    expect(check(closed, plan, { previous, now: NOON }).faults).toEqual([]);
    const asGood = plan.score.tiers.every(
      ({ hardship }, k) => hardship === previous.score.tiers[k]?.hardship,
    );
    if (!asGood) continue;
    const before = notFedBy(previous, busiest);
    const gone = withoutPartner(before, notFedBy(plan, NONE));
    changed += gone;
    stayed += before.length - gone;
  }
  expect(stayed).toBeGreaterThan(100);
  expect(changed).toBeLessThanOrEqual(0.15 * (stayed + changed));
});

test('going on from nothing, whoever has no time left still gets a first plan', () => {
  const problem = generate(23, { points: 40 });
  const nothing: Plan = {
    format: 'water-day-plan/1',
    problem: problem.name,
    routes: [],
    score: { tiers: [], metres: 0, changed: 0 },
    short: [],
  };
  const { best } = search(problem, {
    seed: 1,
    variant: 0,
    share: () => 2,
    previous: nothing,
    now: problem.day.from,
  });
  expect(best.routes.every(({ count }) => count > 0)).toBe(true);
});

test('without any time a plan goes on with what its predecessor could not have known', () => {
  const open = generate(11, { points: 25, tankers: 6 });
  const dry = {
    ...open,
    sources: open.sources.slice(0, 1).map((one) => ({ ...one, litresPerDay: 5000 })),
  };
  const previous = solveHere(dry, { iterations: 64 });

  const plan = solveHere(open, { previous, now: 0, seconds: 0 });

  expect(check(open, plan, { previous, now: 0 }).faults).toEqual([]);
  const given = ({ routes }: Plan) =>
    routes
      .flatMap(({ stops }) => stops)
      .reduce((sum, stop) => sum + (stop.kind === 'deliver' ? stop.litres : 0), 0);
  expect(given(plan)).toBeGreaterThan(5 * given(previous));
});

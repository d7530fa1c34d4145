import { score } from '@liangbuwu/trucking/check/score.ts';
import { solveHere } from '@liangbuwu/trucking/plan/solve-here.ts';
import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { expect, test } from 'vitest';
import { problem, plan as small } from './testing/small-day.ts';
import { gainOf, trialsOf } from './trials.ts';

/** The small day's plan with other litres for its two points, its score put right. */
function delivering(p: number, q: number): Plan {
  const plan = structuredClone(small);
  for (const stop of plan.routes.flatMap(({ stops }) => stops)) {
    if (stop.kind === 'deliver') stop.litres = stop.point === 'p' ? p : q;
  }
  return { ...plan, score: score(problem, plan) };
}

test('a gain counts who newly gets all of a floor, the shares less, the litres more', () => {
  // 100 people at p, 200 at q with 1,000 litres of their own.
  expect(gainOf(problem, delivering(1000, 1000), delivering(1500, 1000))).toEqual({
    helps: true,
    tiers: [
      { name: 'survival', people: 0, shares: 0 },
      { name: 'basic', people: 100, shares: 33.33 },
      { name: 'full', people: 0, shares: 25 },
    ],
    litres: 500,
    metres: 0,
  });
});

test('what takes from a more urgent floor does not help, however much it gives to a later one', () => {
  const gain = gainOf(problem, delivering(1000, 1000), delivering(700, 3000));
  expect(gain.helps).toBe(false);
  expect(gain.litres).toBe(1700);
  expect(gain.tiers[0]?.people).toBe(-100);
});

test('the same again is no help, nor is what a search finds by luck', () => {
  const before = delivering(1000, 1000);
  expect(gainOf(problem, before, before)).toMatchObject({ helps: false, litres: 0, metres: 0 });
  const lucky = structuredClone(before);
  for (const tier of lucky.score.tiers) tier.hardship *= 0.998;
  expect(gainOf(problem, before, lucky).helps).toBe(false);
});

test('where everybody gets all, nothing is tried', () => {
  const enough = solveHere(problem, { iterations: 50 });
  expect(enough.score.tiers.map(({ hardship }) => hardship)).toEqual([0, 0, 0]);
  expect(trialsOf(problem, enough)).toEqual([]);
});

test('where somebody is short, the day as it is comes first, and every other has one thing more', () => {
  const day = { ...problem, points: problem.points.map((point) => ({ ...point, people: 9000 })) };
  const trials = trialsOf(day, solveHere(day, { iterations: 50 }));
  expect(trials.length).toBeGreaterThan(1);
  expect(trials[0]).toMatchObject({ kind: 'time', problem: day });
  for (const { kind, problem: other } of trials.slice(1)) {
    expect(kind).not.toBe('time');
    expect(other).not.toEqual(day);
    expect({ ...other, tankers: [], sources: [] }).toEqual({ ...day, tankers: [], sources: [] });
  }
});

test('animals that get more are no people', () => {
  const animals = (point: string) => point !== 'p';
  const { tiers } = gainOf(problem, delivering(1000, 1000), delivering(1500, 1000), animals);
  expect(tiers.map(({ people, shares }) => [people, shares])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

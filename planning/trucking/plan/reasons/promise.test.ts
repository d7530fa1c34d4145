import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../check/check.ts';
import { patchProblem } from '../../check/patch.ts';
import { generate } from '../../generate/generate.ts';
import { later } from '../../generate/later.ts';
import type { Plan, Problem, ShortRow, Stop } from '../../water-day.ts';
import { newBoard } from '../board.ts';
import { packDay } from '../day.ts';
import { resumeFrom } from '../resume.ts';
import { gotByPoint, needsOf } from '../score-plan.ts';
import { solveHere } from '../solve-here.ts';
import { layEarlier } from '../warm.ts';
import { weightsFor } from '../weights.ts';
import { writePlan } from '../write-plan.ts';
import { extend } from './extend.ts';
import { openStudy } from './study.ts';

interface Again {
  previous: Plan;
  now: number;
}

/** The plan with the litres of the row added on the patched problem; undefined when they do not fit. */
function extended(problem: Problem, plan: Plan, row: ShortRow, patched: Problem, again?: Again) {
  const day = packDay(patched, resumeFrom(patched, again?.previous, again?.now ?? 0));
  const board = newBoard(day, weightsFor(day.K, 0, 0.03, false));
  layEarlier(board, plan);
  const p = problem.points.findIndex(({ id }) => id === row.point);
  const point = problem.points[p] as Problem['points'][number];
  const tier = problem.tiers.findIndex(({ name }) => name === row.tier);
  const got = gotByPoint(problem, plan.routes)[p] as number;
  const need = needsOf(problem, point)[tier] as number;
  const target = point.storage ? need - 0.5 : got + row.litres;
  // Which tanker is asked first may decide whether the next still finds a bay.
  for (const order of ['forward', 'backward']) {
    const study = openStudy(patched, board, again?.previous);
    if (order === 'backward') study.free.reverse();
    if (extend(study, p, target)) return writePlan(study.board, again?.previous);
  }
  return undefined;
}

const key = (stop: Stop) =>
  stop.kind === 'home'
    ? `home ${stop.at}`
    : `${stop.kind === 'fill' ? stop.source : stop.point} ${stop.start} ${stop.finish} ${stop.litres}`;

function expectPromiseKept(problem: Problem, plan: Plan, row: ShortRow, again?: Again): void {
  if (row.remedy.patch === null) return;
  const result = patchProblem(problem, row.remedy.patch);
  if (!('problem' in result)) throw new Error(`the patch for ${row.point} does not apply`);
  const longer = extended(problem, plan, row, result.problem, again);
  if (!longer) throw new Error(`the litres of ${row.point} do not fit (${row.because})`);
  const faults = check(result.problem, longer, again ?? {}).faults;
  expect(faults.filter(({ code }) => code !== 'short-missing')).toEqual([]);
  for (const { tanker, stops } of plan.routes) {
    const now = new Set(longer.routes.find((route) => route.tanker === tanker)?.stops.map(key));
    for (const stop of stops) expect(now).toContain(key(stop));
  }
}

test('what a remedy promises holds: with its patch the litres fit beside every stop of the plan', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const problem = generate(seed, { supply: 'scarce' });
      const plan = solveHere(problem, { iterations: 64 });
      for (const row of plan.short) {
        met.add(row.because);
        expectPromiseKept(problem, plan, row);
      }
    }),
    { numRuns: 40 },
  );
  expect(met.size).toBeGreaterThan(3);
});

test('and in a plan that was made again', () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const before = generate(seed);
      const previous = solveHere(before, { iterations: 64 });
      const { problem, now } = later(before, seed);
      const plan = solveHere(problem, { iterations: 64, previous, now });
      for (const row of plan.short) {
        expectPromiseKept(problem, plan, row, { previous, now });
        if (row.remedy.patch !== null) kept += 1;
      }
    }),
    { numRuns: 30 },
  );
  expect(kept).toBeGreaterThan(0);
});

test('every row speaks both languages and names the point', () => {
  const problem = generate(21, { points: 40, supply: 'scarce' });
  const plan = solveHere(problem, { iterations: 32 });
  expect(plan.short.length).toBeGreaterThan(0);
  for (const { point, say, remedy } of plan.short) {
    expect(say['zh-CN']).toContain(point);
    expect(say.en).toContain(point);
    expect(remedy['zh-CN']).not.toBe('');
    expect(remedy.en).not.toBe('');
  }
});

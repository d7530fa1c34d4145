import { expect, test } from 'vitest';
import { check } from './check/check.ts';
import { generate } from './generate/generate.ts';
import { InvalidProblem } from './refuse/invalid-problem.ts';
import { problemOf, threeWells } from './small-problem.fixture.ts';
import { type Progress, solve } from './solve.ts';
import { whiteWallVillage } from './white-wall-village.fixture.ts';

test('three wells: what each number of new stations does, saves, and when it has paid for itself', async () => {
  const problem = threeWells();
  const result = await solve(problem);
  expect(check(problem, result).faults).toEqual([]);
  expect(result).toMatchObject({ people: 157, inReach: 150, servedNow: 30, stopped: false });
  const [none, one, two] = result.levels;
  expect(none).toMatchObject({
    most: 0,
    people: 30,
    gain: 0,
    building: 0,
    saved: { cubicMetres: 0, money: 0, payback: 0 },
  });
  // 100 × 15 l × 30 days = 45 m³, at 60 a m³ 2,700; less 300 to run; 8,000 ÷ 2,400.
  expect(one).toMatchObject({
    most: 1,
    people: 130,
    gain: 100,
    bound: 130,
    building: 8000,
    running: 300,
    walking: 23_000,
    proven: { people: true, cost: true, walking: true },
    saved: { cubicMetres: 45, byTanker: 2700, money: 2400, payback: 8000 / 2400 },
  });
  expect(two).toMatchObject({
    people: 140,
    gain: 10,
    building: 13_000,
    saved: { cubicMetres: 49.5 },
  });
  expect(two?.stations).toEqual([
    { site: 'old', existing: true, people: 30, litres: 450, spare: 0, adds: 30, onlyHere: 40 },
    expect.objectContaining({ site: 'middle', existing: false, adds: 70, onlyHere: 0 }),
    expect.objectContaining({ site: 'end', existing: false, adds: 10, onlyHere: 0 }),
  ]);
  expect(one?.unserved).toEqual([
    { group: 'a', people: 10, because: 'yield' },
    { group: 'b', people: 10, because: 'yield' },
    { group: 'd', people: 7, because: 'out-of-reach' },
  ]);
  expect(none?.unserved.find(({ group }) => group === 'c')).toMatchObject({ because: 'not-built' });
});

test('a village like 白壁村, two stations on trial: every number of further ones is proven optimal', async () => {
  const problem = whiteWallVillage();
  const result = await solve(problem);
  expect(check(problem, result).faults).toEqual([]);
  expect(result.people).toBeGreaterThan(1100);
  expect(result.stopped).toBe(false);
  expect(result.levels.map(({ people, bound }) => [people, bound])).toEqual(
    result.levels.map(({ people }) => [people, people]),
  );
  expect(result.levels.map(({ gain }) => gain)).toEqual([0, 240, 140, 137, 133, 60, 0]);
});

test('the same problem gives the same answer', async () => {
  const problem = generate(4, { sites: 10, groups: 40, most: 3, litres: [15, 8] });
  const [once, again] = [await solve(problem), await solve(problem)];
  expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 });
});

test('whole people who need different amounts are packed, not rounded', async () => {
  const near: [number, number] = [100, 200];
  const problem = problemOf(
    [
      { id: 's', yield: 6 },
      { id: 't', yield: 9 },
    ],
    [
      { id: 'a', people: 1, litres: 3 },
      { id: 'b', people: 1, litres: 6 },
      { id: 'c', people: 1, litres: 6 },
    ],
    [
      [near, near, near],
      [near, near, near],
    ],
  );
  const { levels } = await solve(problem);
  expect(levels.map(({ people }) => people)).toEqual([0, 2, 3]);
  expect(levels[2]?.stations.map(({ adds }) => adds)).toEqual([1, 2]);
});

test('where the price of trucking is not known no money is saved, and where running costs more it never pays', async () => {
  const [, unknown] = (await solve(threeWells({ trucking: null }))).levels;
  expect(unknown?.saved).toEqual({ cubicMetres: 45, byTanker: null, money: null, payback: null });
  const [, dear] = (await solve(threeWells({ trucking: 5 }))).levels;
  expect(dear?.saved).toEqual({ cubicMetres: 45, byTanker: 225, money: -75, payback: null });
});

test('stations that must be built are in every level, those that may not in none', async () => {
  const problem = threeWells({ most: 3 });
  const sites = problem.sites.map((site) =>
    site.id === 'end' ? { ...site, choice: 'must' as const } : site,
  );
  const { levels, servedNow } = await solve({ ...problem, sites });
  expect(servedNow).toBe(30);
  expect(levels.map(({ most, people, gain }) => [most, people, gain])).toEqual([
    [1, 70, 40],
    [2, 140, 70],
  ]);
  const without = problem.sites.map((site) =>
    site.id === 'middle' ? { ...site, choice: 'never' as const } : site,
  );
  const none = await solve({ ...problem, sites: without });
  expect(none.levels.map(({ people }) => people)).toEqual([30, 70]);
});

test('a budget shuts out what is too dear', async () => {
  const { levels } = await solve(threeWells({ budget: 7999.99 }));
  expect(levels.map(({ people, building }) => [people, building])).toEqual([
    [30, 0],
    [70, 5000],
    [70, 5000],
  ]);
});

test('queueing counts towards the twenty minutes', async () => {
  const reached = async (queue: number) => (await solve(threeWells({ limits: { queue } }))).inReach;
  expect(await reached(800)).toBe(150);
  expect(await reached(801)).toBe(40);
});

test('nobody, nowhere, none wanted', async () => {
  const nothing = await solve({ sites: [], groups: [], metres: [], seconds: [], most: 3 });
  expect(nothing).toMatchObject({ people: 0, levels: [{ most: 0, people: 0, stations: [] }] });
  const { levels } = await solve(threeWells({ most: 0 }));
  expect(levels.map(({ people }) => people)).toEqual([30]);
});

test('when its signal aborts, the best so far is the result, and its bounds hold', async () => {
  const problem = generate(1, { sites: 120, groups: 900, most: 12, litres: [15, 8] });
  const stop = new AbortController();
  const result = await solve(problem, {
    seconds: Number.POSITIVE_INFINITY,
    signal: stop.signal,
    onProgress: ({ levels }) => {
      if (levels.at(-1)?.people) stop.abort();
    },
  });
  expect(check(problem, result).faults).toEqual([]);
  expect(result.stopped).toBe(true);
  const last = result.levels.at(-1);
  expect(last?.people).toBeGreaterThan(0);
  expect(last?.bound).toBeGreaterThan(last?.people ?? 0);
});

test.each([
  ['a signal that has aborted already', { signal: AbortSignal.abort() }],
  ['no time at all', { seconds: 0 }],
])('with %s there is what is served now', async (_, options) => {
  const problem = threeWells();
  const result = await solve(problem, options);
  expect(check(problem, result).faults).toEqual([]);
  expect(result).toMatchObject({ servedNow: 30, stopped: true });
  expect(result.levels.map(({ people, bound }) => [people, bound])).toEqual([
    [30, 150],
    [30, 150],
    [30, 150],
  ]);
});

test('progress tells each level, people never falling, bounds never rising', async () => {
  const heard: Progress[] = [];
  const problem = generate(2, { sites: 24, groups: 100, most: 3 });
  const result = await solve(problem, { onProgress: (progress) => heard.push(progress) });
  expect(heard.length).toBeGreaterThan(0);
  const all = [...heard.map(({ levels }) => levels), result.levels];
  all.slice(1).forEach((levels, i) => {
    levels.forEach(({ people, bound }, k) => {
      expect(people).toBeGreaterThanOrEqual(all[i]?.[k]?.people ?? 0);
      expect(bound).toBeLessThanOrEqual(all[i]?.[k]?.bound ?? 0);
    });
  });
});

test('a broken problem, broken options and a missing solver are told', async () => {
  await expect(solve(threeWells({ most: -1 }))).rejects.toThrow(InvalidProblem);
  await expect(solve(threeWells(), { seconds: Number.NaN })).rejects.toThrow(RangeError);
  await expect(solve(threeWells(), { wasm: '/nowhere/highs.wasm' })).rejects.toThrow(/wasm/);
});

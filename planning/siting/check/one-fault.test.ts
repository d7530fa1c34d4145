import { expect, test } from 'vitest';
import type { Level, Problem, Result, Station, Walk } from '../problem.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { threeWells } from '../small-problem.fixture.ts';
import { solveHere } from '../solve-here.fixture.ts';
import { check } from './check.ts';
import type { CheckCode } from './fault.ts';

/** What is done to the good result of the three wells, and to the problem where the result alone cannot show it. */
type Spoil = (result: Result, problem: Problem) => unknown;

const good = await solveHere(threeWells());

const levelOf = (result: Result, i = 1): Level => result.levels[i] as Level;
const stationOf = (result: Result, s: number): Station => levelOf(result).stations[s] as Station;
const walkOf = (result: Result, w: number): Walk => levelOf(result).walks[w] as Walk;

/** The walks of level 1: 30 of a to old, 40 of b and 60 of c to middle. */
const cases: [code: CheckCode, at: string, spoil: Spoil][] = [
  ['wrong-total', '/people', (result) => (result.people += 1)],
  ['wrong-total', '/inReach', (result) => (result.inReach += 7)],
  ['wrong-total', '/servedNow', (result) => Object.assign(result, { servedNow: -1 })],
  ['wrong-levels', '/levels', (result) => result.levels.pop()],
  ['wrong-stopped', '/stopped', (result) => (result.stopped = true)],
  [
    'unknown-site',
    '/levels/1/stations/2',
    (result) => levelOf(result).stations.push({ ...stationOf(result, 0), site: 'x' }),
  ],
  [
    'site-twice',
    '/levels/1/stations/2',
    (result) => levelOf(result).stations.push(stationOf(result, 0)),
  ],
  [
    'never-chosen',
    '/levels/1/stations/1',
    (_, { sites }) => Object.assign(sites[1] ?? {}, { choice: 'never' }),
  ],
  [
    'must-missing',
    '/levels/1/stations',
    (_, { sites }) => Object.assign(sites[2] ?? {}, { choice: 'must' }),
  ],
  ['existing-missing', '/levels/1/stations', (result) => levelOf(result).stations.shift()],
  [
    'too-many-new',
    '/levels/1/stations',
    (result) => levelOf(result).stations.push({ ...stationOf(result, 1), site: 'end' }),
  ],
  ['over-budget', '/levels/1/stations', (_, problem) => (problem.budget = 7999)],
  [
    'wrong-station',
    '/levels/1/stations/1/existing',
    (result) => (stationOf(result, 1).existing = true),
  ],
  ['not-open', '/levels/1/walks/2', (result) => (walkOf(result, 2).site = 'end')],
  ['unknown-site', '/levels/1/walks/2', (result) => (walkOf(result, 2).site = 'x')],
  ['unknown-group', '/levels/1/walks/2', (result) => (walkOf(result, 2).group = 'x')],
  [
    'walk-twice',
    '/levels/1/walks/3',
    (result) => levelOf(result).walks.push({ site: 'old', group: 'a', people: 1 }),
  ],
  ['not-people', '/levels/1/walks/2', (result) => (walkOf(result, 2).people = 0.5)],
  [
    'out-of-reach',
    '/levels/1/walks/3',
    (result) => levelOf(result).walks.push({ site: 'middle', group: 'd', people: 1 }),
  ],
  [
    'over-people',
    '/levels/1/walks',
    (_, { groups }) => Object.assign(groups[2] ?? {}, { people: 59 }),
  ],
  [
    'over-yield',
    '/levels/1/walks',
    (_, { sites }) => Object.assign(sites[1] ?? {}, { yield: 1499.999 }),
  ],
  ['wrong-people', '/levels/1/people', (result) => (levelOf(result).people = 131)],
  ['wrong-gain', '/levels/1/gain', (result) => (levelOf(result).gain = 99)],
  [
    'fewer-people',
    '/levels/2/people',
    (result) => (result.levels[2] = { ...levelOf(result, 0), most: 2, gain: -100 }),
  ],
  ['bound-below', '/levels/1/bound', (result) => (levelOf(result).bound = 129)],
  ['wrong-proven', '/levels/1/proven', (result) => (levelOf(result).bound = 131)],
  [
    'wrong-proven',
    '/levels/1/proven',
    (result) => Object.assign(levelOf(result).proven, { cost: false }),
  ],
  ['wrong-cost', '/levels/1/building', (result) => (levelOf(result).building = 1)],
  ['wrong-cost', '/levels/1/running', (result) => (levelOf(result).running = 301)],
  ['wrong-walking', '/levels/1/walking', (result) => (levelOf(result).walking = 1)],
  ['wrong-saved', '/levels/1/saved', (result) => (levelOf(result).saved.cubicMetres = 44)],
  ['wrong-saved', '/levels/1/saved', (result) => (levelOf(result).saved.byTanker = null)],
  ['wrong-saved', '/levels/1/saved', (result) => (levelOf(result).saved.money = 2700)],
  ['wrong-saved', '/levels/1/saved', (result) => (levelOf(result).saved.payback = null)],
  ['wrong-station', '/levels/1/stations/0/people', (result) => (stationOf(result, 0).people = 31)],
  ['wrong-station', '/levels/1/stations/0/spare', (result) => (stationOf(result, 0).spare = 1)],
  ['wrong-station', '/levels/1/stations/0/litres', (result) => (stationOf(result, 0).litres = 451)],
  [
    'wrong-station',
    '/levels/1/stations/0/onlyHere',
    (result) => (stationOf(result, 0).onlyHere = 0),
  ],
  ['wrong-adds', '/levels/1/stations/0/adds', (result) => (stationOf(result, 0).adds = 31)],
  ['wrong-unserved', '/levels/1/unserved', (result) => levelOf(result).unserved.pop()],
  [
    'wrong-unserved',
    '/levels/1/unserved',
    (result) => Object.assign(levelOf(result).unserved[0] ?? {}, { because: 'not-built' }),
  ],
];

test('the result that is spoiled is good', () => {
  expect(check(threeWells(), good)).toEqual({ ok: true, faults: [] });
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'result %i is refused for %s',
  (_, code, at, spoil) => {
    const problem = structuredClone(threeWells());
    const result = structuredClone(good);
    spoil(result, problem);
    expect(problemFaults(problem)).toEqual([]);

    const { ok, faults } = check(problem, result);

    const found = faults.find((fault) => fault.code === code && fault.at === at);
    expect(faults.map((fault) => `${fault.code} ${fault.at}`)).toContain(`${code} ${at}`);
    expect(ok).toBe(false);
    expect(found?.say['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(found?.say.en).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
  },
);

test('every code has a result that is refused for it', () => {
  const spoiled = new Set(cases.map(([code]) => code));
  expect(spoiled.size).toBe(28);
});

import { problemFaults } from '@liangbuwu/siting/refuse/problem-faults.ts';
import { expect, test } from 'vitest';
import { exampleSiting } from './siting.examples.ts';
import { sitingProblem, stillNeeds, walking } from './siting-problem.ts';

test.each([
  [{ people: 262, have: 1930 }, 20, 12.7],
  [{ people: 100, have: 0 }, 20, 20],
  [{ people: 100, have: 2000 }, 20, 0],
  [{ people: 100, have: 2600 }, 20, 0],
  [{ people: 3, have: 59 }, 20, 0.4],
  [{ people: 10, have: 0 }, 7.5, 7.5],
  [{ people: 0, have: 0 }, 20, 0],
])('%j up to %d L: %d L each, rounded up', (point, floor, litres) => {
  expect(stillNeeds(point, floor)).toBe(litres);
  expect(litres * point.people + point.have).toBeGreaterThanOrEqual(floor * point.people);
});

const [site] = exampleSiting.basis.sites;
const [group] = exampleSiting.basis.groups;
if (!site || !group) throw new Error('the example has a site and a group');
const { settings, basis } = exampleSiting;

test('a walk is the straight line times the detour, empty there and laden back', () => {
  // 0.0045 degrees of latitude are 500.4 m.
  const north = { ...group, lat: site.lat + 0.0045, lon: site.lon };
  const problem = sitingProblem({ ...basis, groups: [north] }, settings);
  const metres = problem.metres[0]?.[0] ?? 0;
  expect(metres).toBe(Math.ceil(500.4 * walking.detour));
  expect(problem.seconds[0]?.[0]).toBe(
    Math.ceil(metres / walking.emptyPace) + Math.ceil(metres / walking.ladenPace),
  );
  expect(problemFaults(problem)).toEqual([]);
});

test('nobody walks to the next county', () => {
  const far = { ...group, lat: site.lat + 2 };
  const problem = sitingProblem({ ...basis, groups: [far] }, settings);
  expect([problem.metres, problem.seconds]).toEqual([[[null]], [[null]]]);
  expect(problemFaults(problem)).toEqual([]);
});

test('an existing station brings only what no point counts as its own; what is ruled out is never chosen', () => {
  const sites = [
    { ...site, id: 'there', state: 'existing' as const, yieldLitres: 2900, countedLitres: 1800 },
    { ...site, id: 'out', state: 'ruled-out' as const },
    { ...site, id: 'free' },
  ];
  expect(sitingProblem({ ...basis, sites }, settings).sites).toEqual([
    { id: 'there', yield: 1100, existing: true },
    { id: 'out', yield: 2400, building: 38_000, running: 420, choice: 'never' },
    { id: 'free', yield: 2400, building: 38_000, running: 420 },
  ]);
});

test('minutes are seconds, queueing included, and the price of trucking goes along', () => {
  expect(sitingProblem({ ...basis, trucking: 68.5 }, settings)).toMatchObject({
    limits: { metres: 500, seconds: 1200, queue: 240 },
    most: 6,
    trucking: 68.5,
  });
});

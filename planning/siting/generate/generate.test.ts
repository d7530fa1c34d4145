import { expect, test } from 'vitest';
import { problemFaults } from '../refuse/problem-faults.ts';
import { instanceOf } from '../search/instance.ts';
import { partsOf } from '../search/reduce.ts';
import { generate } from './generate.ts';

test('a problem is a function of its seed, without faults, of the sizes that were asked for', () => {
  const options = { sites: 12, groups: 50, most: 3, existing: 30, litres: [15, 7.5] };
  const problem = generate(8, options);
  expect(problemFaults(problem)).toEqual([]);
  expect(generate(8, options)).toEqual(problem);
  expect(generate(9, options)).not.toEqual(problem);
  expect([problem.sites.length, problem.groups.length]).toEqual([12, 50]);
  expect(problem.sites.some(({ existing }) => existing)).toBe(true);
  expect(new Set(problem.groups.map(({ litres }) => litres))).toEqual(new Set([15, 7.5]));
});

test('about as many sites are in reach as asked for; a county falls into villages, a town does not', () => {
  const town = instanceOf(generate(1, { sites: 80, groups: 400, reach: 5 }));
  const mean = town.reach.reduce((sum, sites) => sum + sites.length, 0) / 400;
  expect(mean).toBeGreaterThan(3);
  expect(mean).toBeLessThan(7);
  const large = (kind: 'town' | 'county') =>
    Math.max(
      ...partsOf(instanceOf(generate(1, { sites: 80, groups: 400, kind }))).map(
        ({ sites }) => sites.length,
      ),
    );
  expect(large('town')).toBeGreaterThan(40);
  expect(large('county')).toBeLessThan(30);
});

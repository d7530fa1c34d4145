import { expect, test } from 'vitest';
import { problemFaults } from '../refuse/problem-faults.ts';
import { groupsOf } from '../search/groups.ts';
import { type Instance, instanceOf } from '../search/instance.ts';
import { generate } from './generate.ts';

test('a school is a function of its seed, without faults; its grades are divided evenly, or not', () => {
  const problem = generate(8);
  expect(problemFaults(problem)).toEqual([]);
  expect(generate(8)).toEqual(problem);
  expect(generate(9)).not.toEqual(problem);
  expect(problem.activities).toHaveLength(60);
  expect(new Set(problem.activities.flatMap(({ starts }) => starts)).size).toBe(13);
  expect(groupsOf(instanceOf(problem) as Instance).length).toBeLessThanOrEqual(10);
  const uneven = instanceOf(generate(8, { even: false })) as Instance;
  expect(groupsOf(uneven).length).toBeGreaterThan(25);
  expect(problemFaults(generate(8, { phases: 'day', siblings: 9, stairs: true }))).toEqual([]);
});

import { expect, test } from 'vitest';
import { InvalidProblem } from './invalid-problem.ts';
import { problemFaults } from './problem-faults.ts';

test('the error tells place, code, cause and remedy in both languages, and holds all faults', () => {
  const faults = problemFaults({ places: 1, profiles: [], depots: 3, clients: [], vehicles: [] });
  const error = new InvalidProblem(faults);
  expect(error).toBeInstanceOf(Error);
  expect(error.code).toBe('invalid-problem');
  expect(error.name).toBe('InvalidProblem');
  expect(error.faults).toBe(faults);
  expect(error.message).toContain(
    'depots (wrong-type): 应为列表，这里是 3；写一个列表 [ … ] / is 3, not a list; give a list [ … ]',
  );
});

test('of many faults the first five are told, and how many there are', () => {
  const [fault] = problemFaults(3);
  const error = new InvalidProblem(Array.from({ length: 7 }, () => fault ?? never()));
  expect(error.message.split('\n')).toHaveLength(7);
  expect(error.message).toMatch(/… \(7\)$/);
});

function never(): never {
  throw new Error('3 is a problem');
}

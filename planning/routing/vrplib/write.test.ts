import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import type { Instance } from './instance.ts';
import { readVrplib } from './read.ts';
import { readSolution } from './read-solution.ts';
import { CAPACITATED, MULTI_TRIP, TIME_WINDOWS, TWO_DEPOTS } from './small-files.fixture.ts';
import { costText, solutionText } from './write.ts';

function read(text: string): Instance {
  const result = readVrplib(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.instance;
}

const visit = (client: number) => ({ client });
const reload = (depot: number) => ({ reload: depot });

// Costs worked out by hand.
test.each([
  [
    'CVRP',
    CAPACITATED,
    [[visit(0), visit(1)], [visit(2)], [visit(3)]],
    5 + 5 + 8 + 2 * 1 + 2 * 2,
    'Route #1: 1 2\nRoute #2: 3\nRoute #3: 4\nCost 24\n',
  ],
  [
    'VRPTW',
    TIME_WINDOWS,
    [[visit(0), visit(1)], [visit(2)]],
    14 + 22 + 36 + 2 * 70,
    'Route #1: 1 2\nRoute #2: 3\nCost 21.2\n',
  ],
  [
    'MTVRPTWR',
    MULTI_TRIP,
    [[visit(0), visit(2), reload(0), visit(1)]],
    22 + 10 + 28 + 2 * 31,
    'Route #1: 1 3 0 2\nCost: 122\n',
  ],
])('%s: written, read and checked', (_, file, visits, cost, text) => {
  const instance = read(file);
  const routes = visits.map((each) => ({ vehicle: 0, visits: each }));
  expect(check(instance.problem, { routes })).toMatchObject({ ok: true, cost, missing: 0 });
  expect(solutionText(instance, { routes, cost })).toBe(text);
  expect(readSolution(instance, text)).toEqual({ ok: true, routes, cost });
});

test('depots are numbered first, and where vehicles differ a route has the number of its vehicle', () => {
  const instance = read(TWO_DEPOTS);
  const routes = [
    { vehicle: 1, visits: [visit(1)] },
    { vehicle: 0, visits: [visit(0), reload(1), visit(2)] },
  ];
  const { ok, cost } = check(instance.problem, { routes });
  expect({ ok, cost }).toEqual({ ok: true, cost: 20 + 90 + 50 + 40 });
  const text = solutionText(instance, { routes, cost });
  expect(text).toBe('Route #1: 2 1 4\nRoute #2: 3\nCost: 200\n');
  expect(readSolution(instance, text)).toEqual({ ok: true, routes: routes.toReversed(), cost });
  const third = { vehicle: 1, visits: [visit(2)] };
  expect(() => solutionText(instance, { routes: [...routes, third], cost })).toThrow(RangeError);
});

test('costs have the decimals of their set, without rounding errors', () => {
  const instance = read(TIME_WINDOWS);
  expect(costText(instance, 530261)).toBe('53026.1');
  expect(costText(instance, 530260)).toBe('53026.0');
  expect(costText(read(CAPACITATED), 27591)).toBe('27591');
});

test('published spellings are understood', () => {
  const instance = read(CAPACITATED);
  const text = 'route 1 : 1 2 \r\nRoute #2:\t3\nRoute #3: 4\n\nCost: 24\nOptimal: True\nTime 12\n';
  const read_ = readSolution(instance, text);
  expect(read_).toMatchObject({ ok: true, cost: 24 });
  const bare = readSolution(instance, 'Route #1: 1\n');
  expect(bare).toEqual({ ok: true, routes: [{ vehicle: 0, visits: [visit(0)] }], cost: undefined });
});

test.each([
  ['not-solution', 0, ''],
  ['not-solution', 0, 'Cost 12\n'],
  ['unknown-client', 2, 'Route #1: 1\nRoute #2: 5\n'],
  ['unknown-client', 1, 'Route #1: 1 -2\n'],
  ['unknown-client', 1, 'Route #1: 1, 2\n'],
  ['unknown-client', 1, `Route #1: ${'9'.repeat(100_000)}\n`],
  ['not-number', 2, 'Route #1: 1\nCost much\n'],
])('%s on line %i', (code, line, text) => {
  expect(readSolution(read(CAPACITATED), text)).toMatchObject({
    ok: false,
    faults: [{ code, line }],
  });
});

test('where vehicles differ there is no vehicle beyond the last', () => {
  expect(readSolution(read(TWO_DEPOTS), 'Route #4: 2\n')).toMatchObject({
    ok: false,
    faults: [{ code: 'unknown-vehicle', line: 1, at: 'Route #4' }],
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { problemFaults } from '../refuse/problem-faults.ts';
import { readVrplib } from '../vrplib/read.ts';
import { type CapacitatedOptions, capacitatedText } from './capacitated.ts';
import { type MultiTripOptions, multiTripText } from './multi-trip.ts';
import { type TimeWindowOptions, timeWindowText } from './time-windows.ts';

const seeds = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const clients = fc.integer({ min: 1, max: 250 });
const width = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
const share = fc.double({ min: 0, max: 1, noNaN: true });

function read(text: string) {
  const result = readVrplib(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect(problemFaults(result.instance.problem)).toEqual([]);
  return result.instance;
}

/** Whether each client can be served by a vehicle of its own, whatever the number of vehicles. */
function servable(text: string): boolean {
  const { problem } = read(text);
  const routes = problem.clients.map((_, client) => ({ vehicle: 0, visits: [{ client }] }));
  const { faults } = check(problem, { routes });
  return faults.every(({ code }) => code === 'too-many-routes');
}

const capacitated: fc.Arbitrary<CapacitatedOptions> = fc.record(
  {
    clients,
    depot: fc.constantFrom('centre', 'corner', 'random'),
    positions: fc.constantFrom('random', 'clustered', 'half'),
    demands: fc.constantFrom('unit', '1-10', '5-10', '1-100', '50-100', 'quadrant', 'many-small'),
    routeSize: fc.double({ min: 1e-3, max: 30, noNaN: true }),
  },
  { requiredKeys: ['clients'] },
);

test('capacitated: read without a fault, the same for the same seed, no two nodes in one spot', () => {
  fc.assert(
    fc.property(seeds, capacitated, (seed, options) => {
      const text = capacitatedText(seed, options);
      expect(capacitatedText(seed, options)).toBe(text);
      expect(servable(text)).toBe(true);
      const { problem, nodes = [] } = read(text);
      expect(problem.clients).toHaveLength(options.clients ?? 0);
      expect(new Set(nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(nodes.length);
    }),
    { numRuns: 60, seed: 1 },
  );
});

const timeWindows: fc.Arbitrary<TimeWindowOptions> = fc.record(
  {
    clients,
    family: fc.constantFrom('R1', 'R2', 'C1', 'C2', 'RC1', 'RC2'),
    windowShare: share,
    width,
  },
  { requiredKeys: ['clients'] },
);

test('time windows: each client can be served alone', () => {
  fc.assert(
    fc.property(seeds, timeWindows, (seed, options) => {
      const text = timeWindowText(seed, options);
      expect(timeWindowText(seed, options)).toBe(text);
      expect(servable(text)).toBe(true);
      expect(read(text).problem.clients).toHaveLength(options.clients ?? 0);
    }),
    { numRuns: 60, seed: 1 },
  );
});

const multiTrip: fc.Arbitrary<MultiTripOptions> = fc.record(
  {
    clients,
    family: fc.constantFrom('R2', 'C2', 'RC2'),
    releaseShare: fc.double({ min: 0.25, max: 1, noNaN: true }),
    windowShare: share,
    width,
  },
  { requiredKeys: ['clients'] },
);

test('multi-trip: each client can be served alone, after its release', () => {
  fc.assert(
    fc.property(seeds, multiTrip, (seed, options) => {
      const text = multiTripText(seed, options);
      expect(multiTripText(seed, options)).toBe(text);
      expect(servable(text)).toBe(true);
      expect(read(text).problem.vehicles).toMatchObject([{ reloads: [0] }]);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('a larger release share makes fewer and larger batches', () => {
  const batches = (releaseShare: number): number => {
    const { problem } = read(multiTripText(5, { clients: 200, releaseShare }));
    return new Set(problem.clients.map(({ release }) => release)).size;
  };
  expect(batches(0.5)).toBeLessThan(batches(0.25) / 3);
  expect(batches(0.5)).toBeGreaterThan(2);
});

test('each family keeps its look', () => {
  const corner = read(capacitatedText(1, { depot: 'corner', demands: 'unit', routeSize: 7 }));
  expect(corner.nodes?.[0]).toEqual({ x: 0, y: 0 });
  expect(corner.problem.vehicles).toMatchObject([{ capacity: 7, count: 100 }]);
  const narrow = read(timeWindowText(1, { family: 'R1', clients: 1000 })).problem;
  const widths = narrow.clients.map(({ earliest = 0, latest = 0 }) => latest - earliest);
  expect(Math.max(...widths)).toBe(100);
  expect(narrow.vehicles).toMatchObject([{ count: 250, capacity: 200 }]);
});

test.each([
  () => capacitatedText(0.5),
  () => capacitatedText(1, { clients: 0 }),
  () => capacitatedText(1, { clients: 20_000 }),
  () => capacitatedText(1, { routeSize: 0 }),
  () => timeWindowText(1, { windowShare: 1.1 }),
  () => timeWindowText(1, { width: [5, 4] }),
  () => multiTripText(1, { releaseShare: 0.2 }),
])('an option out of its range is refused: %#', (make) => {
  expect(make).toThrow(RangeError);
});

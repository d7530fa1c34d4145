import { expect, test } from 'vitest';
import type { Instance } from './instance.ts';
import { readVrplib } from './read.ts';
import {
  CAPACITATED,
  CLASSIC,
  MULTI_TRIP,
  TIME_WINDOWS,
  TWO_DEPOTS,
} from './small-files.fixture.ts';

function read(text: string): Instance {
  const result = readVrplib(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.instance;
}

const matrixOf = (text: string): number[] => [
  ...(read(text).problem.profiles[0]?.distances ?? new Int32Array()),
];

test('CVRP: distances rounded to the nearest, as many vehicles as clients', () => {
  const { name, scale, convention, nodes, problem, vehicleTypes } = read(CAPACITATED);
  expect({ name, scale, convention }).toEqual({
    name: 'small-cvrp',
    scale: 1,
    convention: 'rounded',
  });
  expect(nodes?.[4]).toEqual({ x: -2, y: -1 });
  expect(problem).toMatchObject({
    places: 5,
    depots: [{ place: 0 }],
    clients: [
      { place: 1, demand: 4 },
      { place: 2, demand: 5 },
      { place: 3, demand: 3 },
      { place: 4, demand: 10 },
    ],
    vehicles: [{ count: 4, capacity: 10 }],
  });
  expect(vehicleTypes).toEqual([0, 0, 0, 0]);
  expect(matrixOf(CAPACITATED).slice(0, 10)).toEqual([0, 5, 8, 1, 2, 5, 0, 5, 4, 7]);
  const [profile] = problem.profiles;
  expect(profile?.durations).toBe(profile?.distances);
});

test('VRPTW: ten times over and cut off, service at clients only', () => {
  const { scale, convention, problem } = read(TIME_WINDOWS);
  expect({ scale, convention }).toEqual({ scale: 10, convention: 'one-decimal' });
  expect(problem.depots).toEqual([{ place: 0, service: 0, earliest: 0, latest: 1000 }]);
  expect(problem.clients[1]).toEqual({
    place: 2,
    demand: 8,
    service: 100,
    earliest: 205,
    latest: 300,
  });
  expect(problem.vehicles).toMatchObject([{ count: 2, capacity: 20 }]);
  expect(matrixOf(TIME_WINDOWS).slice(0, 4)).toEqual([0, 14, 36, 70]);
});

test('the classic layout gives the same problem', () => {
  const classic = read(CLASSIC);
  expect(classic.name).toBe('C1x');
  expect(classic.problem).toEqual(read(TIME_WINDOWS).problem);
  expect(read(CLASSIC.replaceAll('\n', '\r\n')).problem).toEqual(classic.problem);
});

test('MTVRPTWR: releases, reloads at the depot, costs in tenths', () => {
  const { scale, convention, problem } = read(MULTI_TRIP);
  expect({ scale, convention }).toEqual({ scale: 1, convention: 'tenths' });
  expect(problem.clients.map(({ release }) => release)).toEqual([0, 90, 30]);
  expect(problem.vehicles).toEqual([{ count: 2, capacity: 10, start: 0, reloads: [0] }]);
  expect(matrixOf(MULTI_TRIP).slice(0, 4)).toEqual([0, 22, 31, 28]);
});

test('several depots: vehicles that are alike are one type', () => {
  const { problem, vehicleTypes } = read(TWO_DEPOTS);
  expect(problem.depots).toMatchObject([{ place: 0 }, { place: 2, earliest: 50, latest: 900 }]);
  expect(problem.clients.map(({ place }) => place)).toEqual([1, 3, 4]);
  expect(problem.vehicles).toEqual([
    { count: 2, capacity: 10, start: 0, reloads: [0, 1] },
    { count: 1, capacity: 10, start: 1 },
  ]);
  expect(vehicleTypes).toEqual([0, 1, 0]);
});

test('DISTANCE limits travel, and with service travel and service', () => {
  const limited = CAPACITATED.replace('CAPACITY', 'DISTANCE : 30\nCAPACITY');
  expect(read(limited).problem.vehicles).toMatchObject([{ distanceAtMost: 30 }]);
  const served = read(limited.replace('CAPACITY', 'SERVICE_TIME : 3\nCAPACITY')).problem;
  expect(served.vehicles).toMatchObject([{ durationAtMost: 30 }]);
  expect(served.vehicles[0]).not.toHaveProperty('distanceAtMost');
  expect(served.clients.every(({ service }) => service === 3)).toBe(true);
  expect(served.depots).toEqual([{ place: 0, service: 0 }]);
});

test('SERVICE_TIME_SECTION gives each node its own', () => {
  const own = 'SERVICE_TIME_SECTION\n2 2.5\n1 0\n3 1\n4 9\nDEPOT_SECTION';
  const { clients } = read(TIME_WINDOWS.replace('DEPOT_SECTION', own)).problem;
  expect(clients.map(({ service }) => service)).toEqual([25, 10, 90]);
});

const explicit = (format: string, rows: string): string => `NAME : e
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EXPLICIT
EDGE_WEIGHT_FORMAT : ${format}
CAPACITY : 2
EDGE_WEIGHT_SECTION
${rows}
DEMAND_SECTION
1 0
2 1
3 1
DEPOT_SECTION
1
-1
EOF`;

test.each([
  ['LOWER_ROW', '4 5\n6'],
  ['UPPER_ROW', '4\n5 6'],
  ['LOWER_DIAG_ROW', '0\n4 0\n5\n6 0'],
  ['UPPER_DIAG_ROW', '0 4 5 0 6 0'],
  ['LOWER_COL', '4 5\n6'],
  ['UPPER_COL', '4\n5 6'],
  ['LOWER_DIAG_COL', '0 4 5\n0 6\n0'],
  ['UPPER_DIAG_COL', '0 4 0 5 6 0'],
  ['FULL_MATRIX', '0 4 5\n4 0 6\n5 6 0'],
])('an explicit matrix in %s', (format, rows) => {
  expect(matrixOf(explicit(format, rows))).toEqual([0, 4, 5, 4, 0, 6, 5, 6, 0]);
  expect(read(explicit(format, rows)).nodes).toBeUndefined();
});

test('a full matrix may differ there and back', () => {
  expect(matrixOf(explicit('FULL_MATRIX', '0 4 5 7 0 6.5 8 9.4 0'))).toEqual([
    0, 4, 5, 7, 0, 7, 8, 9, 0,
  ]);
});

test.each([
  ['CEIL_2D', [0, 2, 4, 8]],
  ['MAN_2D', [0, 2, 5, 10]],
  ['MAX_2D', [0, 1, 3, 5]],
])('%s distances', (type, units) => {
  const text = TIME_WINDOWS.replace('EUC_2D', type);
  expect(matrixOf(text).slice(0, 4)).toEqual(units.map((unit) => unit * 10));
});

test('white space, order of sections and letters of keys do not matter', () => {
  const [head = '', tail = ''] = CAPACITATED.split('NODE_COORD_SECTION\n');
  const [positions = '', rest = ''] = tail.split('DEMAND_SECTION\n');
  const [demands = ''] = rest.split('DEPOT_SECTION\n');
  const other = [
    '\uFEFF',
    head.replaceAll(' : ', ':').replace('TYPE', 'type'),
    'DEPOT_SECTION :\n  1 \n -1\n\n',
    `DEMAND_SECTION\n${demands.trim().split('\n').reverse().join('\n \n')}\n`,
    `NODE_COORD_SECTION\n${positions.replaceAll('\t', '   ')}`,
  ];
  expect(read(other.join('').replaceAll('\n', '\r\n')).problem).toEqual(read(CAPACITATED).problem);
});

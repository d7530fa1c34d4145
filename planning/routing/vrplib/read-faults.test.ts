import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileCode } from './fault.ts';
import { readVrplib } from './read.ts';
import {
  CAPACITATED,
  CLASSIC,
  MULTI_TRIP,
  TIME_WINDOWS,
  TWO_DEPOTS,
} from './small-files.fixture.ts';

function faultsOf(text: string) {
  const read = readVrplib(text);
  return read.ok ? [] : read.faults;
}

const line = (text: string, row: RegExp): number =>
  text.split('\n').findIndex((each) => row.test(each)) + 1;

type Case = [
  code: FileCode,
  text: string,
  from: RegExp | string,
  to: string,
  at: string,
  line?: RegExp,
];

/** Each changes one thing; `line` is a row of the changed text, the whole file without it. */
const cases: Case[] = [
  ['missing-key', CAPACITATED, /TYPE : CVRP\n/, '', 'TYPE'],
  ['missing-key', CAPACITATED, /CAPACITY.*\n/, '', 'CAPACITY'],
  ['missing-key', CAPACITATED, /DIMENSION.*\n/, '', 'DIMENSION'],
  ['missing-key', CAPACITATED, /EDGE_WEIGHT_TYPE.*\n/, '', 'EDGE_WEIGHT_TYPE'],
  ['missing-key', MULTI_TRIP, /VEHICLES:.*\n/, '', 'VEHICLES'],
  ['key-twice', CAPACITATED, 'CAPACITY', 'CAPACITY : 5\nCAPACITY', 'CAPACITY', /^CAPACITY : 10/],
  ['unknown-key', CAPACITATED, 'CAPACITY', 'MAX_STOPS : 5\nCAPACITY', 'MAX_STOPS', /^MAX_STOPS/],
  ['unreadable-line', CAPACITATED, 'CAPACITY', 'what is this\nCAPACITY', '', /^what/],
  ['unreadable-line', CAPACITATED, 'CAPACITY', '7 7\nCAPACITY', '', /^7 7/],
  ['unknown-type', CAPACITATED, 'TYPE : CVRP', 'TYPE : TSP', 'TYPE', /^TYPE/],
  ['unknown-edge-weight-type', CAPACITATED, 'EUC_2D', 'GEO', 'EDGE_WEIGHT_TYPE', /GEO/],
  ['too-large', CAPACITATED, 'DIMENSION : 5', 'DIMENSION : 20001', 'DIMENSION', /^DIM/],
  ['not-whole', CAPACITATED, 'DIMENSION : 5', 'DIMENSION : 5.5', 'DIMENSION', /^DIM/],
  ['out-of-range', CAPACITATED, 'DIMENSION : 5', 'DIMENSION : -5', 'DIMENSION', /^DIM/],
  ['not-number', CAPACITATED, 'CAPACITY : 10', 'CAPACITY : ten', 'CAPACITY', /ten/],
  ['out-of-range', CAPACITATED, 'CAPACITY : 10', 'CAPACITY : 0', 'CAPACITY', /^CAPACITY/],
  ['missing-section', CAPACITATED, /NODE_COORD_SECTION[^D]*/, '', 'NODE_COORD_SECTION'],
  ['missing-section', CAPACITATED, /DEPOT_SECTION[^E]*/, '', 'DEPOT_SECTION'],
  ['missing-section', CAPACITATED, 'TYPE : CVRP', 'TYPE : VRPTW', 'TIME_WINDOW_SECTION'],
  ['missing-section', MULTI_TRIP, /RELEASE_TIME_SECTION[^V]*/, '', 'RELEASE_TIME_SECTION'],
  [
    'unexpected-section',
    TIME_WINDOWS,
    'TYPE : VRPTW',
    'TYPE : CVRP',
    'TIME_WINDOW_SECTION',
    /^TIME_W/,
  ],
  ['unknown-section', CAPACITATED, 'EOF', 'PICKUP_SECTION\n1 1\nEOF', 'PICKUP_SECTION', /^PICKUP/],
  ['section-twice', CAPACITATED, 'EOF', 'DEPOT_SECTION\n1\nEOF', 'DEPOT_SECTION'],
  ['wrong-dimension', CAPACITATED, /4\t1\t1\n/, '', 'NODE_COORD_SECTION', /^1\t0\t0/],
  ['wrong-dimension', CAPACITATED, /5\t10\n/, '5\t10\n6\t1\n', 'DEMAND_SECTION', /^1\t0$/],
  ['duplicate-node', CAPACITATED, '3\t0\t8', '2\t0\t8', 'NODE_COORD_SECTION', /^2\t0\t8/],
  ['unknown-node', CAPACITATED, '3\t0\t8', '6\t0\t8', 'NODE_COORD_SECTION', /^6\t0\t8/],
  ['unknown-node', CAPACITATED, '\t1\n\t-1', '\t9\n\t-1', 'DEPOT_SECTION', /^\t9/],
  ['not-number', CAPACITATED, '3\t0\t8', '3\t0\t0x8', 'NODE_COORD_SECTION', /0x8/],
  ['not-number', CAPACITATED, '3\t0\t8', '3\t0\t1e9999', 'NODE_COORD_SECTION', /1e9999/],
  ['out-of-range', CAPACITATED, '3\t0\t8', '3\t0\t1e99', 'NODE_COORD_SECTION', /1e99/],
  ['row-length', CAPACITATED, '3\t0\t8', '3\t0', 'NODE_COORD_SECTION', /^3\t0$/],
  ['row-length', CAPACITATED, '\t1\n\t-1', '\t1 1\n\t-1', 'DEPOT_SECTION', /^\t1 1/],
  ['not-whole', CAPACITATED, '4\t3\n', '4\t3.5\n', 'DEMAND_SECTION', /3\.5/],
  ['out-of-range', CAPACITATED, '4\t3\n', '4\t-3\n', 'DEMAND_SECTION', /-3/],
  ['demand-over-capacity', CAPACITATED, '5\t10\n', '5\t11\n', 'DEMAND_SECTION', /^5\t11/],
  [
    'depot-with-demand',
    CAPACITATED,
    'SECTION\n1\t0\n2\t4',
    'SECTION\n1\t1\n2\t4',
    'DEMAND_SECTION',
    /^1\t1$/,
  ],
  ['no-depot', CAPACITATED, '\t1\n\t-1', '\t-1', 'DEPOT_SECTION', /^\t-1/],
  ['duplicate-node', CAPACITATED, '\t1\n\t-1', '\t1\n\t1\n\t-1', 'DEPOT_SECTION'],
  ['unreadable-line', CAPACITATED, '\t-1\nEOF', '\t-1\n\t2\nEOF', 'DEPOT_SECTION', /^\t2$/],
  [
    'several-depots',
    CAPACITATED.replace('2\t4\n', '2\t0\n'),
    '\t1\n\t-1',
    '\t1\n\t2\n\t-1',
    'DEPOT_SECTION',
    /^\t1$/,
  ],
  ['too-far', CAPACITATED, '3\t0\t8', '3\t0\t600000000', 'NODE_COORD_SECTION'],
  ['window-reversed', TIME_WINDOWS, '4 0 80', '4 81 80', 'TIME_WINDOW_SECTION', /^4 81/],
  ['out-of-range', TIME_WINDOWS, '4 0 80', '4 0 999999999', 'TIME_WINDOW_SECTION', /^4 0 9/],
  [
    'depot-with-release',
    MULTI_TRIP,
    'RELEASE_TIME_SECTION\n1\t0',
    'RELEASE_TIME_SECTION\n1\t5',
    'RELEASE_TIME_SECTION',
    /^1\t5/,
  ],
  ['unknown-vehicle', TWO_DEPOTS, '3 3 1', '4 3 1', 'VEHICLES_RELOAD_DEPOT_SECTION', /^4 3 1/],
  ['unknown-vehicle', TWO_DEPOTS, '3 3 1', '1 3 1', 'VEHICLES_RELOAD_DEPOT_SECTION', /^1 3 1/],
  ['unknown-depot', TWO_DEPOTS, '3 3 1', '3 2 1', 'VEHICLES_RELOAD_DEPOT_SECTION', /^3 2 1/],
  ['row-length', TWO_DEPOTS, '2 3\n', '2 3 1\n', 'VEHICLES_DEPOT_SECTION', /^2 3 1/],
  ['missing-section', CLASSIC, 'CUSTOMER\n', '\n', 'CUSTOMER'],
  ['row-length', CLASSIC, '   2          20', '   2', 'VEHICLE', /^ {3}2$/],
  ['unknown-node', CLASSIC, '    1      1 ', '    7      1 ', 'CUSTOMER', /^ {4}7/],
  ['demand-over-capacity', CLASSIC, ' 7  ', ' 27 ', 'CUSTOMER', /27/],
  [
    'depot-with-demand',
    CLASSIC,
    '0          0        100',
    '3          0        100',
    'CUSTOMER',
    / 100 /,
  ],
  ['no-client', CLASSIC, /\n {4}[123] .*/g, '', 'CUSTOMER'],
];

test.each(cases)('%s: %#', (code, text, from, to, at, row) => {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const found = faultsOf(changed);
  expect(found).toContainEqual(expect.objectContaining({ code, at }));
  const fault = found.find((each) => each.code === code && each.at === at);
  if (row) expect(fault?.line).toBe(line(changed, row));
  for (const { cause, remedy } of found) {
    for (const { 'zh-CN': zh, en } of [cause, remedy]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe('');
    }
  }
});

test('only what was changed is found', () => {
  expect(faultsOf(CAPACITATED.replace('5\t10\n', '5\t11\n')).map(({ code }) => code)).toEqual([
    'demand-over-capacity',
  ]);
  for (const text of [CAPACITATED, TIME_WINDOWS, MULTI_TRIP, TWO_DEPOTS, CLASSIC]) {
    expect(faultsOf(text)).toEqual([]);
  }
});

test('faults of different rows are found at once, in order', () => {
  const broken = CAPACITATED.replace('5\t10', '5\t11').replace('3\t0\t8', '3\tx\t8');
  expect(faultsOf(broken).map(({ code }) => code)).toEqual(['not-number', 'demand-over-capacity']);
});

test.each([
  ['nothing', ''],
  ['blank lines', '\n\n \r\n\t'],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'],
  ['JSON', '{"format":"water-day/1","name":"x"}'],
  ['a table', 'name,x,y\na,1,2\n'],
  ['zeros', '\u0000'.repeat(100_000)],
])('%s is no VRPLIB file', (_, text) => {
  expect(faultsOf(text)).toMatchObject([{ code: 'not-vrplib', line: 0 }]);
});

const explicit = CAPACITATED.replace('EUC_2D', 'EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_ROW').replace(
  /NODE_COORD_SECTION[^D]*/,
  'EDGE_WEIGHT_SECTION\n1\n2 3\n4 5 6\n7 8 9 10\n',
);

test.each<[FileCode, RegExp | string, string]>([
  ['wrong-matrix-size', '7 8 9 10', '7 8 9'],
  ['wrong-matrix-size', '7 8 9 10', '7 8 9 10 11'],
  ['not-number', '7 8 9 10', '7 8 9 1O'],
  ['out-of-range', '7 8 9 10', '7 8 9 -1'],
  ['too-far', '7 8 9 10', '7 8 9 600000000'],
  ['unknown-edge-weight-format', 'LOWER_ROW', 'FUNCTION'],
  ['missing-key', /EDGE_WEIGHT_FORMAT.*\n/, ''],
])('an explicit matrix: %s', (code, from, to) => {
  expect(faultsOf(explicit)).toEqual([]);
  expect(faultsOf(explicit.replace(from, to)).map((fault) => fault.code)).toEqual([code]);
});

test('a hundred faults are listed, then that there are more', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${i + 1} x y`);
  const text = CAPACITATED.replace('DIMENSION : 5', 'DIMENSION : 5000').replace(
    /NODE_COORD_SECTION[^D]*/,
    `NODE_COORD_SECTION\n${rows.join('\n')}\n`,
  );
  const found = faultsOf(text);
  expect(found).toHaveLength(101);
  expect(found.at(-1)?.code).toBe('more-faults');
});

test('endless lines and rows are refused without being taken apart', () => {
  const endless = '1 '.repeat(2_000_000);
  for (const [from, to] of [
    ['3\t0\t8', `3\t0\t8 ${endless}`],
    ['3\t0\t8', `3\t0\t${'8'.repeat(2_000_000)}`],
    ['\t1\n\t-1', `\t1 ${endless}\n`],
    ['CAPACITY : 10', `CAPACITY : ${'1'.repeat(2_000_000)}`],
    ['CAPACITY : 10', `${'X'.repeat(2_000_000)} : 10`],
    ['EOF', '7 7\n'.repeat(1_000_000)],
  ] as const) {
    const found = faultsOf(CAPACITATED.replace(from, to));
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found).length).toBeLessThan(100_000);
  }
});

test('no text throws, and no change of one character goes through with a fault unseen', () => {
  const files = fc.constantFrom(
    CAPACITATED,
    TIME_WINDOWS,
    MULTI_TRIP,
    TWO_DEPOTS,
    CLASSIC,
    explicit,
  );
  const edit = fc.record({
    at: fc.nat(700),
    drop: fc.nat(12),
    put: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\n', ' ', '-', '0', '1', '9', '.', 'e', ':'),
    ),
  });
  let read = 0;
  let refused = 0;
  fc.assert(
    fc.property(files, fc.array(edit, { minLength: 1, maxLength: 3 }), (file, edits) => {
      const text = edits.reduce(
        (now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
        file,
      );
      const result = readVrplib(text);
      if (!result.ok) {
        refused++;
        expect(result.faults.length).toBeGreaterThan(0);
        return;
      }
      read++;
      const { problem } = result.instance;
      expect(problem.profiles[0]?.distances).toHaveLength(problem.places ** 2);
      expect(problem.clients.length + problem.depots.length).toBe(problem.places);
      const numbers = [...problem.clients, ...problem.depots].flatMap((each) =>
        Object.values(each),
      );
      expect(numbers.every(Number.isInteger)).toBe(true);
    }),
    { numRuns: 2000, seed: 3 },
  );
  expect(Math.min(read, refused)).toBeGreaterThan(100);
});

import { randomFrom } from '@liangbuwu/routing/search/random.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { generate } from '../generate/generate.ts';
import type { Problem } from '../water-day.ts';
import { attempt } from './apply.ts';
import { type Board, newBoard } from './board.ts';
import { construct } from './construct.ts';
import { packDay } from './day.ts';
import { resumeNothing } from './resume.ts';
import { insertStop, type Route } from './route.ts';
import { compareMerit, meritOf } from './score.ts';
import { SMALL, tidy } from './tidy.ts';
import { evenWeights } from './weights.ts';
import { writePlan } from './write-plan.ts';

/** Two tankers, one source, one village of 1,000 people (20,000 litres), ten minutes between any two places. */
function village(): Problem {
  const ids = ['depot', 'well', 'village'];
  const table = (apart: number) => ids.map((a) => ids.map((b) => (a === b ? 0 : apart)));
  return {
    format: 'water-day/1',
    name: 'village',
    day: { date: '2022-11-10', from: 25200, to: 86400 },
    places: ids.map((id) => ({ id, name: id, lon: 113, lat: 27.5 })),
    travel: { seconds: table(600), metres: table(5000) },
    tiers: [{ name: 'full', litresPerPerson: 20 }],
    tankers: ['T1', 'T2'].map((id) => ({
      id,
      home: 'depot',
      litres: 8000,
      from: 25200,
      to: 57600,
    })),
    sources: [
      {
        id: 'S',
        place: 'well',
        bays: 2,
        litresPerMinute: 600,
        setupSeconds: 300,
        open: [[25200, 79200]],
      },
    ],
    points: [{ id: 'P', place: 'village', people: 1000, litresPerMinute: 400, setupSeconds: 300 }],
  };
}

function boardOf(
  problem: Problem,
  routes: [r: number, stops: [node: number, litres: number][]][],
): Board {
  const day = packDay(problem, resumeNothing(problem));
  const board = newBoard(day, evenWeights(day.K, 0.5));
  for (const [r, stops] of routes) {
    const done = attempt(board, r, false, (draft) => {
      for (const [node, litres] of stops) insertStop(draft, draft.count, node, litres);
    });
    expect(done).toBe(true);
  }
  return board;
}

const deliveries = (board: Board) =>
  board.routes.map(({ count, node, litres }) =>
    Array.from(litres.subarray(0, count)).filter((_, i) => (node[i] as number) >= board.day.S),
  );

/** Rows of `short` aside, which no plan has yet when it is tidied. */
const faultsOf = (board: Board) =>
  check(board.day.problem, writePlan(board, undefined)).faults.filter(
    ({ at }) => !at.startsWith('/short'),
  );

const WELL = 0;
const VILLAGE = 1;

test('two deliveries in a row to one point become one', () => {
  const board = boardOf(village(), [
    [
      0,
      [
        [WELL, 0],
        [VILLAGE, 3000],
        [VILLAGE, 5000],
      ],
    ],
  ]);
  tidy(board);
  expect(deliveries(board)).toEqual([[8000], []]);
  expect(faultsOf(board)).toEqual([]);
});

test('a delivery of a few litres is given up where another tanker can bring them', () => {
  const board = boardOf(village(), [
    [
      0,
      [
        [WELL, 0],
        [VILLAGE, 6000],
      ],
    ],
    [
      1,
      [
        [WELL, 0],
        [VILLAGE, 150],
      ],
    ],
  ]);
  tidy(board);
  expect(deliveries(board)).toEqual([[6150], []]);
});

test('where nobody else has room for them, a delivery of a few litres becomes a bigger one', () => {
  const problem = village();
  const point = problem.points[0];
  if (point) point.people = 405;
  const board = boardOf(problem, [
    [
      0,
      [
        [WELL, 0],
        [VILLAGE, 8000],
      ],
    ],
    [
      1,
      [
        [WELL, 0],
        [VILLAGE, 100],
      ],
    ],
  ]);
  tidy(board);
  const litres = deliveries(board).flat();
  expect(litres.reduce((sum, one) => sum + one, 0)).toBe(8100);
  expect(Math.min(...litres)).toBeGreaterThanOrEqual(SMALL);
});

test('what little one village lacks is taken from where there is more', () => {
  const problem = village();
  problem.tiers = [
    { name: 'basic', litresPerPerson: 10 },
    { name: 'full', litresPerPerson: 20 },
  ];
  problem.points = [
    { ...(problem.points[0] as Problem['points'][number]), people: 390 },
    { id: 'Q', place: 'depot', people: 410, litresPerMinute: 400, setupSeconds: 300 },
  ];
  const board = boardOf(problem, [
    [
      0,
      [
        [WELL, 0],
        [VILLAGE, 3950],
        [VILLAGE + 1, 4050],
      ],
    ],
  ]);
  tidy(board);
  expect(deliveries(board)[0]).toEqual([3900, 4100]);
});

test('tidying makes no plan worse, and what comes of it passes the checker', () => {
  let tidied = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
      const problem = generate(seed, { points: 15 });
      const day = packDay(problem, resumeNothing(problem));
      const board = newBoard(day, evenWeights(day.K, 0.5));
      construct(board, randomFrom(seed), { idle: 0, blur: 0.3 }, () => false);
      const before = meritOf(board);
      const visits = deliveries(board);
      tidy(board);
      if (JSON.stringify(deliveries(board)) !== JSON.stringify(visits)) tidied += 1;
      expect(compareMerit(meritOf(board), before)).toBeLessThanOrEqual(0);
      expect(faultsOf(board)).toEqual([]);
    }),
    { numRuns: 40, seed: 3 },
  );
  expect(tidied).toBeGreaterThan(0);
});

test('a route holds what it was told to hold: no stop starts before its hold', () => {
  const board = boardOf(village(), [
    [
      0,
      [
        [WELL, 0],
        [VILLAGE, 3000],
      ],
    ],
  ]);
  const starts = () => Array.from((board.routes[0] as Route).start.subarray(0, 2));
  const [fill, deliver] = starts();
  expect(
    attempt(board, 0, false, (draft) => void (draft.hold[1] = (deliver as number) + 1000)),
  ).toBe(true);
  expect(starts()).toEqual([fill, (deliver as number) + 1000]);
  expect(attempt(board, 0, false, (draft) => void (draft.hold[0] = (fill as number) + 5000))).toBe(
    true,
  );
  expect(starts()).toEqual([(fill as number) + 5000, (deliver as number) + 5000]);
});

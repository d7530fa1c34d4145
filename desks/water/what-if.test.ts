import { parseProblem } from '@liangbuwu/trucking/format/problem.ts';
import { expect, test } from 'vitest';
import { floors, problem, tanker } from './testing/small-day.ts';
import { assume, assumedFloors, WhatIf } from './what-if.ts';

const nothing = { floors: null, more: [], longer: 0, without: [] };
const [source] = problem.sources;
const like = tanker.id;
const cast = {
  shifts: Object.fromEntries(problem.tankers.map(({ id }) => [id, { tanker: like, name: '三号' }])),
  points: {},
  villages: {},
  floors: 'v1',
  lossPercent: 0,
};
const ids = () => {
  let last = 0;
  return () => `new-${(last += 1)}`;
};
const would = (part: Partial<WhatIf>, now = 30_000) =>
  assume({ problem, cast }, { ...nothing, ...part }, { now, newId: ids() });

test('what is assumed gives a valid day, and what is not assumed stays', () => {
  const parts: Partial<WhatIf>[] = [
    { more: [{ like, count: 2 }] },
    { longer: 7200 },
    { without: [source?.id ?? ''] },
  ];
  for (const part of parts) {
    const { problem: day } = would(part);
    expect(parseProblem(day)).toMatchObject({ ok: true });
    expect(day.points).toEqual(problem.points);
    expect(day.travel).toBe(problem.travel);
  }
});

test('floors are the assumed ones, each with its label and source; without any they stay', () => {
  const assumed = assumedFloors(floors, { ...nothing, floors: [5, 10, 15] });
  expect(assumed.tiers.map((tier) => tier.litresPerPerson)).toEqual([5, 10, 15]);
  expect(assumed.tiers.map(({ source: of }) => of)).toEqual(
    floors.tiers.map(({ source: of }) => of),
  );
  expect(assumedFloors(floors, { ...nothing, longer: 3600 })).toEqual(floors);
});

test('a tanker more has every part of its model’s day, ids of its own, and a name that says so', () => {
  const { problem: day, cast: who } = would({ more: [{ like, count: 2 }] });
  const added = day.tankers.slice(problem.tankers.length);
  expect(added).toHaveLength(2 * problem.tankers.length);
  expect(new Set(day.tankers.map(({ id }) => id)).size).toBe(day.tankers.length);
  expect(added.map(({ id }) => who.shifts[id]?.name)).toEqual(
    [1, 2].flatMap((number) => problem.tankers.map(() => `三号 +${number}`)),
  );
  const [first] = problem.tankers;
  expect(added[0]).toMatchObject({ litres: first?.litres, home: first?.home, to: first?.to });
});

test('a tanker more is not out of use because its model is', () => {
  const out = { ...problem, tankers: problem.tankers.map((one) => ({ ...one, out: 0 })) };
  const day = assume(
    { problem: out, cast },
    { ...nothing, more: [{ like, count: 1 }] },
    {
      now: 0,
      newId: ids(),
    },
  );
  expect(day.problem.tankers.at(-1)).not.toHaveProperty('out');
});

test('longer hours end with the day', () => {
  const day = would({ longer: 6 * 3600 }).problem;
  for (const [i, { to }] of day.tankers.entries()) {
    expect(to).toBe(Math.min(86_400, (problem.tankers[i]?.to ?? 0) + 6 * 3600));
  }
  expect(day.sources[0]?.open.at(-1)?.[1]).toBe(
    Math.min(86_400, (source?.open.at(-1)?.[1] ?? 0) + 6 * 3600),
  );
});

test('a source is lost as of now: what was filled there before stands', () => {
  const [from = 0] = source?.open[0] ?? [];
  const without = [source?.id ?? ''];
  expect(would({ without }, from + 600).problem.sources[0]?.open).toEqual([[from, from + 600]]);
  expect(would({ without }, from).problem.sources[0]?.open).toEqual([]);
});

test('assuming nothing is refused', () => {
  expect(WhatIf.safeParse(nothing).success).toBe(false);
  expect(WhatIf.safeParse({ ...nothing, longer: 1 }).success).toBe(true);
  expect(WhatIf.safeParse({ ...nothing, floors: [10, 5, 20] }).success).toBe(false);
});

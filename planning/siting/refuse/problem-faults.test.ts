import { expect, test } from 'vitest';
import type { Group, Problem, Site } from '../problem.ts';
import { threeWells } from '../small-problem.fixture.ts';
import type { ProblemCode } from './fault.ts';
import { InvalidProblem } from './invalid-problem.ts';
import { problemFaults } from './problem-faults.ts';

/** Anything may stand anywhere. */
type Loose = Record<string, unknown> & {
  sites: (Record<keyof Site, unknown> & Partial<Site>)[];
  groups: (Record<keyof Group, unknown> & Partial<Group>)[];
  metres: unknown[][];
};

const site = (problem: Loose, i = 1) => problem.sites[i] as Record<keyof Site, unknown>;
const group = (problem: Loose, j = 1) => problem.groups[j] as Record<keyof Group, unknown>;

const cases: [code: ProblemCode, at: string, spoil: (problem: Loose) => unknown][] = [
  ['missing', 'sites', (p) => delete (p as Partial<Loose>).sites],
  ['missing', 'most', (p) => delete p.most],
  ['missing', 'sites[1].yield', (p) => (site(p).yield = undefined)],
  ['missing', 'groups[1].id', (p) => (group(p).id = undefined)],
  ['missing', 'groups[1].litres', (p) => (group(p).litres = undefined)],
  ['missing', 'metres[0][1]', (p) => p.metres[0]?.splice(1, 1, undefined)],
  ['wrong-type', 'sites', (p) => Object.assign(p, { sites: 'three' })],
  ['wrong-type', 'sites[1]', (p) => Object.assign(p.sites, { 1: null })],
  ['wrong-type', 'sites[1].id', (p) => (site(p).id = 7)],
  ['wrong-type', 'sites[1].existing', (p) => (site(p).existing = 'yes')],
  ['wrong-type', 'groups[1].people', (p) => (group(p).people = '12')],
  ['wrong-type', 'metres', (p) => Object.assign(p, { metres: {} })],
  ['wrong-type', 'metres[0]', (p) => Object.assign(p.metres, { 0: 'far' })],
  ['wrong-type', 'limits', (p) => (p.limits = 500)],
  ['wrong-type', 'limits.metres', (p) => (p.limits = { metres: '500' })],
  ['wrong-type', 'most', (p) => (p.most = null)],
  ['not-whole', 'groups[1].people', (p) => (group(p).people = 12.5)],
  ['not-whole', 'metres[0][0]', (p) => p.metres[0]?.splice(0, 1, 200.4)],
  ['not-whole', 'months', (p) => (p.months = 1.5)],
  ['too-fine', 'sites[1].yield', (p) => (site(p).yield = 0.0005)],
  ['too-fine', 'sites[1].building', (p) => (site(p).building = 10.001)],
  ['too-fine', 'groups[1].litres', (p) => (group(p).litres = 7.1234)],
  ['out-of-range', 'sites[1].yield', (p) => (site(p).yield = -1)],
  ['out-of-range', 'sites[1].running', (p) => (site(p).running = 1e7)],
  ['out-of-range', 'groups[1].people', (p) => (group(p).people = Number.NaN)],
  ['out-of-range', 'groups[1].litres', (p) => (group(p).litres = 0)],
  ['out-of-range', 'metres[0][0]', (p) => p.metres[0]?.splice(0, 1, Infinity)],
  ['out-of-range', 'limits.queue', (p) => (p.limits = { queue: -1 })],
  ['out-of-range', 'most', (p) => (p.most = 1001)],
  ['out-of-range', 'budget', (p) => (p.budget = -5)],
  ['out-of-range', 'trucking', (p) => (p.trucking = -5)],
  ['unknown-choice', 'sites[1].choice', (p) => (site(p).choice = 'maybe')],
  ['id-empty', 'sites[1].id', (p) => (site(p).id = '')],
  ['id-twice', 'sites[1].id', (p) => (site(p).id = 'old')],
  ['id-twice', 'groups[3].id', (p) => (group(p, 3).id = 'a')],
  ['existing-choice', 'sites[0].choice', (p) => (site(p, 0).choice = 'never')],
  ['matrix-size', 'metres', (p) => p.metres.pop()],
  ['matrix-size', 'metres[2]', (p) => p.metres[2]?.pop()],
  ['sum-over', 'groups', (p) => p.groups.push(...many())],
  ['must-over-most', 'most', (p) => Object.assign(p, { most: 0 }, void (site(p).choice = 'must'))],
  [
    'must-over-budget',
    'budget',
    (p) => Object.assign(p, { budget: 7999 }, void (site(p).choice = 'must')),
  ],
];

/** Eleven million people. */
function many(): Loose['groups'] {
  return Array.from({ length: 11 }, (_, i) => ({ id: `many-${i}`, people: 1e6, litres: 1 }));
}

/** Ways for groups that a spoiled problem has more. */
function widened(problem: Loose): Loose {
  const wide = (rows: unknown) =>
    Array.isArray(rows) && problem.groups.length > 4
      ? rows.map((row: unknown[]) => problem.groups.map((_, j) => row[j] ?? null))
      : rows;
  return {
    ...problem,
    metres: wide(problem.metres) as Loose['metres'],
    seconds: wide(problem.seconds),
  };
}

test('a good problem has no fault, with everything optional or without', () => {
  expect(problemFaults(threeWells())).toEqual([]);
  expect(problemFaults({ sites: [], groups: [], metres: [], seconds: [], most: 0 })).toEqual([]);
  const full: Partial<Problem> = { budget: null, trucking: null, months: 0, limits: { metres: 1 } };
  expect(problemFaults(threeWells(full))).toEqual([]);
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'problem %i is refused for %s alone, at %s',
  (_, code, at, spoil) => {
    const problem = structuredClone(threeWells()) as unknown as Loose;
    spoil(problem);

    const faults = problemFaults(widened(problem));

    const cascade = at === 'sites' || at === 'groups' ? ['matrix-size'] : [];
    const own = faults.filter((fault) => !cascade.includes(fault.code));
    expect(own.map((fault) => [fault.code, fault.at])).toEqual([[code, at]]);
    const [{ cause, remedy }] = own as [(typeof own)[number]];
    for (const words of [cause, remedy]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words['zh-CN']).not.toMatch(/undefined|NaN(?! 超出)/);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
  },
);

test.each([undefined, null, 5, 'x', []])('%s is no problem', (value) => {
  expect(problemFaults(value).map(({ at }) => at)).toEqual(['']);
});

test('of more than a hundred faults a hundred are listed, and that there are more', () => {
  const sites = Array.from({ length: 150 }, () => ({ id: 'same', yield: 1 }));
  const faults = problemFaults({ ...threeWells(), sites });
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)?.code).toBe('more-faults');
});

test('the error tells the first five in both languages', () => {
  const sites = Array.from({ length: 9 }, (_, i) => ({ id: `s${i}`, yield: -1 }));
  const error = new InvalidProblem(problemFaults({ ...threeWells(), sites }));
  const lines = error.message.split('\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain('sites[0].yield (out-of-range): -1 超出');
  expect(lines[1]).toContain('outside');
});

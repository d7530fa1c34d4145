import { describe, expect, test } from 'vitest';
import type { Site } from '../problem.ts';
import { problemOf } from '../small-problem.fixture.ts';
import { instanceOf } from './instance.ts';
import { partsOf } from './reduce.ts';

const near: [number, number] = [100, 200];
const far: [number, number] = [300, 600];
const groups = [
  { id: 'a', people: 10, litres: 15 },
  { id: 'b', people: 20, litres: 15 },
  { id: 'c', people: 30, litres: 15 },
];

function parts(sites: Site[], ways: ([number, number] | null)[][], budget: number | null = null) {
  return partsOf(instanceOf(problemOf(sites, groups, ways, { budget, most: sites.length })));
}

/** Indices of the sites that are left, by part. */
function left(sites: Site[], ways: ([number, number] | null)[][], budget: number | null = null) {
  return parts(sites, ways, budget).map((part) => part.sites);
}

test('what no walk connects is apart, unless they share a budget', () => {
  const sites = [
    { id: 's', yield: 150 },
    { id: 't', yield: 150 },
  ];
  const ways = [
    [near, near, null],
    [null, null, near],
  ];
  expect(left(sites, ways)).toEqual([[1], [0]]);
  expect(left(sites, ways, 100)).toEqual([[0, 1]]);
});

test('groups with the same sites are one class; water is counted in people, no more than can be drunk', () => {
  const sites = [
    { id: 's', yield: 100, building: 1 },
    { id: 't', yield: 10_000, building: 2 },
  ];
  const [part] = parts(sites, [
    [near, far, null],
    [near, near, near],
  ]);
  expect(part?.caps).toEqual([6, 60]);
  expect(part?.classes).toEqual([
    { people: 30, need: 1, sites: [0, 1], members: [0, 1] },
    { people: 30, need: 1, sites: [1], members: [2] },
  ]);
});

describe('a site that another replaces whatever is chosen is gone', () => {
  const little = { id: 'little', yield: 9000, building: 100, running: 5 };
  const large = { id: 'large', yield: 9000, building: 100, running: 4 };
  const ways = [
    [near, near, null],
    [far, far, near],
  ];
  test('when that is cheaper', () => {
    expect(left([little, large], ways)).toEqual([[1]]);
  });
  test('not when it has too little water', () => {
    expect(left([little, { ...large, yield: 899 }], ways)).toEqual([[0, 1]]);
    expect(left([little, { ...large, yield: 900 }], ways)).toEqual([[1]]);
  });
  test('not when it is dearer to build, though cheaper in all', () => {
    const dear = { ...large, building: 101, running: 0 };
    expect(left([little, dear], ways)).toEqual([[0, 1]]);
  });
  test('not when it costs the same and people walk further', () => {
    expect(left([little, { ...large, running: 5 }], ways)).toEqual([[0, 1]]);
  });
  test('of two that are the same in all, the second', () => {
    expect(
      left(
        [large, { ...large, id: 'same' }],
        [
          [near, near, near],
          [near, near, near],
        ],
      ),
    ).toEqual([[0]]);
  });
  test('not when it must be built, or is there already', () => {
    expect(left([{ ...little, choice: 'must' }, large], ways)).toEqual([[0, 1]]);
    expect(left([{ ...little, existing: true }, large], ways)).toEqual([[0, 1]]);
  });
});

test('a site that nobody reaches is gone, unless it must be built or is there', () => {
  const ways = [[null, null, null]];
  expect(left([{ id: 's', yield: 9 }], ways)).toEqual([]);
  expect(left([{ id: 's', yield: 9, choice: 'must' }], ways)).toEqual([[0]]);
  expect(left([{ id: 's', yield: 9, existing: true }], ways)).toEqual([[0]]);
});

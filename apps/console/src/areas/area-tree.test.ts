import type { Area } from '@liangbuwu/office/register/areas/contract.ts';
import { expect, test } from 'vitest';
import { buildAreaTree, firstOpened, usualLevelBelow } from './area-tree.ts';

const area = (id: string, parent: string | null, level: Area['level'] = 'other'): Area => ({
  id,
  parent,
  level,
  name: id,
  code: null,
  extended: false,
  inScope: true,
});
const ids = (areas: readonly Area[]) => areas.map(({ id }) => id);

test('a list in any order becomes a tree that keeps its order', () => {
  const tree = buildAreaTree([
    area('b', 'town'),
    area('town', 'county'),
    area('county', null),
    area('a', 'town'),
  ]);
  expect(ids(tree.roots)).toEqual(['county']);
  expect(ids(tree.childrenOf('town'))).toEqual(['b', 'a']);
  expect(ids(tree.childrenOf('a'))).toEqual([]);
  expect(ids(tree.above('a'))).toEqual(['county', 'town']);
  expect(ids(tree.above('county'))).toEqual([]);
  expect(tree.find('town')?.id).toBe('town');
});

test('one branch alone has its own top, and a ring does not hang', () => {
  expect(ids(buildAreaTree([area('town', 'county'), area('a', 'town')]).roots)).toEqual(['town']);
  const ring = buildAreaTree([area('x', 'y'), area('y', 'x')]);
  expect(ids(ring.above('x'))).toEqual(['y']);
});

test('what is added is of its siblings’ level, else of the one below', () => {
  const zone = area('zone', 'city', 'county');
  expect(usualLevelBelow(zone, [])).toBe('town');
  expect(usualLevelBelow(zone, [area('v', 'zone', 'village')])).toBe('village');
  expect(usualLevelBelow(area('v', null, 'village'), [])).toBe('other');
});

test('the way down to what is within reach is unfolded at first, and nothing else', () => {
  const far = { inScope: false };
  const areas = [
    { ...area('city', null), ...far },
    { ...area('county', 'city'), ...far },
    { ...area('other', 'city'), ...far },
    area('town', 'county'),
    area('village', 'town'),
  ];
  expect(firstOpened(areas, buildAreaTree(areas))).toEqual(['city', 'county', 'town']);
});

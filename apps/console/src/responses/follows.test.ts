import { exampleSet, exampleVersion } from '@liangbuwu/office/rulebook/contract.examples.ts';
import type { VersionHead } from '@liangbuwu/office/rulebook/rulebook.ts';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { expect, test } from 'vitest';
import type { Response } from '../shell/use-situation.ts';
import { alreadyOpen, instantIn, rulesThatFollow } from './follows.ts';

const path = ['district', 'city'];
const { table: _, cases: __, source: ___, appeal: ____, ...head } = exampleVersion;
const version = (id: string, given: Partial<VersionHead> = {}): VersionHead => ({
  ...head,
  id,
  set: 'set',
  from: '2022-11-01T00:00:00Z',
  ...given,
});
const set = {
  ...exampleSet,
  id: 'set',
  area: { id: 'district', name: '天元区', path },
  versions: [
    version('first'),
    version('next', { number: 2, from: '2022-11-20T00:00:00Z' }),
    version('draft', { number: 3, state: 'draft' }),
  ],
};
const at = '2022-11-10T00:00:00Z';
const follow = (paths: string[][], kind: Response['kind'] = 'epidemic') =>
  rulesThatFollow({ sets: [set], kind, paths, at }).map((one) => [one.version.id, one.standing]);

test('rules of the kind follow in their own area, and where it lies above or below', () => {
  const both = [
    ['first', 'in-force'],
    ['next', 'coming'],
  ];
  expect(follow([['district', 'city']])).toEqual(both);
  expect(follow([['city']])).toEqual(both);
  expect(follow([['town', 'district', 'city']])).toEqual(both);
  expect(follow([['other', 'city']])).toEqual([]);
  expect(follow([['district', 'city']], 'flood')).toEqual([]);
});

test('a response of the kind that covers some of it already is told', () => {
  const open = {
    kind: 'epidemic',
    ended: null,
    areas: [{ id: 'district', name: '' }],
  } as unknown as Response;
  const told = (paths: string[][], response = open) =>
    alreadyOpen([response], { kind: 'epidemic', paths, pathOf: () => path }).length;
  expect(told([['town', 'district', 'city']])).toBe(1);
  expect(told([['city']])).toBe(1);
  expect(told([['other', 'city']])).toBe(0);
  expect(told([['city']], { ...open, ended: at })).toBe(0);
});

test('what is typed is a time of the zone that is chosen', () => {
  const of = (zone: string) => instantIn(createFormat('en', zone), '2022-11-10T06:00');
  expect(of('Asia/Shanghai')).toBe('2022-11-09T22:00:00.000Z');
  expect(of('Asia/Urumqi')).toBe('2022-11-10T00:00:00.000Z');
  expect(of('UTC')).toBe('2022-11-10T06:00:00.000Z');
});

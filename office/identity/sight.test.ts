import { expect, test } from 'vitest';
import { say } from '../http/say.ts';
import type { PermissionList } from '../permission.ts';
import { explainSight, type NamedGrant } from './sight.ts';

const permissions: PermissionList = {
  'water.read': { words: say('看', 'See'), roles: [] },
  'water.plan': { words: say('排', 'Plan'), roles: [] },
  'ledger.read': { words: say('查', 'Read'), roles: [] },
};
const grant = (
  role: string,
  area: string,
  held: string[],
  lender: NamedGrant['lender'] = null,
): NamedGrant => ({
  role,
  name: say(role, role),
  permissions: held,
  area,
  areaName: area,
  lender,
});
const above = new Map([
  ['town', new Set(['town', 'county'])],
  ['village', new Set(['village', 'town', 'county'])],
]);
const ids = (worded: readonly { permission: string }[]) =>
  worded.map(({ permission }) => permission);
const lender = { id: 'officer', name: '甲', until: '2022-11-20' };

test('a role holds below its area too, and every permission is either held or not', () => {
  const { areas } = explainSight(
    [grant('planner', 'town', ['water.plan']), grant('cadre', 'village', ['water.read'])],
    above,
    permissions,
  );
  expect(
    areas.map(({ area, parts, mayNot }) => [area.id, ids(parts[0]?.may ?? []), ids(mayNot)]),
  ).toEqual([
    ['town', ['water.plan'], ['water.read', 'ledger.read']],
    ['village', ['water.read', 'water.plan'], ['ledger.read']],
  ]);
});

test('of what is borrowed it says what goes beyond the own, from whom and until when', () => {
  const { areas } = explainSight(
    [
      grant('cadre', 'village', ['water.read']),
      grant('planner', 'town', ['water.read', 'water.plan'], lender),
    ],
    above,
    permissions,
  );
  const [village, town] = areas;
  expect(village?.parts.map((part) => [part.lender, ids(part.may)])).toEqual([
    [null, ['water.read']],
    [lender, ['water.plan']],
  ]);
  expect(town?.parts.map((part) => [part.lender?.name, ids(part.may)])).toEqual([
    ['甲', ['water.read', 'water.plan']],
  ]);
});

test('a permission that no room declares any more keeps its own name; no role is no area', () => {
  const { areas } = explainSight([grant('old', 'town', ['gone.read'])], above, permissions);
  expect(areas[0]?.parts[0]?.may).toEqual([
    { permission: 'gone.read', words: say('gone.read', 'gone.read') },
  ]);
  expect(explainSight([], above, permissions)).toEqual({ areas: [] });
});

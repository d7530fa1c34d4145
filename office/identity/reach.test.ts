import { expect, test } from 'vitest';
import { findExcess, isWithinReach, type Reach } from './reach.ts';

const reach: Reach = {
  covers: (area) => area === 'town' || area === 'village',
  holds: (area) => new Set(area === 'town' ? ['water.plan'] : ['water.plan', 'ledger.read']),
};
const planner = { role: 'planner', permissions: ['water.plan'] };
const auditor = { role: 'auditor', permissions: ['ledger.read', 'water.plan'] };

test('a grant is measured in its own area', () => {
  expect(findExcess(reach, { ...planner, area: 'town' })).toBeUndefined();
  expect(findExcess(reach, { ...planner, area: 'county' })).toEqual({ excess: 'area' });
  expect(findExcess(reach, { ...auditor, area: 'town' })).toEqual({
    excess: 'permissions',
    permissions: ['ledger.read'],
  });
  expect(findExcess(reach, { ...auditor, area: 'village' })).toBeUndefined();
});

test('an account is within reach when its home and all that it holds are', () => {
  expect(isWithinReach(reach, { area: 'town', roles: [] })).toBe(true);
  expect(isWithinReach(reach, { area: 'county', roles: [] })).toBe(false);
  expect(isWithinReach(reach, { area: 'town', roles: [{ ...planner, area: 'county' }] })).toBe(
    false,
  );
  expect(isWithinReach(reach, { area: 'town', roles: [{ ...auditor, area: 'town' }] })).toBe(false);
});

import { expect, test } from 'vitest';
import type { Contract } from '../http/contract.ts';
import * as administration from './administration.contract.ts';
import * as entrance from './contract.ts';

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'permission' in value;
const exported: unknown[] = [...Object.values(entrance), ...Object.values(administration)];
const contracts = exported.filter(isContract);

test('no secret is ever part of an address', () => {
  expect(contracts.map(({ id }) => id)).toContain('identity.use-link');
  const names = contracts.flatMap(({ path, query }) => [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''),
    ...Object.keys(query?.shape ?? {}),
  ]);
  expect(names).toContain('account');
  expect(names.filter((name) => /token|password|secret|link/.test(name))).toEqual([]);
});

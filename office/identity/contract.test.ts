import { describe, expect, test } from 'vitest';
import type { Contract } from '../http/contract.ts';
import * as administration from './administration.contract.ts';
import * as entrance from './contract.ts';

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'permission' in value;
const exported: unknown[] = [...Object.values(entrance), ...Object.values(administration)];
const contracts = exported.filter(isContract);

test('every route of the room is looked at', () => {
  expect(new Set(contracts.map(({ id }) => id))).toHaveProperty('size', 14);
});

describe.each(contracts.map((one) => [one.id, one] as const))('%s', (_, { example, ...one }) => {
  test.each(['params', 'query', 'body'] as const)('its example of %s is valid', (part) => {
    const schema = one[part];
    if (schema) expect(schema.safeParse(example[part]).error).toBeUndefined();
    else expect(example[part]).toBeUndefined();
  });

  test('its example of an output is valid', () => {
    expect(one.output.safeParse(example.output).error).toBeUndefined();
  });

  test('no secret stands in its address', () => {
    expect(one.path).not.toMatch(/:(token|password|link)/);
    expect(Object.keys(one.query?.shape ?? {})).not.toContain('token');
  });
});

import { expect, test } from 'vitest';
import { readGateSearch } from './search.ts';

test('reads what makes sense of an address, and passes over the rest', () => {
  const gate = '4b0f6c1e-2a7d-4f53-9d0a-6e1c2b3a4d05';
  expect(readGateSearch({ gate, day: '2022-11-10', more: 1 })).toEqual({ gate, day: '2022-11-10' });
  expect(readGateSearch({ gate: 'x', response: 7, day: '2022-13-40' })).toEqual({});
});

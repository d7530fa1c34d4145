import { expect, test } from 'vitest';
import { findInForce } from './in-force.ts';

const versions = [
  { version: '1', until: '2022-11-14' },
  { version: '2', from: '2022-11-15', until: '2022-11-30' },
  { version: '2a', from: '2022-11-17T12:00:00+08:00', until: '2022-11-18' },
  { version: '3', from: '2022-12-01' },
].map((issue) => ({ issue }));

test.each([
  ['2000-01-01T00:00:00Z', '1'],
  ['2022-11-14T23:59:59+08:00', '1'],
  ['2022-11-15T00:00:00+08:00', '2'],
  ['2022-11-17T03:59:59Z', '2'],
  ['2022-11-17T04:00:00Z', '2a'],
  ['2022-11-19T00:00:00+08:00', '2'],
  ['2022-12-01T00:00:00+08:00', '3'],
  ['2030-01-01T00:00:00+08:00', '3'],
])('at %s version %s holds', (at, version) => {
  expect(findInForce(versions, at)?.issue.version).toBe(version);
});

test('where none holds, or the moment is none, there is none', () => {
  expect(findInForce(versions.slice(1, 2), '2022-12-01T00:00:00+08:00')).toBeUndefined();
  expect(findInForce(versions, 'now')).toBeUndefined();
  expect(findInForce([], '2022-12-01T00:00:00+08:00')).toBeUndefined();
});

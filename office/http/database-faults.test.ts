import { describe, expect, test } from 'vitest';
import { databaseFault, isPassing } from './database-faults.ts';

const fault = (code: string, more: object = {}) =>
  Object.assign(new Error('in some language'), { code, ...more });

describe('what a fault of the database means to who asked', () => {
  test.each([
    ['08006', 503, 'database-away'],
    ['08P01', 503, 'database-away'],
    ['57P01', 503, 'database-away'],
    ['57P03', 503, 'database-away'],
    ['53300', 503, 'database-away'],
    ['ECONNREFUSED', 503, 'database-away'],
    ['ECONNRESET', 503, 'database-away'],
    ['ENOENT', 503, 'database-away'],
    ['23505', 409, 'changed-meanwhile'],
    ['23503', 409, 'changed-meanwhile'],
    ['40001', 409, 'changed-meanwhile'],
    ['40P01', 409, 'changed-meanwhile'],
    ['22P02', 400, 'malformed'],
    ['22003', 400, 'malformed'],
    ['22008', 400, 'malformed'],
    ['22021', 400, 'malformed'],
    ['23514', 400, 'malformed'],
  ])('%s', (code, status, named) => {
    expect(databaseFault(fault(code))).toMatchObject({ status, body: { code: named } });
  });

  test('a line that ended without a code', () => {
    expect(databaseFault(new Error('Connection terminated unexpectedly'))?.body.code).toBe(
      'database-away',
    );
  });

  test("a row outside of the scope is told from a privilege that is missing, which is ours, whatever the server's language", () => {
    expect(databaseFault(fault('42501', { routine: 'ExecWithCheckOptions' }))?.body.code).toBe(
      'outside-your-area',
    );
    expect(databaseFault(fault('42501', { routine: 'aclcheck_error' }))).toBeUndefined();
  });

  test.each(['42P01', '42703', '25006', 'XX000', '42601'])('%s is our own fault', (code) => {
    expect(databaseFault(fault(code))).toBeUndefined();
  });

  test('what is no fault of the database is none of its business', () => {
    for (const error of [new TypeError('x'), 'text', undefined, null])
      expect(databaseFault(error)).toBeUndefined();
  });
});

test('only what PostgreSQL undid for a passing reason is tried again', () => {
  expect(['40001', '40P01'].every((code) => isPassing(fault(code)))).toBe(true);
  expect(['23505', '42501', '08006', '57014'].some((code) => isPassing(fault(code)))).toBe(false);
});

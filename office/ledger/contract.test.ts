import { expect, test } from 'vitest';
import { listActions, listEntries } from './contract.ts';

test.each([listEntries, listActions])(
  'the examples of $id are valid',
  ({ query, output, example }) => {
    if (query) expect(query.safeParse(example.query).error).toBeUndefined();
    expect(output.safeParse(example.output).error).toBeUndefined();
  },
);

test('a page is fifty entries unless asked otherwise, and a hundred at most', () => {
  expect(listEntries.query.parse({})).toMatchObject({ limit: 50, zone: 'Asia/Shanghai' });
  expect(listEntries.query.parse({ limit: '100', before: '12' })).toMatchObject({
    limit: 100,
    before: 12,
  });
  expect(listEntries.query.safeParse({ limit: '101' }).success).toBe(false);
});

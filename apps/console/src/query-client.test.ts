import { Refusal } from '@liangbuwu/office/http/refusal.ts';
import { expect, test } from 'vitest';
import { createQueryClient, isWorthAnotherTry } from './query-client.ts';

const said = { 'zh-CN': '话', en: 'words' };
const refusal = (status: number, code: string) =>
  new Refusal(status, { code, cause: said, remedy: said });

test('a refusal is final, a server in trouble is asked twice more', () => {
  expect(isWorthAnotherTry(0, refusal(403, 'not-permitted'))).toBe(false);
  expect(isWorthAnotherTry(1, refusal(503, 'database-away'))).toBe(true);
  expect(isWorthAnotherTry(2, refusal(503, 'database-away'))).toBe(false);
});

test('a session that has ended is noticed wherever it shows, and a wrong password is not one', async () => {
  let noticed = 0;
  const queries = createQueryClient(() => {
    noticed += 1;
  });
  const ask = (error: Error) =>
    queries
      .fetchQuery({ queryKey: [noticed, error.message], queryFn: () => Promise.reject(error) })
      .catch(() => undefined);
  await ask(refusal(401, 'wrong-login'));
  expect(noticed).toBe(0);
  await ask(refusal(401, 'sign-in-first'));
  expect(noticed).toBe(1);
});

import type { Contract } from '@liangbuwu/office/http/contract.ts';
import type { RefusalBody } from '@liangbuwu/office/http/refusal.ts';
import { type UsualRole, usualRoles } from '@liangbuwu/office/permission.ts';
import { officePermissions } from '@liangbuwu/office/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desks } from './desks.ts';
import { contracts } from './testing/contracts.ts';
import { exampleRequest } from './testing/example-request.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const lists = Object.assign(
  {},
  officePermissions,
  ...desks.map((desk) => desk.permissions),
) as typeof officePermissions;
const roles = Object.keys(usualRoles) as UsualRole[];
const guarded = contracts.filter(({ permission }) => permission !== 'public');

let server: TestServer;
const cookies = new Map<UsualRole, string>();
beforeAll(async () => {
  server = await testServer();
  for (const role of roles) cookies.set(role, (await server.as(role, 'county')).cookie);
});
afterAll(() => server.close());

const ask = async (contract: Contract, cookie?: string) => {
  const answer = await server.app.inject({
    ...exampleRequest(contract),
    headers: cookie ? { cookie } : {},
  });
  return { status: answer.statusCode, code: (answer.json() as Partial<RefusalBody>).code };
};

const oneOf = <T>(list: readonly T[], turn: number): T[] =>
  list.length === 0 ? [] : [list[turn % list.length] as T];

describe.each(guarded.map((contract, turn) => [contract.id, contract, turn] as const))(
  '%s',
  (_, contract, turn) => {
    test('is refused to who is not signed in', async () => {
      expect(await ask(contract)).toEqual({ status: 401, code: 'sign-in-first' });
    });

    if (contract.permission === 'signed-in') return;
    const holders = lists[contract.permission as `${string}.${string}`]?.roles ?? [];
    const may = (role: UsualRole) => role === 'administrator' || holders.includes(role);

    // Which roles hold a permission is told below; who asks here is another from route to route.
    test.each(
      oneOf(
        roles.filter((role) => !may(role)),
        turn,
      ),
    )('is refused to %s', async (role) => {
      expect(await ask(contract, cookies.get(role))).toEqual({
        status: 403,
        code: 'not-permitted',
      });
    });

    test.each(oneOf(roles.filter(may), turn))('is open to %s', async (role) => {
      const { status, code } = await ask(contract, cookies.get(role));
      expect(status).toBeLessThan(500);
      expect(code).not.toBe('not-permitted');
      expect(code).not.toBe('sign-in-first');
    });
  },
);

test('every permission that a list names is asked for by some route', () => {
  const asked = new Set<string>(guarded.map(({ permission }) => permission));
  expect(Object.keys(lists).filter((permission) => !asked.has(permission))).toEqual([]);
});

test.each(roles)('%s may do what the lists say, and nothing else', async (role) => {
  const cookie = cookies.get(role) ?? '';
  const answer = await server.app.inject({ url: '/api/identity/me', headers: { cookie } });
  const { permissions } = answer.json() as { permissions: string[] };
  const listed = Object.entries(lists)
    .filter(([, { roles: holders }]) => role === 'administrator' || holders.includes(role))
    .map(([permission]) => permission);
  expect([...permissions].sort()).toEqual(listed.sort());
});

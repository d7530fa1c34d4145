import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { enter } from '@liangbuwu/office/identity/actor.ts';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { nameOwnDeputy } from '@liangbuwu/office/identity/deputies.contract.ts';
import { readOwnSight, readSight, type Sight } from '@liangbuwu/office/identity/sight.contract.ts';
import { type UsualRole, usualRoles } from '@liangbuwu/office/permission.ts';
import { officePermissions } from '@liangbuwu/office/roles.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desks } from './desks.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const everyPermission = [officePermissions, ...desks.map((desk) => desk.permissions)].flatMap(
  (list) => Object.keys(list),
);
const roles = Object.keys(usualRoles) as UsualRole[];

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

type Visitor = Awaited<ReturnType<TestServer['as']>>;

/** What identity.enter really gives: for every permission the areas that it opens, by their ids. */
async function opened({ cookie }: Visitor): Promise<Map<string, Set<string>>> {
  const token = cookie.replace(/^lbw_session=/, '');
  const found = new Map<string, Set<string>>();
  for (const permission of everyPermission) {
    await server.database.app.transaction().execute(async (tx) => {
      const entered = await enter(tx, token, permission, systemClock.now());
      if (!entered) throw new Error('no session');
      const { rows } = await sql<{ area: string }>`select area from office.areas() area`.execute(
        tx,
      );
      expect(entered.allowed).toBe(rows.length > 0);
      found.set(permission, new Set(rows.map(({ area }) => area)));
    });
  }
  return found;
}

async function expectTrue(sight: Sight, visitor: Visitor) {
  const gives = await opened(visitor);
  const told = new Set<string>();
  for (const { area, parts, mayNot } of sight.areas) {
    const may = parts.flatMap((part) => part.may.map(({ permission }) => permission));
    expect([...may, ...mayNot.map(({ permission }) => permission)].sort()).toEqual(
      [...everyPermission].sort(),
    );
    for (const permission of everyPermission)
      expect([permission, may.includes(permission)]).toEqual([
        permission,
        gives.get(permission)?.has(area.id),
      ]);
    for (const permission of may) told.add(permission);
  }
  // What is held anywhere is told somewhere.
  const held = everyPermission.filter((permission) => (gives.get(permission)?.size ?? 0) > 0);
  expect([...told].sort()).toEqual(held.sort());
}

describe.each(roles)('what a %s is told', (role) => {
  test.each(['county', 'town', 'village'] as const)(
    'at the level of the %s is what it may',
    async (area) => {
      const visitor = await server.as(role, area);
      const sight = await visitor(readOwnSight);
      expect(sight.areas.map((one) => one.area.id)).toEqual([server.areas[area]]);
      expect(sight.areas[0]?.mayNot.length).toBe(
        role === 'administrator'
          ? 0
          : everyPermission.length - (sight.areas[0]?.parts[0]?.may.length ?? 0),
      );
      await expectTrue(sight, visitor);
    },
  );
});

test('a deputy is told what is borrowed, from whom and until when; an administrator reads the same', async () => {
  const officer = await server.as('town-officer');
  const cadre = await server.as('village-cadre', 'village');
  const { account, name } = await officer(readMe);
  const deputy = (await cadre(readMe)).account;
  const today = systemClock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  await officer(nameOwnDeputy, {
    body: { deputy, reason: 'trip', from: today, to: today },
  });
  const sight = await cadre(readOwnSight);
  expect(sight.areas.map((one) => one.area.id)).toEqual([server.areas.village, server.areas.town]);
  for (const { parts } of sight.areas)
    expect(parts.at(-1)?.lender).toEqual({ id: account, name, until: today });
  await expectTrue(sight, cadre);
  const administrator = await server.as('administrator', 'county');
  expect(await administrator(readSight, { params: { account: deputy } })).toEqual(sight);
});

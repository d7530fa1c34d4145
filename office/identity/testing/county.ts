import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, fixedClock } from '../../clock/clock.ts';
import type { Database } from '../../database/connection.ts';
import { say } from '../../http/say.ts';
import { createTenant, type DefaultRole, syncRoles } from '../install.ts';
import { hashPassword } from '../password-hash.ts';
import { openSession } from '../store.ts';
import { newToken } from './office.ts';

/** A county of two towns, the first with a village. */
export interface County {
  tenant: string;
  root: string;
  town: string;
  village: string;
  otherTown: string;
}

export const roles: DefaultRole[] = [
  {
    id: 'administrator',
    name: say('管理员', 'Administrator'),
    permissions: ['identity.administer', 'ledger.read', 'water.plan'],
  },
  {
    id: 'registrar',
    name: say('账号管理员', 'Registrar'),
    permissions: ['identity.administer', 'water.plan'],
  },
  { id: 'planner', name: say('计划员', 'Planner'), permissions: ['water.plan'] },
  { id: 'auditor', name: say('审计员', 'Auditor'), permissions: ['ledger.read'] },
];

const start = '2026-11-24T01:00:00Z';

export async function layCounty(owner: Database, name: string): Promise<County> {
  const county: County = {
    tenant: randomUUID(),
    root: randomUUID(),
    town: randomUUID(),
    village: randomUUID(),
    otherTown: randomUUID(),
  };
  await createTenant(owner, {
    id: county.tenant,
    name,
    root: { id: county.root, level: 'county', code: '430212' },
  });
  const below = [
    { id: county.town, parent: county.root, name: `${name}古岳峰镇`, level: 'town' },
    { id: county.village, parent: county.town, name: `${name}白壁村`, level: 'village' },
    { id: county.otherTown, parent: county.root, name: `${name}三门镇`, level: 'town' },
  ];
  for (const area of below) {
    await sql`insert into register.area (tenant, id, parent, name, level)
      values (${county.tenant}, ${area.id}, ${area.parent}, ${area.name}, ${area.level})`.execute(
      owner,
    );
  }
  await syncRoles(owner, county.tenant, roles, fixedClock(start));
  return county;
}

export interface LaidAccount {
  id: string;
  login: string;
}

export async function layAccount(
  owner: Database,
  county: County,
  account: {
    login: string;
    area: string;
    roles?: readonly { role: string; area: string }[];
    password?: string;
    tile?: number;
  },
): Promise<LaidAccount> {
  const id = randomUUID();
  await sql`insert into identity.account (tenant, id, login, name, area, tile)
    values (${county.tenant}, ${id}, ${account.login}, ${`某${account.login}`}, ${account.area},
      ${account.tile ?? null})`.execute(owner);
  for (const { role, area } of account.roles ?? []) {
    await sql`insert into identity.assignment (tenant, account, role, area)
      values (${county.tenant}, ${id}, ${role}, ${area})`.execute(owner);
  }
  if (account.password !== undefined) {
    await sql`insert into identity.password (tenant, account, hash)
      values (${county.tenant}, ${id}, ${await hashPassword(account.password)})`.execute(owner);
  }
  return { id, login: account.login };
}

/** A session as after signing in; its token. */
export async function laySession(
  app: Database,
  county: County,
  account: LaidAccount,
  clock: Clock,
): Promise<string> {
  const token = newToken();
  await app.transaction().execute((tx) =>
    openSession(tx, {
      tenant: county.tenant,
      account: account.id,
      area: county.root,
      token,
      presented: undefined,
      at: clock.now(),
      expires: clock.now().add({ hours: 12 }),
    }),
  );
  return token;
}

export interface MovableClock extends Clock {
  advance(by: Temporal.DurationLike): void;
}

export function movableClock(at = start): MovableClock {
  let now = Temporal.Instant.from(at);
  return {
    now: () => now,
    advance(by) {
      now = now.add(by);
    },
  };
}

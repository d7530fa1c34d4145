import { sql } from 'kysely';
import type { Database, Tx } from '../database/connection.ts';
import { hashToken } from './actor.ts';
import type { Tile } from './contract.ts';

/** An account that has just shown who it is, before any scope exists. */
export interface Shown {
  tenant: string;
  account: string;
  area: string;
}

export async function findLogin(
  tx: Tx,
  login: string,
): Promise<(Shown & { hash: string }) | undefined> {
  const { rows } = await sql<Shown & { hash: string }>`
    select * from identity.find_login(${login})`.execute(tx);
  return rows[0];
}

export async function findTile(tx: Tx, account: string): Promise<Shown | undefined> {
  const { rows } = await sql<Shown>`select * from identity.find_tile(${account})`.execute(tx);
  return rows[0];
}

export async function listTiles(tx: Tx): Promise<Tile[]> {
  const { rows } = await sql<{
    account: string;
    name: string;
    area_name: string;
    roles: Tile['roles'];
  }>`select * from identity.tiles()`.execute(tx);
  return rows.map(({ area_name, ...tile }) => ({ ...tile, areaName: area_name }));
}

export async function openSession(
  tx: Tx,
  session: Shown & {
    token: string;
    presented: string | undefined;
    at: Temporal.Instant;
    expires: Temporal.Instant;
  },
): Promise<void> {
  const presented = session.presented === undefined ? null : hashToken(session.presented);
  await sql`select identity.open_session(${session.tenant}, ${session.account}, ${hashToken(session.token)},
    ${presented}, ${session.at.toString()}, ${session.expires.toString()})`.execute(tx);
}

export async function closeSession(tx: Tx, token: string): Promise<void> {
  await sql`select identity.close_session(${hashToken(token)})`.execute(tx);
}

export async function extendSession(
  db: Database,
  token: string,
  at: Temporal.Instant,
  until: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ extended: boolean }>`
    select identity.extend_session(${hashToken(token)}, ${at.toString()}, ${until.toString()}) as extended`.execute(
    db,
  );
  return rows[0]?.extended ?? false;
}

export async function proveSession(tx: Tx, token: string, at: Temporal.Instant): Promise<void> {
  await sql`select identity.prove(${hashToken(token)}, ${at.toString()})`.execute(tx);
}

/** Puts the transaction into a tenant whose account has shown who it is, for the ledger; no area is opened. */
export async function enterTenant(tx: Tx, tenant: string): Promise<void> {
  await sql`select set_config('lbw.tenant', ${tenant}, true)`.execute(tx);
}

export interface Link extends Shown {
  login: string;
  name: string;
  purpose: 'first-administrator' | 'reset';
  expires: string;
}

/** Held until the transaction ends: two uses at the same moment become one after the other. */
export async function findLink(
  tx: Tx,
  token: string,
  at: Temporal.Instant,
): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select * from identity.find_link(${hashToken(token)}, ${at.toString()})`.execute(tx);
  return rows[0];
}

/** In the transaction's tenant. */
export async function makeLink(
  tx: Tx,
  link: { account: string; token: string; purpose: Link['purpose']; expires: Temporal.Instant },
): Promise<void> {
  await sql`select identity.make_link(${link.account}, ${hashToken(link.token)}, ${link.purpose},
    ${link.expires.toString()})`.execute(tx);
}

/** Sets the password, ends the link and every session of the account, and enters its tenant. */
export async function redeemLink(
  tx: Tx,
  token: string,
  at: Temporal.Instant,
  hash: string,
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select identity.use_link(${hashToken(token)}, ${at.toString()}, ${hash}) as used`.execute(tx);
  return rows[0]?.used ?? false;
}

/** Where an account of the transaction's tenant is at home. */
export async function getHome(tx: Tx, account: string): Promise<string> {
  const { rows } = await sql<{ area: string }>`
    select area from identity.account where id = ${account}`.execute(tx);
  if (!rows[0]) throw new Error(`there is no account ${account}`);
  return rows[0].area;
}

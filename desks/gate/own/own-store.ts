import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { sql } from 'kysely';
import type { Purpose } from '../gate.ts';
import type { OwnState } from './own.ts';

export interface OwnRow {
  tenant: string;
  id: string;
  response: string;
  area: string;
  gate: string;
  purpose: Purpose;
  at: string;
  state: OwnState;
  askedAt: string;
  saidMark: Buffer;
  sealed: Buffer;
}

const select = sql`select o.tenant, o.id, o.response, o.area, o.gate, o.purpose, office.iso(o.at) as at, o.state,
  office.iso(o.asked_at) as "askedAt", o.said_mark as "saidMark", o.sealed from gate.own_application o`;

export async function findOwn(tx: Tx, id: string, lock = false): Promise<OwnRow | undefined> {
  const { rows } = await sql<OwnRow>`${select} where o.id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function getOwn(tx: Tx, id: string, lock = false): Promise<OwnRow> {
  const found = await findOwn(tx, id, lock);
  if (!found) throw refuse(notFound, { what: say('自行申请', 'application') });
  return found;
}

/** Those that wait, the earliest first. */
export async function listWaiting(
  tx: Tx,
  of: { response: string; gate?: string | undefined },
): Promise<OwnRow[]> {
  const { rows } =
    await sql<OwnRow>`${select} where o.response = ${of.response} and o.state = 'waiting'
      and (${of.gate ?? null}::uuid is null or o.gate = ${of.gate ?? null})
    order by o.recorded, o.id limit 500`.execute(tx);
  return rows;
}

/** One gate's come one after the other, so that no two slip through together. */
export async function holdGate(tx: Tx, gate: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gate.own:${gate}`}, 0))`.execute(tx);
}

export async function insertOwn(
  tx: Tx,
  row: Omit<OwnRow, 'state'> & { link: Buffer; recorded: string },
): Promise<void> {
  await sql`insert into gate.own_application (tenant, id, response, area, gate, purpose, at, state, asked_at, recorded,
      said_mark, link, sealed)
    values (${row.tenant}, ${row.id}, ${row.response}, ${row.area}, ${row.gate}, ${row.purpose}, ${row.at}, 'waiting',
      ${row.askedAt}, ${row.recorded}, ${row.saidMark}, ${row.link}, ${row.sealed})`.execute(tx);
}

export async function settleOwn(
  tx: Tx,
  id: string,
  of: { state: OwnState; at: string; by: string | null; sealed: Buffer },
): Promise<void> {
  await sql`update gate.own_application set state = ${of.state}, decided_at = ${of.at}, decided_by = ${of.by},
    sealed = ${of.sealed} where id = ${id}`.execute(tx);
}

import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { getRoot } from '@liangbuwu/office/register/areas/root.ts';
import { sql } from 'kysely';
import type { Gate } from '../gate.ts';
import type { GateSetUp } from './set-up.contract.ts';

const columns = sql`g.id, g.response, g.area, a.name as "areaName", g.name, g.kind, g.purposes, g.number, g.place, g.invented`;
const fromGates = sql`gate.gate g join register.area a on a.tenant = g.tenant and a.id = g.area`;

export async function listGates(
  tx: Tx,
  { response, all }: { response?: string | undefined; all: boolean },
): Promise<(Gate & { outOfUse: string | null })[]> {
  const { rows } = await sql<Gate & { outOfUse: string | null }>`
    select ${columns}, office.iso(g.out_of_use) as "outOfUse" from ${fromGates}
    join responses.response r on r.tenant = g.tenant and r.id = g.response
    where r.ended is null and (${response ?? null}::uuid is null or g.response = ${response ?? null})
      and (${all} or g.out_of_use is null)
    order by g.response, g.number`.execute(tx);
  return rows;
}

export type GateSettings = Omit<GateSetUp, 'keepers'>;

/** The gates of a response with where they lie, those out of use too. */
export async function listSettings(
  tx: Tx,
  of: { response: string; now: string },
): Promise<GateSettings[]> {
  const { rows } = await sql<GateSettings>`
    select ${columns}, office.iso(g.out_of_use) as "outOfUse", coalesce(o.in_force, 0) as passes,
      case when p.id is not null then
        jsonb_build_object('id', p.id, 'name', p.name, 'lon', p.lon, 'lat', p.lat,
          'schematic', p.provenance = 'schematic') end as place
    from ${fromGates} left join register.place p on p.tenant = g.tenant and p.id = g.place
      left join gate.opening(${of.response}, ${of.now}) o on o.gate = g.id
    where g.response = ${of.response} order by g.number`.execute(tx);
  return rows;
}

/** Of these gates those that are out of use. */
export async function findOutOfUse(tx: Tx, gates: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from gate.gate where id = any(${gates}::uuid[]) and out_of_use is not null`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Null: back in use. */
export async function setOutOfUse(tx: Tx, id: string, since: string | null): Promise<void> {
  await sql`update gate.gate set out_of_use = ${since} where id = ${id}`.execute(tx);
}

export async function findGate(tx: Tx, id: string): Promise<Gate | undefined> {
  const { rows } = await sql<Gate>`select ${columns} from ${fromGates} where g.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export async function getGate(tx: Tx, id: string): Promise<Gate> {
  const gate = await findGate(tx, id);
  if (!gate) throw refuse(notFound, { what: say('卡口', 'gate') });
  return gate;
}

/** Whether everybody sees a place; undefined: who asks does not. */
export async function findIsShared(tx: Tx, place: string): Promise<boolean | undefined> {
  const { rows } = await sql<{
    shared: boolean;
  }>`select shared from register.place where id = ${place}`.execute(tx);
  return rows[0]?.shared;
}

/** All gates of a response, out of scope too: their numbers are taken, and a guard reads whose pass it is. */
export async function listNumbers(
  tx: Tx,
  response: string,
): Promise<{ id: string; number: number; name: string }[]> {
  const { rows } = await sql<{ id: string; number: number; name: string }>`
    select id, number, name from gate.numbers(${response}) order by number`.execute(tx);
  return rows;
}

export async function insertGate(
  tx: Tx,
  tenant: string,
  gate: Omit<Gate, 'areaName'>,
): Promise<void> {
  await sql`insert into gate.gate (tenant, id, response, area, number, name, kind, purposes, place, invented)
    values (${tenant}, ${gate.id}, ${gate.response}, ${gate.area}, ${gate.number}, ${gate.name}, ${gate.kind},
      ${gate.purposes}::text[], ${gate.place}, ${gate.invented})`.execute(tx);
}

export async function updateGate(tx: Tx, gate: Omit<Gate, 'areaName' | 'number'>): Promise<void> {
  await sql`update gate.gate set name = ${gate.name}, kind = ${gate.kind}, purposes = ${gate.purposes}::text[],
    place = ${gate.place}, invented = ${gate.invented} where id = ${gate.id}`.execute(tx);
}

export interface KeyRow {
  id: string;
  use: 'authority' | 'issuer';
  publicKey: Buffer;
  from: string;
  until: string | null;
  compromisedAt: string | null;
}

/** A response's keys, the one in use last. */
export async function listKeys(tx: Tx, response: string): Promise<KeyRow[]> {
  const { rows } =
    await sql<KeyRow>`select id, use, public_key as "publicKey", office.iso("from") as "from", office.iso("until") as "until",
      office.iso(compromised_at) as "compromisedAt"
    from gate.key where response = ${response} order by gate.key."until" nulls last, gate.key."from", id`.execute(
      tx,
    );
  return rows;
}

/** How many passes each key signed, and how many of these are in force. */
export async function countSigned(
  tx: Tx,
  of: { response: string; now: string },
): Promise<Map<string, { passes: number; inForce: number }>> {
  const { rows } = await sql<{ key: string; passes: number; inForce: number }>`
    select key, passes, in_force as "inForce" from gate.signed(${of.response}, ${of.now})`.execute(
    tx,
  );
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

export async function insertKey(
  tx: Tx,
  of: { tenant: string; response: string },
  key: Pick<KeyRow, 'id' | 'use' | 'publicKey' | 'from'>,
): Promise<void> {
  await sql`insert into gate.key (tenant, id, response, use, public_key, "from")
    values (${of.tenant}, ${key.id}, ${of.response}, ${key.use}, ${key.publicKey}, ${key.from})`.execute(
    tx,
  );
}

export async function retireKey(
  tx: Tx,
  id: string,
  { until, compromisedAt }: { until: string; compromisedAt: string | null },
): Promise<void> {
  await sql`update gate.key set "until" = ${until}, compromised_at = ${compromisedAt}
    where id = ${id}`.execute(tx);
}

export interface SecretRow {
  id: string;
  gate: string;
  from: string;
  until: string;
}

/** Secrets of a gate's typed codes that have not ended. */
export async function listSecrets(tx: Tx, gate: string, now: string): Promise<SecretRow[]> {
  const { rows } =
    await sql<SecretRow>`select s.id, s.gate, office.iso(s."from") as "from", office.iso(s."until") as "until"
    from gate.code_secrets(${gate}, ${now}) s order by s."until", s.id`.execute(tx);
  return rows;
}

export async function insertSecret(tx: Tx, { id, gate, from, until }: SecretRow): Promise<void> {
  await sql`select gate.put_code_secret(${gate}, ${id}, ${from}, ${until})`.execute(tx);
}

/** The tenant's own code of division, which its passes name as their issuer. */
export async function readIssuer(tx: Tx): Promise<{ code: string; name: string }> {
  const { code, name } = await getRoot(tx);
  return { code: /^[A-Z0-9-]{1,6}$/.test(code ?? '') ? (code as string) : 'LBW', name };
}

import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { GateCode } from './codes.contract.ts';

/** The gates of a response, or one of them, with the code that each has. */
export async function listCodes(
  tx: Tx,
  of: { response: string } | { gate: string },
): Promise<GateCode[]> {
  const where = 'response' in of ? sql`g.response = ${of.response}` : sql`g.id = ${of.gate}`;
  const { rows } = await sql<GateCode>`select g.id as gate, c.code, office.iso(c.given) as given
    from gate.gate g left join gate.gate_code c on c.tenant = g.tenant and c.gate = g.id and c.revoked is null
    where ${where} order by g.number`.execute(tx);
  return rows;
}

/** False where the code is taken, or where the gate has been given one meanwhile. */
export async function insertCode(
  tx: Tx,
  tenant: string,
  of: { gate: string; area: string; code: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`insert into gate.gate_code (tenant, code, gate, area, given)
    values (${tenant}, ${of.code}, ${of.gate}, ${of.area}, ${of.at}) on conflict do nothing returning code`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Takes a gate's code back; whether it had this one. */
export async function revokeCode(
  tx: Tx,
  of: { gate: string; code: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`update gate.gate_code set revoked = ${of.at}
    where gate = ${of.gate} and code = ${of.code} and revoked is null returning code`.execute(tx);
  return rows.length > 0;
}

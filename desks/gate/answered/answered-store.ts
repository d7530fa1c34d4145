import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Direction, GateKind, RefusalReason, RevokeReason } from '../gate.ts';

/** The gates in use of a school, out of scope too. */
export async function listSchoolGates(
  tx: Tx,
  of: { response: string; school: string },
): Promise<{ id: string; area: string; number: number; name: string }[]> {
  const { rows } = await sql<{ id: string; area: string; number: number; name: string }>`
    select id, area, number, name from gate.school_gates(${of.response}, ${of.school})`.execute(tx);
  return rows;
}

export interface AnsweredRow {
  id: string;
  person: string;
  area: string;
  state: 'issued' | 'revoked';
  gates: string[];
  from: string;
  until: string;
  revokedAt: string | null;
  revokeReason: RevokeReason | null;
  sealed: Buffer;
}

/** Of each of these people the pass that came of an answer last, if a key that still counts signed it. */
export async function listAnswered(
  tx: Tx,
  of: { response: string; persons: readonly string[] },
): Promise<AnsweredRow[]> {
  const { rows } = await sql<AnsweredRow>`
    select distinct on (s.person) p.id, s.person, p.area, p.state, p.gates, office.iso(p."from") as "from",
      office.iso(p."until") as "until", office.iso(p.revoked_at) as "revokedAt", p.revoke_reason as "revokeReason",
      s.sealed
    from gate.paper s join gate.pass p on p.tenant = s.tenant and p.id = s.pass
    where s.response = ${of.response} and s.person = any(${of.persons}::uuid[]) and p.asked_by is null
      and p.state in ('issued', 'revoked') and not exists (select from gate.key k
        where k.tenant = p.tenant and k.id = p.signed_by and k.compromised_at is not null)
    order by s.person, p.recorded desc, p.id`.execute(tx);
  return rows;
}

export interface SeenRow {
  person: string;
  at: string;
  direction: Direction;
  letThrough: boolean;
  reason: RefusalReason | null;
  gate: string;
  kind: GateKind;
}

/** What gates saw of any pass of these people, in order. */
export async function listSeen(
  tx: Tx,
  of: { response: string; persons: readonly string[] },
): Promise<SeenRow[]> {
  const { rows } = await sql<SeenRow>`
    select s.person, office.iso(c.at) as at, c.direction, c.let_through as "letThrough", c.reason, c.gate, c.kind
    from gate.seen_of(array(select pass from gate.paper
        where response = ${of.response} and person = any(${of.persons}::uuid[]))) c
    join gate.paper s on s.pass = c.pass order by c.at, c.recorded`.execute(tx);
  return rows;
}

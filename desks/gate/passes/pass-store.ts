import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { PLACES } from '@liangbuwu/passes/pass/pass.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Purpose, RevokeReason } from '../gate.ts';
import type { PassKind, PassState } from './pass.ts';

export interface PassRow {
  id: string;
  response: string;
  area: string;
  state: PassState;
  kind: PassKind;
  purpose: Purpose;
  gates: string[];
  place: number | null;
  from: string;
  until: string;
  askedAt: string;
  /** Null: nobody; it came of an answer. */
  askedBy: string | null;
  onBehalf: boolean;
  rules: string | null;
  factsMark: Buffer | null;
  saidMark: Buffer;
  renews: string | null;
  signedBy: string | null;
  issuedAt: string | null;
  issuedBy: string | null;
  revokedAt: string | null;
  revokeReason: RevokeReason | null;
  /** The key that signed it was stolen since: no gate takes it. */
  keyStolen: boolean;
}

const columns = sql`p.id, p.response, p.area, p.state, p.kind, p.purpose, p.gates, p.place, office.iso(p."from") as "from",
  office.iso(p."until") as "until", office.iso(p.asked_at) as "askedAt", p.asked_by as "askedBy",
  p.on_behalf as "onBehalf", p.rules, p.facts_mark as "factsMark", p.said_mark as "saidMark", p.renews,
  p.signed_by as "signedBy", office.iso(p.issued_at) as "issuedAt", p.issued_by as "issuedBy",
  office.iso(p.revoked_at) as "revokedAt", p.revoke_reason as "revokeReason",
  exists (select from gate.key k where k.tenant = p.tenant and k.id = p.signed_by
    and k.compromised_at is not null) as "keyStolen"`;

export async function findPass(tx: Tx, id: string, lock = false): Promise<PassRow | undefined> {
  const { rows } = await sql<PassRow>`select ${columns} from gate.pass p
    where p.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function getPass(tx: Tx, id: string, lock = false): Promise<PassRow> {
  const pass = await findPass(tx, id, lock);
  if (!pass) throw refuse(notFound, { what: say('通行证', 'pass') });
  return pass;
}

/** What a pass has been renewed by, if that is good or still asked about. */
export async function findRenewal(tx: Tx, pass: string): Promise<PassRow | undefined> {
  const { rows } = await sql<PassRow>`select ${columns} from gate.pass p
    where p.renews = ${pass} and p.state in ('issued', 'asking') order by p.recorded limit 1`.execute(
    tx,
  );
  return rows[0];
}

export async function listPasses(
  tx: Tx,
  of: { response: string; gate?: string | undefined; state?: PassState | undefined },
): Promise<PassRow[]> {
  const { rows } = await sql<PassRow>`select ${columns} from gate.pass p
    where p.response = ${of.response} and (${of.gate ?? null}::uuid is null or ${of.gate ?? null} = any(p.gates))
      and (${of.state ?? null}::text is null or p.state = ${of.state ?? null})
    order by p.asked_at desc, p.recorded desc, p.id limit 500`.execute(tx);
  return rows;
}

export async function putPass(
  tx: Tx,
  tenant: string,
  p: Omit<
    PassRow,
    'place' | 'signedBy' | 'issuedAt' | 'issuedBy' | 'revokedAt' | 'revokeReason' | 'keyStolen'
  > & {
    recorded: string;
  },
): Promise<void> {
  await sql`insert into gate.pass (tenant, id, response, area, state, kind, purpose, gates, "from", "until", asked_at,
      asked_by, on_behalf, rules, facts_mark, said_mark, renews, recorded)
    values (${tenant}, ${p.id}, ${p.response}, ${p.area}, ${p.state}, ${p.kind}, ${p.purpose}, ${p.gates}::uuid[],
      ${p.from}, ${p.until}, ${p.askedAt}, ${p.askedBy}, ${p.onBehalf}, ${p.rules}, ${p.factsMark}, ${p.saidMark},
      ${p.renews}, ${p.recorded})
    on conflict (tenant, id) do update set state = excluded.state, gates = excluded.gates, "from" = excluded."from",
      "until" = excluded."until", asked_at = excluded.asked_at, rules = excluded.rules, facts_mark = excluded.facts_mark,
      said_mark = excluded.said_mark, recorded = excluded.recorded`.execute(tx);
}

/** 0-40712: the list, and the place in it, as `view.ts` writes it. */
export const numberOfPlace = (place: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${place} / ${sql.lit(PLACES)})::text || '-' || (${place} % ${sql.lit(PLACES)})::text`;

/** Gives a place that nobody had; false where it is taken. */
export async function issueAt(
  tx: Tx,
  id: string,
  of: { place: number; signedBy: string; by: string; at: string; recorded: string },
): Promise<boolean> {
  await sql`savepoint place`.execute(tx);
  try {
    await sql`update gate.pass set state = 'issued', place = ${of.place}, signed_by = ${of.signedBy},
      issued_by = ${of.by}, issued_at = ${of.at}, recorded = ${of.recorded} where id = ${id}`.execute(
      tx,
    );
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
    await sql`rollback to savepoint place`.execute(tx);
    return false;
  }
}

/** Passes that are issued as they are written, nobody's account having asked; those whose place is taken are left out. */
export async function insertIssued(
  tx: Tx,
  of: Pick<PassRow, 'response' | 'kind' | 'purpose'> & {
    tenant: string;
    signedBy: string;
    at: string;
    recorded: string;
  },
  passes: readonly (Pick<PassRow, 'id' | 'area' | 'gates' | 'from' | 'until' | 'rules'> & {
    place: number;
    factsMark: Buffer;
    saidMark: Buffer;
  })[],
): Promise<Set<string>> {
  const rows = passes.map(({ factsMark, saidMark, ...pass }) => ({
    ...pass,
    facts: factsMark.toString('hex'),
    said: saidMark.toString('hex'),
  }));
  const { rows: written } = await sql<{ id: string }>`
    insert into gate.pass (tenant, id, response, area, state, kind, purpose, gates, "from", "until", asked_at, on_behalf,
      rules, facts_mark, said_mark, place, signed_by, issued_at, recorded)
    select ${of.tenant}, p.id, ${of.response}, p.area, 'issued', ${of.kind}, ${of.purpose}, p.gates, p."from", p."until",
      ${of.at}, false, p.rules, decode(p.facts, 'hex'), decode(p.said, 'hex'), p.place, ${of.signedBy}, ${of.at},
      ${of.recorded}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, area uuid, gates uuid[], "from" timestamptz,
      "until" timestamptz, rules uuid, facts text, said text, place integer)
    on conflict do nothing returning id`.execute(tx);
  return new Set(written.map(({ id }) => id));
}

export async function revokeAt(
  tx: Tx,
  passes: readonly string[],
  of: { at: string; by: string | null; reason: RevokeReason },
): Promise<void> {
  await sql`update gate.pass set state = 'revoked', revoked_at = ${of.at}, revoked_by = ${of.by},
    revoke_reason = ${of.reason} where id = any(${passes}::uuid[])`.execute(tx);
}

export async function putPaper(
  tx: Tx,
  of: { tenant: string; response: string; area: string },
  paper: { pass: string; person: string | null; sealed: Buffer },
): Promise<void> {
  await sql`insert into gate.paper (tenant, pass, response, area, person, sealed)
    values (${of.tenant}, ${paper.pass}, ${of.response}, ${of.area}, ${paper.person}, ${paper.sealed})
    on conflict (tenant, pass) do update set person = excluded.person, sealed = excluded.sealed`.execute(
    tx,
  );
}

/** Papers of passes that are new. */
export async function insertPapers(
  tx: Tx,
  of: { tenant: string; response: string },
  papers: readonly { pass: string; area: string; person: string; sealed: Buffer }[],
): Promise<void> {
  const rows = papers.map((one) => ({ ...one, sealed: one.sealed.toString('hex') }));
  await sql`insert into gate.paper (tenant, pass, response, area, person, sealed)
    select ${of.tenant}, p.pass, ${of.response}, p.area, p.person, decode(p.sealed, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p (pass uuid, area uuid, person uuid, sealed text)`.execute(tx);
}

export interface PaperRow {
  pass: string;
  person: string | null;
  sealed: Buffer;
}

export async function listPapers(
  tx: Tx,
  passes: readonly string[],
): Promise<Map<string, PaperRow>> {
  const { rows } = await sql<PaperRow>`select pass, person, sealed from gate.paper
    where pass = any(${passes}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.pass, row]));
}

/** Places of passes that were revoked by then, of gates out of scope too. */
export async function revokedBy(tx: Tx, response: string, at: string): Promise<number[]> {
  const { rows } = await sql<{ place: number }>`
    select place from gate.revoked(${response}, ${at})`.execute(tx);
  return rows.map(({ place }) => place);
}

export async function placesUsed(
  tx: Tx,
  response: string,
): Promise<{ passes: number; lastPlace: number }> {
  const { rows } = await sql<{ passes: number; lastPlace: number }>`
    select passes, last_place as "lastPlace" from gate.places_used(${response})`.execute(tx);
  return rows[0] ?? { passes: 0, lastPlace: 0 };
}

/** One account's issuing comes one after the other, so that no two slip through together. */
export async function holdAccount(tx: Tx, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gate.issue:${account}`}, 0))`.execute(
    tx,
  );
}

/** How many an account has issued since, by the system's clock. */
export async function countIssued(
  tx: Tx,
  account: string,
  { hour, day }: { hour: string; day: string },
): Promise<{ hour: number; day: number }> {
  const { rows } = await sql<{ hour: number; day: number }>`
    select count(*) filter (where recorded > ${hour})::integer as hour, count(*)::integer as day
    from gate.pass where issued_by = ${account} and recorded > ${day}`.execute(tx);
  return rows[0] ?? { hour: 0, day: 0 };
}

export async function sumAllowed(
  tx: Tx,
  of: { response: string; account: string; now: string },
): Promise<number> {
  const { rows } = await sql<{
    more: number;
  }>`select coalesce(sum(more), 0)::integer as more from gate.allowance
    where response = ${of.response} and account = ${of.account} and "until" > ${of.now}`.execute(
    tx,
  );
  return rows[0]?.more ?? 0;
}

export async function insertAllowance(
  tx: Tx,
  of: { tenant: string; response: string },
  row: { id: string; account: string; more: number; until: string; by: string },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into gate.allowance (tenant, id, response, account, more, "until", allowed_by)
    values (${of.tenant}, ${row.id}, ${of.response}, ${row.account}, ${row.more}, ${row.until}, ${row.by})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export interface Allowance {
  response: string;
  account: string;
  more: number;
  until: string;
  by: string;
}

export async function findAllowance(tx: Tx, id: string): Promise<Allowance | undefined> {
  const { rows } =
    await sql<Allowance>`select response, account, more, office.iso("until") as "until",
    allowed_by as by from gate.allowance where id = ${id}`.execute(tx);
  return rows[0];
}

export async function listIssuers(
  tx: Tx,
  of: { response: string; day: string; hour: string; now: string },
): Promise<{ account: string; name: string; hour: number; day: number; more: number }[]> {
  const { rows } = await sql<{
    account: string;
    name: string;
    hour: number;
    day: number;
    more: number;
  }>`
    select a.id as account, a.name, count(p.id) filter (where p.recorded > ${of.hour})::integer as hour,
      count(p.id)::integer as day,
      coalesce((select sum(w.more) from gate.allowance w where w.tenant = a.tenant and w.account = a.id
        and w.response = ${of.response} and w."until" > ${of.now}), 0)::integer as more
    from gate.pass p join identity.account a on a.tenant = p.tenant and a.id = p.issued_by
    where p.response = ${of.response} and p.recorded > ${of.day}
    group by a.tenant, a.id, a.name order by a.name, a.id`.execute(tx);
  return rows;
}

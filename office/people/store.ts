import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import type { FactKind, Purpose } from './catalogue.ts';
import type { Total } from './contract.ts';
import { personTwice } from './rules.ts';
import type { SealedFact } from './seal.ts';

export interface SealedPerson {
  tenant: string;
  response: string;
  id: string;
  area: string;
  household: string | null;
  sealed: Buffer;
  documentMark: Buffer | null;
  phoneMark: Buffer | null;
}

const columns = sql`tenant, response, id, area, household, sealed, document_mark as "documentMark",
  phone_mark as "phoneMark"`;

/** Makes room for the response's people, once. Called before the first look at them: it takes locks of its own. */
export async function prepare(tx: Tx, response: string): Promise<void> {
  await sql`select people.prepare(${response})`.execute(tx);
}

export async function lockPerson(
  tx: Tx,
  of: { response: string; person: string },
): Promise<SealedPerson | undefined> {
  const { rows } = await sql<SealedPerson>`select ${columns} from people.person
    where response = ${of.response} and id = ${of.person} for update`.execute(tx);
  return rows[0];
}

export async function getPerson(
  tx: Tx,
  of: { response: string; person: string },
): Promise<SealedPerson> {
  const person = await lockPerson(tx, of);
  if (!person) throw refuse(notFound, { what: say('人员', 'person') });
  return person;
}

export type Which = { persons: readonly string[] } | { document: Buffer } | { phone: Buffer };

/** Those of the response, within the request's scope, that are asked for. */
export async function findPersons(tx: Tx, response: string, which: Which): Promise<SealedPerson[]> {
  const where =
    'persons' in which
      ? sql`id = any(${which.persons}::uuid[])`
      : 'document' in which
        ? sql`document_mark = ${which.document}`
        : sql`phone_mark = ${which.phone}`;
  const { rows } = await sql<SealedPerson>`select ${columns} from people.person
    where response = ${response} and ${where} order by id`.execute(tx);
  return rows;
}

/** Writes the person's row anew. A document that another row has, seen or not, is refused. */
export async function putPerson(tx: Tx, p: SealedPerson, isThere: boolean): Promise<void> {
  const write = isThere
    ? sql`update people.person set area = ${p.area}, household = ${p.household}, sealed = ${p.sealed},
        document_mark = ${p.documentMark}, phone_mark = ${p.phoneMark}
        where response = ${p.response} and id = ${p.id}`
    : sql`insert into people.person (tenant, response, id, area, household, sealed, document_mark, phone_mark)
        values (${p.tenant}, ${p.response}, ${p.id}, ${p.area}, ${p.household}, ${p.sealed}, ${p.documentMark},
          ${p.phoneMark}) on conflict (tenant, response, id) do nothing`;
  const written = await write.execute(tx).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === '23505'
      ? refuse(personTwice, undefined)
      : error;
  });
  if (Number(written.numAffectedRows) !== 1) throw refuse(changedMeanwhile, undefined);
}

/** People who are new; refused where somebody has one of the ids, seen or not. */
export async function insertPersons(
  tx: Tx,
  people: readonly Omit<SealedPerson, 'household' | 'documentMark'>[],
): Promise<void> {
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null;
  const rows = people.map((p) => ({ ...p, sealed: hex(p.sealed), phoneMark: hex(p.phoneMark) }));
  const { numAffectedRows } = await sql`
    insert into people.person (tenant, response, id, area, sealed, phone_mark)
    select p.tenant, p.response, p.id, p.area, decode(p.sealed, 'hex'), decode(p."phoneMark", 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as p (tenant uuid, response uuid, id uuid, area uuid, sealed text, "phoneMark" text)
    on conflict (tenant, response, id) do nothing`.execute(tx);
  if (Number(numAffectedRows) !== people.length) throw refuse(changedMeanwhile, undefined);
}

/** Deletes a person with all facts. */
export async function deletePerson(tx: Tx, p: SealedPerson): Promise<void> {
  await sql`delete from people.person where response = ${p.response} and id = ${p.id}`.execute(tx);
}

export async function isOnRegister(
  tx: Tx,
  of: { household: string; response: string },
): Promise<boolean> {
  const { rows } = await sql`select from register.household
    where id = ${of.household} and response = ${of.response} and not removed`.execute(tx);
  return rows.length > 0;
}

export interface StoredFact extends SealedFact {
  number: number;
  how: 'self' | 'on-behalf' | 'import' | 'device';
  purposes: Purpose[];
  sealed: Buffer;
  corrects: string | null;
  recorded: string;
  recordedBy: string;
}

/** All facts of these persons in the order in which they were recorded, the corrected ones too. */
export async function listFacts(
  tx: Tx,
  response: string,
  persons: readonly string[],
): Promise<StoredFact[]> {
  const { rows } = await sql<StoredFact>`
    select id, person, number, fact, purposes, how, sealed, corrects, recorded, recorded_by as "recordedBy"
    from people.fact
    where response = ${response} and person = any(${persons}::uuid[]) order by person, number`.execute(
    tx,
  );
  return rows;
}

/** Of each of these persons the last fact of this kind. */
export async function listLastFacts(
  tx: Tx,
  response: string,
  { persons, fact }: { persons: readonly string[]; fact: FactKind },
): Promise<StoredFact[]> {
  const { rows } = await sql<StoredFact>`
    select distinct on (person) id, person, number, fact, purposes, how, sealed, corrects, recorded,
      recorded_by as "recordedBy"
    from people.fact
    where response = ${response} and person = any(${persons}::uuid[]) and fact = ${fact}
    order by person, number desc`.execute(tx);
  return rows;
}

/** Of these persons what a guardian said, in the order in which it was recorded. */
export async function listConsents(
  tx: Tx,
  response: string,
  persons: readonly string[],
): Promise<Pick<StoredFact, 'person' | 'fact' | 'corrects'>[]> {
  const { rows } = await sql<StoredFact>`select person, fact, corrects from people.fact
    where response = ${response} and person = any(${persons}::uuid[])
      and fact in ('guardian-consent', 'consent-withdrawn') order by person, number`.execute(tx);
  return rows;
}

/** Groups of these persons whose telephone is the same. */
export async function listSamePhone(
  tx: Tx,
  response: string,
  persons: readonly string[],
): Promise<string[][]> {
  const { rows } = await sql<{ persons: string[] }>`
    select array_agg(id order by id) as persons from people.person
    where response = ${response} and id = any(${persons}::uuid[]) and phone_mark is not null
    group by phone_mark having count(*) > 1 order by min(id::text)`.execute(tx);
  return rows.map((row) => row.persons);
}

export async function insertFact(tx: Tx, of: SealedPerson, fact: StoredFact): Promise<void> {
  await sql`insert into people.fact (tenant, response, person, number, id, area, fact, purposes, how, sealed, corrects,
      recorded, recorded_by)
    values (${of.tenant}, ${of.response}, ${of.id}, ${fact.number}, ${fact.id}, ${of.area}, ${fact.fact},
      ${fact.purposes}::text[], ${fact.how}, ${fact.sealed}, ${fact.corrects}, ${fact.recorded},
      ${fact.recordedBy})`.execute(tx);
}

export async function listTotals(tx: Tx, response: string): Promise<Total[]> {
  const { rows } = await sql<Total & { fact: FactKind }>`
    select area, day, fact, persons from people.total where response = ${response}
    union all
    select area, day, fact, persons from people.count(${response})
    order by day, fact, area`.execute(tx);
  return rows;
}

/**
 * When a response closes: totals are written, and its people and all that is known of them go with their partition.
 * The key that it was sealed with is destroyed beside it (office/keys), before or after.
 */
export async function destroyPeople(tx: Tx, response: string): Promise<number> {
  const { rows } = await sql<{ persons: number; facts: number }>`
    select persons, facts from people.destroy(${response})`.execute(tx);
  return (rows[0]?.persons ?? 0) + (rows[0]?.facts ?? 0);
}

/** People and facts about them, as many as the caller may see. */
export async function countPeople(tx: Tx, response: string): Promise<number> {
  const { rows } = await sql<{ records: number }>`
    select (select count(*) from people.person where response = ${response})::int
      + (select count(*) from people.fact where response = ${response})::int as records`.execute(
    tx,
  );
  return rows[0]?.records ?? 0;
}

import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Announcement, BatchBody, BatchLine } from './batch.ts';

export interface StoredBatch {
  id: string;
  response: string;
  school: string;
  plan: string;
  number: number;
  day: string;
  perQuarter: number;
  lines: BatchLine[];
  bring: Say;
  contact: Say;
  version: number;
  announcements: (Announcement & { batchVersion: number })[];
}

const columns = sql`b.id, b.response, b.area as school, b.plan, b.number, b.day::text as day,
  b.per_quarter as "perQuarter", b.lines, b.bring, b.contact, b.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'number', n.number, 'words', n.words,
      'at', office.iso(n.at), 'by', coalesce(
        (select a.name from identity.account a where a.tenant = n.tenant and a.id = n.by), ''),
      'read', coalesce((select jsonb_agg(jsonb_build_object('class', r.class, 'count', r.count)) from (
        select class, count(*)::integer as count from campus.receipt r
        where r.tenant = n.tenant and r.announcement = n.id group by class) r), '[]'),
      'batchVersion', n.batch_version) order by n.number desc)
    from campus.announcement n where n.tenant = b.tenant and n.batch = b.id), '[]') as announcements`;

const select = (tx: Tx, where: RawBuilder<unknown>, lock = sql``) =>
  sql<StoredBatch>`select ${columns} from campus.batch b where ${where} order by b.number ${lock}`.execute(
    tx,
  );

export async function listBatches(
  tx: Tx,
  of: { response: string; school: string },
): Promise<StoredBatch[]> {
  return (await select(tx, sql`b.response = ${of.response} and b.area = ${of.school}`)).rows;
}

export async function findBatch(
  tx: Tx,
  id: string,
  lock = false,
): Promise<StoredBatch | undefined> {
  return (await select(tx, sql`b.id = ${id}`, lock ? sql`for update of b` : sql``)).rows[0];
}

export async function getBatch(tx: Tx, id: string, lock = false): Promise<StoredBatch> {
  const batch = await findBatch(tx, id, lock);
  if (!batch) throw refuse(notFound, { what: say('返校批次', 'batch') });
  return batch;
}

const json = (value: unknown) => JSON.stringify(value);

export async function insertBatch(
  tx: Tx,
  tenant: string,
  batch: BatchBody & { id: string; plan: string },
): Promise<void> {
  await sql`insert into campus.batch (tenant, id, response, area, plan, number, day, per_quarter, lines, bring, contact)
    select ${tenant}, ${batch.id}, ${batch.response}, ${batch.school}, ${batch.plan}, coalesce(max(b.number), 0) + 1,
      ${batch.day}, ${batch.perQuarter}, ${json(batch.lines)}::jsonb, ${json(batch.bring)}::jsonb,
      ${json(batch.contact)}::jsonb
    from campus.batch b where b.response = ${batch.response} and b.area = ${batch.school}`.execute(
    tx,
  );
}

export async function updateBatch(
  tx: Tx,
  batch: BatchBody & { id: string; plan: string },
): Promise<void> {
  await sql`update campus.batch set plan = ${batch.plan}, day = ${batch.day}, per_quarter = ${batch.perQuarter},
      lines = ${json(batch.lines)}::jsonb, bring = ${json(batch.bring)}::jsonb,
      contact = ${json(batch.contact)}::jsonb, version = version + 1
    where id = ${batch.id}`.execute(tx);
}

/** Whether an announcement has this id already, and which batch's. */
export async function findAnnouncement(tx: Tx, id: string): Promise<{ batch: string } | undefined> {
  const { rows } = await sql<{ batch: string }>`
    select batch from campus.announcement where id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertAnnouncement(
  tx: Tx,
  tenant: string,
  of: {
    id: string;
    batch: StoredBatch;
    words: Say;
    at: string;
    recorded: string;
    by: string;
  },
): Promise<void> {
  const { batch } = of;
  await sql`insert into campus.announcement (tenant, id, response, area, batch, number, batch_version, words, at,
      recorded, by)
    values (${tenant}, ${of.id}, ${batch.response}, ${batch.school}, ${batch.id},
      ${batch.announcements.length + 1}, ${batch.version}, ${json(of.words)}::jsonb, ${of.at}, ${of.recorded},
      ${of.by})`.execute(tx);
}

export async function findCode(tx: Tx, school: string): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select code from campus.school_code where area = ${school} and revoked is null`.execute(tx);
  return rows[0]?.code ?? null;
}

/** False where the code is taken, or where the school has been given one meanwhile. */
export async function insertCode(
  tx: Tx,
  tenant: string,
  of: { school: string; code: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`insert into campus.school_code (tenant, code, area, given)
    values (${tenant}, ${of.code}, ${of.school}, ${of.at}) on conflict do nothing returning code`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Takes a school's code back; whether it had this one. */
export async function revokeCode(
  tx: Tx,
  of: { school: string; code: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`update campus.school_code set revoked = ${of.at}
    where area = ${of.school} and code = ${of.code} and revoked is null returning code`.execute(tx);
  return rows.length > 0;
}

/** Narrows the transaction to the school that has this code; undefined where there is none. */
export async function enterSchool(
  tx: Tx,
  code: string,
): Promise<{ tenant: string; school: string } | undefined> {
  const { rows } = await sql<{ entered: { tenant: string; school: string } | null }>`
    select campus.enter_school(${code}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}

export interface Told {
  id: string;
  batch: string;
  words: Say;
  at: string;
  number: number;
  zone: string;
}

/** All that a school has told parents, batch by batch, in responses that go on; those of one batch the latest first. */
export async function listTold(tx: Tx, school: string): Promise<Told[]> {
  const { rows } =
    await sql<Told>`select n.id, n.batch, n.words, office.iso(n.at) as at, n.number, r.zone
    from campus.announcement n
    join campus.batch b on b.tenant = n.tenant and b.id = n.batch
    join responses.response r on r.tenant = n.tenant and r.id = n.response and r.ended is null
    where n.area = ${school} order by b.day desc, b.number desc, n.number desc`.execute(tx);
  return rows;
}

/** Counts that somebody of a class has read it; the same form sent again counts once. False where it was counted. */
export async function insertReceipt(
  tx: Tx,
  tenant: string,
  of: { id: string; school: string; announcement: string; class: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`insert into campus.receipt (tenant, id, area, announcement, class, at)
    values (${tenant}, ${of.id}, ${of.school}, ${of.announcement}, ${of.class}, ${of.at})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** What classes are called, in the order of a timetable, whoever reaches them. */
export async function listNames(
  tx: Tx,
  classes: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select c.id, a.name from campus.class c
    join register.area a on a.tenant = c.tenant and a.id = c.id
    where c.id = any(${classes}::uuid[]) order by c.grade, length(a.name), a.name, c.id`.execute(
    tx,
  );
  return rows;
}

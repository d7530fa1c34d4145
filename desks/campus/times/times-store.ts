import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { SearchState } from '@liangbuwu/office/plans/search-state.ts';
import type { SearchTask } from '@liangbuwu/office/plans/searches.ts';
import { sql } from 'kysely';
import type { SchoolDay } from './day.ts';
import type {
  InForce,
  TimesBasis,
  TimesProgress,
  TimesResult,
  TimesSettings,
  Timetable,
  TimetableHead,
} from './timetable.ts';

interface Whose {
  tenant: string;
  account: string;
  at: string;
}

/** Who changes a school's times at the same time comes one after the other. */
export async function holdTimes(tx: Tx, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`times:${school}`}, 0))`.execute(tx);
}

export interface SavedDay {
  version: number;
  by: string;
  at: string;
  day: SchoolDay;
}

export async function findDay(tx: Tx, school: string): Promise<SavedDay | undefined> {
  const { rows } =
    await sql<SavedDay>`select d.version, coalesce(a.name, '') as by, d.saved as at, d.content as day
    from campus.school_day d
    left join identity.account a on a.tenant = d.tenant and a.id = d.account
    where d.area = ${school}`.execute(tx);
  return rows[0];
}

export async function putDay(
  tx: Tx,
  { tenant, account, at }: Whose,
  of: { school: string; version: number; day: SchoolDay },
): Promise<void> {
  await sql`insert into campus.school_day (tenant, area, version, account, saved, content)
    values (${tenant}, ${of.school}, ${of.version}, ${account}, ${at}, ${JSON.stringify(of.day)}::jsonb)
    on conflict (tenant, area) do update set version = excluded.version, account = excluded.account,
      saved = excluded.saved, content = excluded.content`.execute(tx);
}

export async function insertTimetable(
  tx: Tx,
  { tenant, account, at }: Whose,
  of: {
    id: string;
    school: string;
    basedOn: string | null;
    settings: TimesSettings;
    basis: TimesBasis;
    problem: unknown;
  },
): Promise<void> {
  await sql`insert into campus.timetable (tenant, id, area, number, based_on, account, made, settings, basis, problem, state)
    values (${tenant}, ${of.id}, ${of.school},
      (select coalesce(max(number), 0) + 1 from campus.timetable where area = ${of.school}), ${of.basedOn}, ${account},
      ${at}, ${JSON.stringify(of.settings)}::jsonb, ${JSON.stringify(of.basis)}::jsonb,
      ${JSON.stringify(of.problem)}::jsonb, 'queued')`.execute(tx);
}

const headColumns = sql`t.id, t.area as school, t.number, t.made, coalesce(a.name, '') as by, t.settings, t.state, t.stop,
  t.progress, case when b.id is null then null else jsonb_build_object('id', b.id, 'number', b.number) end as "basedOn"`;
const fromTimetable = sql`from campus.timetable t
  left join identity.account a on a.tenant = t.tenant and a.id = t.account
  left join campus.timetable b on b.tenant = t.tenant and b.id = t.based_on`;

/** Those of a school, the latest first. */
export async function listTimetables(tx: Tx, school: string): Promise<TimetableHead[]> {
  const { rows } = await sql<TimetableHead>`select ${headColumns} ${fromTimetable}
    where t.area = ${school} order by t.number desc limit 100`.execute(tx);
  return rows;
}

export async function findTimetable(tx: Tx, id: string): Promise<Timetable | undefined> {
  const { rows } = await sql<Timetable>`select ${headColumns}, t.basis, t.result ${fromTimetable}
    where t.id = ${id}`.execute(tx);
  return rows[0];
}

export async function findTimetableHead(tx: Tx, id: string): Promise<TimetableHead | undefined> {
  const { rows } =
    await sql<TimetableHead>`select ${headColumns} ${fromTimetable} where t.id = ${id}`.execute(tx);
  return rows[0];
}

/** What a job works on: the account's name is not its business. */
export async function findTimesTask(tx: Tx, id: string): Promise<SearchTask | undefined> {
  const { rows } =
    await sql<SearchTask>`select state, stop, (settings ->> 'seconds')::int as seconds, problem from campus.timetable
    where id = ${id}`.execute(tx);
  return rows[0];
}

export async function isToStop(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    select stop from campus.timetable where id = ${id}`.execute(tx);
  return rows[0]?.stop ?? true;
}

export async function setStop(tx: Tx, id: string): Promise<void> {
  await sql`update campus.timetable set stop = true
    where id = ${id} and state in ('queued', 'solving')`.execute(tx);
}

export async function setTimetable(
  tx: Tx,
  id: string,
  to: { state: SearchState; result?: TimesResult },
): Promise<void> {
  await sql`update campus.timetable set state = ${to.state},
      result = coalesce(${to.result ? JSON.stringify(to.result) : null}::jsonb, result)
    where id = ${id}`.execute(tx);
}

/** How far it is, while it is being solved. */
export async function setTimesProgress(tx: Tx, id: string, progress: TimesProgress): Promise<void> {
  await sql`update campus.timetable set progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'solving'`.execute(tx);
}

export async function findInForce(tx: Tx, school: string): Promise<InForce> {
  const { rows } = await sql<InForce>`select p.timetable, p.at, coalesce(a.name, '') as by
    from campus.timetable_published p
    left join identity.account a on a.tenant = p.tenant and a.id = p.account
    where p.area = ${school} order by p.number desc limit 1`.execute(tx);
  return rows[0] ?? { timetable: null, at: null, by: null };
}

/** @param timetable null: none from now on. */
export async function insertPublished(
  tx: Tx,
  { tenant, account, at }: Whose,
  of: { school: string; timetable: string | null },
): Promise<void> {
  await sql`insert into campus.timetable_published (tenant, area, number, timetable, account, at)
    values (${tenant}, ${of.school},
      (select coalesce(max(number), 0) + 1 from campus.timetable_published where area = ${of.school}),
      ${of.timetable}, ${account}, ${at})`.execute(tx);
}

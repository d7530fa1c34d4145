import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';
import {
  changedCells,
  LessonTimes,
  type SavedTimes,
  type SavedWeek,
  Week,
  type WeekVersion,
} from './week.ts';

export interface OfResponse {
  tenant: string;
  response: string;
}
interface Row {
  version: number;
  by: string;
  at: string;
  sealed: Buffer;
}
type Kind = 'times' | 'week';
const tables = { times: sql.table('campus.lesson_times'), week: sql.table('campus.lesson_week') };
const nameOf = ({ tenant, response }: OfResponse, kind: Kind, area: string, version: number) => ({
  tenant,
  response,
  record: `campus-lesson-${kind}:${area}:${version}`,
});
const savedBy = sql`coalesce(a.name, '') as by, office.iso(s.saved) as at`;
const account = sql`left join identity.account a on a.id = s.account`;

/** Who changes the same plan at once comes one after the other. */
export async function holdLessons(tx: Tx, { response }: OfResponse, area: string): Promise<void> {
  const key = `lessons:${response}:${area}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The periods in force of each school of which the request reaches a class. */
export async function listTimes(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse,
): Promise<Map<string, SavedTimes>> {
  const { rows } = await sql<Row & { school: string }>`
    select s.school, s.version, ${savedBy}, s.sealed from campus.lesson_times_of(${of.response}) s ${account}`.execute(
    tx,
  );
  return new Map(
    rows.map(({ school, sealed, ...row }) => [
      school,
      {
        ...row,
        times: LessonTimes.parse(
          unpad(keys.open(nameOf(of, 'times', school, row.version), sealed)),
        ),
      },
    ]),
  );
}

/** The lesson plans in force of these classes. */
export async function listWeeks(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { classes: readonly string[] },
): Promise<Map<string, SavedWeek>> {
  const { rows } = await sql<Row & { area: string }>`
    select distinct on (s.area) s.area, s.version, ${savedBy}, s.sealed from campus.lesson_week s ${account}
    where s.response = ${of.response} and s.area = any(${of.classes}::uuid[])
    order by s.area, s.version desc`.execute(tx);
  return new Map(
    rows.map(({ area, sealed, ...row }) => [
      area,
      { ...row, week: open(keys, of, area, row.version, sealed) },
    ]),
  );
}

/** All versions of a class’s lesson plan, the latest first. */
export async function listVersions(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { class: string },
): Promise<{ saved: SavedWeek; head: WeekVersion }[]> {
  const { rows } =
    await sql<Row>`select s.version, ${savedBy}, s.sealed from campus.lesson_week s ${account}
    where s.response = ${of.response} and s.area = ${of.class} order by s.version desc limit 31`.execute(
      tx,
    );
  const saved = rows.map(
    ({ sealed, ...row }): SavedWeek => ({
      ...row,
      week: open(keys, of, of.class, row.version, sealed),
    }),
  );
  return saved.slice(0, 30).map((one, at) => {
    const { week, ...head } = one;
    return {
      saved: one,
      head: { ...head, changed: changedCells(saved[at + 1]?.week, week).length },
    };
  });
}

const open = (keys: ResponseKeys, of: OfResponse, area: string, version: number, sealed: Buffer) =>
  Week.parse(unpad(keys.open(nameOf(of, 'week', area, version), sealed)));

export async function insertVersion(
  tx: Tx,
  keys: ResponseKeys,
  of: OfResponse & { area: string; version: number; account: string; at: string },
  { kind, content }: { kind: 'times'; content: LessonTimes } | { kind: 'week'; content: Week },
): Promise<void> {
  const sealed = keys.seal(nameOf(of, kind, of.area, of.version), pad(content));
  await sql`insert into ${tables[kind]} (tenant, response, area, version, account, saved, sealed)
    values (${of.tenant}, ${of.response}, ${of.area}, ${of.version}, ${of.account}, ${of.at}, ${sealed})`.execute(
    tx,
  );
}

export interface TeacherAccount {
  id: string;
  name: string;
  /** Of this class, not only of a subject. */
  leads: boolean;
}

/** Accounts with a teacher’s role in these classes or in a whole school of theirs. */
export async function listTeachers(
  tx: Tx,
  classes: readonly string[],
): Promise<Map<string, TeacherAccount[]>> {
  const { rows } = await sql<TeacherAccount & { class: string }>`
    select c.id as class, a.id, a.name,
      bool_or('campus.pupils' = any(r.permissions) and g.area = c.id) as leads
    from campus.class c
    join identity.assignment g on g.tenant = c.tenant and g.area in (c.id, c.school)
    join identity.role r on r.tenant = g.tenant and r.id = g.role
      and ('campus.mentor' = any(r.permissions) or ('campus.pupils' = any(r.permissions) and g.area = c.id))
    join identity.account a on a.tenant = g.tenant and a.id = g.account and not a.disabled
    where c.id = any(${classes}::uuid[])
    group by c.id, a.id, a.name order by c.id, leads desc, a.name, a.id`.execute(tx);
  const found = Map.groupBy(rows, (row) => row.class);
  return new Map(
    classes.map((one) => [
      one,
      (found.get(one) ?? []).map(({ id, name, leads }) => ({ id, name, leads })),
    ]),
  );
}

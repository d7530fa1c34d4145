import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { sql } from 'kysely';
import type { School, SchoolClass, Stage } from '../campus.ts';

const schoolColumns = sql`s.id, a.parent as within, w.name as "withinName", a.name, s.rule_name as "ruleName", s.boards,
  s.invented, (select count(*)::integer from campus.class c where c.tenant = s.tenant and c.school = s.id) as classes,
  s.id in (select office.areas()) as "inScope"`;
const fromSchools = sql`campus.school s join register.area a on a.tenant = s.tenant and a.id = s.id
  join register.area w on w.tenant = a.tenant and w.id = a.parent`;

/** Those in scope, and those of which a class is. */
export async function listSchools(tx: Tx): Promise<School[]> {
  const { rows } = await sql<School>`select ${schoolColumns} from ${fromSchools}
    where s.id in (select office.areas()) or exists (select from campus.class c
      where c.tenant = s.tenant and c.school = s.id and c.id in (select office.areas()))
    order by w.name, a.name, s.id`.execute(tx);
  return rows;
}

export async function findSchool(tx: Tx, id: string): Promise<School | undefined> {
  const { rows } =
    await sql<School>`select ${schoolColumns} from ${fromSchools} where s.id = ${id}`.execute(tx);
  return rows[0];
}

export async function getSchool(tx: Tx, id: string): Promise<School> {
  const school = await findSchool(tx, id);
  if (!school) throw refuse(notFound, { what: say('学校', 'school') });
  return school;
}

const classColumns = sql`c.id, c.school, a.name, c.stage, c.grade, c.invented, c.id in (select office.areas()) as "inScope"`;
const fromClasses = sql`campus.class c join register.area a on a.tenant = c.tenant and a.id = c.id`;

/** Those in scope, as a timetable lists them. */
export async function listClasses(tx: Tx, school: string): Promise<SchoolClass[]> {
  const { rows } = await sql<SchoolClass>`select ${classColumns} from ${fromClasses}
    where c.school = ${school} and c.id in (select office.areas())
    order by c.stage = 'kindergarten' desc, c.grade, length(a.name), a.name, c.id`.execute(tx);
  return rows;
}

export async function findClass(tx: Tx, id: string): Promise<SchoolClass | undefined> {
  const { rows } =
    await sql<SchoolClass>`select ${classColumns} from ${fromClasses} where c.id = ${id}`.execute(
      tx,
    );
  return rows[0];
}

export async function getClass(tx: Tx, id: string): Promise<SchoolClass> {
  const found = await findClass(tx, id);
  if (!found) throw refuse(notFound, { what: say('班级', 'class') });
  return found;
}

export async function putSchool(
  tx: Tx,
  tenant: string,
  of: { id: string; ruleName: string | null; boards: boolean; invented: boolean },
): Promise<void> {
  await sql`insert into campus.school (tenant, id, rule_name, boards, invented)
    values (${tenant}, ${of.id}, ${of.ruleName}, ${of.boards}, ${of.invented})
    on conflict (tenant, id) do update set rule_name = excluded.rule_name, boards = excluded.boards,
      invented = excluded.invented`.execute(tx);
}

export async function putClass(
  tx: Tx,
  tenant: string,
  of: { id: string; school: string; stage: Stage; grade: number; invented: boolean },
): Promise<void> {
  await sql`insert into campus.class (tenant, id, school, stage, grade, invented)
    values (${tenant}, ${of.id}, ${of.school}, ${of.stage}, ${of.grade}, ${of.invented})
    on conflict (tenant, id) do update set stage = excluded.stage, grade = excluded.grade,
      invented = excluded.invented`.execute(tx);
}

/** The class's row; its area goes after it, where nothing else lies in it. */
export async function deleteClass(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.class where id = ${id}`.execute(tx);
}

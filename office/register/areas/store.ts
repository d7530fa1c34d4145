import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { unlessHidden, words } from '../scope.ts';
import { searchKey, searchPatterns } from '../search-key.ts';
import type { Area, FoundArea, Level } from './contract.ts';
import type { Division } from './rules.ts';

const columns = sql`a.id, a.parent, a.code, a.name, a.level, a.extended,
  a.id in (select office.areas()) as "inScope"`;

export async function listAreas(tx: Tx, root?: string): Promise<Area[]> {
  const branch = root ? sql`where a.id in (select register.below(${root}))` : sql``;
  const { rows } = await sql<Area>`
    select ${columns} from register.area a ${branch} order by a.code nulls last, a.name, a.id`.execute(
    tx,
  );
  return rows;
}

export async function searchAreas(tx: Tx, typed: string, limit: number): Promise<FoundArea[]> {
  const { exact, begins, within, sound } = searchPatterns(typed);
  const { rows } = await sql<FoundArea>`
    select ${columns}, array(
      with recursive above as (
        select p.parent, p.name, 1 as step from register.area p where p.id = a.parent
        union all
        select p.parent, p.name, b.step + 1 from register.area p join above b on p.id = b.parent
      ) select name from above order by step desc) as path
    from register.area a
    where a.name like ${within} or a.code like ${begins} or a.pinyin like ${sound}
    order by (a.name = ${exact} or a.code is not distinct from ${exact}) desc, a.name like ${begins} desc,
      a.pinyin like ${sound.slice(1)} desc, length(a.code) nulls last, a.code, a.name, a.id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findArea(tx: Tx, id: string): Promise<Area | undefined> {
  const { rows } = await sql<Area>`
    select ${columns} from register.area a where a.id = ${id}`.execute(tx);
  return rows[0];
}

export async function getArea(tx: Tx, id: string): Promise<Area> {
  const area = await findArea(tx, id);
  if (!area) throw refuse(notFound, { what: words.area });
  return area;
}

export async function findAreaByCode(tx: Tx, code: string): Promise<Area | undefined> {
  const { rows } = await sql<Area>`
    select ${columns} from register.area a where a.code = ${code}`.execute(tx);
  return rows[0];
}

/** Changes of one tenant's tree come one after the other, so that two cannot make a ring. */
export async function lockTree(tx: Tx, tenant: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('register.area'), hashtext(${tenant}))`.execute(
    tx,
  );
}

/** Whether `area` is `root` or lies below it. */
export async function isBelow(tx: Tx, area: string, root: string): Promise<boolean> {
  const { rows } = await sql<{ below: boolean }>`
    select ${area}::uuid in (select register.below(${root})) as below`.execute(tx);
  return rows[0]?.below ?? false;
}

export interface AreaFields {
  id: string;
  parent: string;
  name: string;
  level: Level;
  code: string | null;
}

export async function insertArea(tx: Tx, tenant: string, area: AreaFields): Promise<void> {
  const insert = sql`
    insert into register.area (tenant, id, parent, code, name, pinyin, level, extended)
    values (${tenant}, ${area.id}, ${area.parent}, ${area.code}, ${area.name}, ${searchKey(area.name)},
      ${area.level}, true)`;
  await unlessHidden(insert.execute(tx), 'area');
}

export async function updateArea(tx: Tx, area: AreaFields): Promise<void> {
  await sql`update register.area set parent = ${area.parent}, code = ${area.code}, name = ${area.name},
    pinyin = ${searchKey(area.name)}, level = ${area.level} where id = ${area.id}`.execute(tx);
}

/** False where other records, of whichever room, still lie in it. */
export async function deleteArea(tx: Tx, id: string): Promise<boolean> {
  try {
    await sql`delete from register.area where id = ${id}`.execute(tx);
    return true;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^2350[13]$|^23001$/.test(String(error.code))
    ) {
      return false;
    }
    throw error;
  }
}

/** Brings in divisions, each after the one that it lies in; one whose code is there stays in its place. */
export async function importDivisions(
  tx: Tx,
  of: { tenant: string; parent: string; newId(): string },
  divisions: readonly Division[],
): Promise<{ added: number; renamed: number; unchanged: number }> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from register.area where code is not null`.execute(tx);
  const idOf = new Map(rows.map((row) => [row.code, row.id]));
  const known = divisions.filter(({ code }) => idOf.has(code));
  const fresh = divisions.filter(({ code }) => !idOf.has(code));
  for (const { code } of fresh) idOf.set(code, of.newId());
  // A level in one statement: the next may lie in it, and row-level security asks for the area above.
  for (const level of ['county', 'town', 'village']) {
    const batch = fresh
      .filter((division) => division.level === level)
      .map(({ code, name, within }) => ({
        id: idOf.get(code),
        parent: within === null ? of.parent : idOf.get(within),
        code,
        name,
        pinyin: searchKey(name),
      }));
    const insert = sql`
      insert into register.area (tenant, id, parent, code, name, pinyin, level)
      select ${of.tenant}, x.id, x.parent, x.code, x.name, x.pinyin, ${level}
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        as x (id uuid, parent uuid, code text, name text, pinyin text)`;
    await unlessHidden(insert.execute(tx), 'area');
  }
  const names = known.map(({ code, name }) => ({ code, name, pinyin: searchKey(name) }));
  const renamed = await sql<{ id: string }>`
    update register.area a set name = x.name, pinyin = x.pinyin
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as x (code text, name text, pinyin text)
    where a.code = x.code and a.name <> x.name returning a.id`.execute(tx);
  return {
    added: fresh.length,
    renamed: renamed.rows.length,
    unchanged: known.length - renamed.rows.length,
  };
}

/** A tenant's root is made before there is a register; its sound is filled in here. */
export async function spellArea(tx: Tx, area: Area): Promise<void> {
  await sql`update register.area set pinyin = ${searchKey(area.name)}
    where id = ${area.id} and pinyin = ''`.execute(tx);
}

import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import type { Inside, StoreEntry, StoreItem, StoreItemFields } from './stores.ts';

export interface OfSchool {
  tenant: string;
  response: string;
  school: string;
}
type At = Omit<OfSchool, 'tenant'>;

/** How many are inside: the number that the school set, else its roster; none where there is neither. */
export async function findInside(tx: Tx, of: At, lock = false): Promise<Inside | null> {
  const { rows } = await sql<{ people: number | null; source: string; version: number }>`
    select people, source, version from campus.inside
    where response = ${of.response} and area = ${of.school} ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  const [set] = rows;
  const roster = await countRoster(tx, of);
  const version = set?.version ?? null;
  if (set && set.people !== null)
    return { people: set.people, from: 'set', source: set.source, roster, version };
  if (roster === 0 && version === null) return null;
  return { people: roster, from: 'roster', source: null, roster, version };
}

async function countRoster(tx: Tx, of: At): Promise<number> {
  const { rows } = await sql<{ roster: number }>`select count(*)::int as roster from campus.member
    where response = ${of.response} and area in (select register.below(${of.school}))`.execute(tx);
  return rows[0]?.roster ?? 0;
}

export async function putInside(
  tx: Tx,
  of: OfSchool,
  set: { people: number | null; source: string; version: number },
): Promise<void> {
  await sql`insert into campus.inside (tenant, response, area, people, source, version)
    values (${of.tenant}, ${of.response}, ${of.school}, ${set.people}, ${set.source}, ${set.version})
    on conflict (tenant, response, area) do update
      set people = excluded.people, source = excluded.source, version = excluded.version`.execute(
    tx,
  );
}

export async function listItems(tx: Tx, of: At): Promise<StoreItem[]> {
  const { rows } = await sql<StoreItem>`select id, fields, version from campus.store_item
    where response = ${of.response} and area = ${of.school} order by fields ->> 'name', id`.execute(
    tx,
  );
  return rows;
}

export interface HeldItem extends StoreItem, At {}

/** With `lock`, what is counted, asked for and promised of one item comes one after the other. */
export async function findItem(tx: Tx, id: string, lock = false): Promise<HeldItem | undefined> {
  const { rows } = await sql<HeldItem>`select id, response, area as school, fields, version
    from campus.store_item where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function getItem(tx: Tx, of: At & { item: string }, lock = false): Promise<HeldItem> {
  const found = await findItem(tx, of.item, lock);
  if (found?.response !== of.response || found.school !== of.school)
    throw refuse(notFound, { what: say('物资', 'item') });
  return found;
}

export async function putItem(
  tx: Tx,
  of: OfSchool,
  { id, fields, version }: StoreItem,
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.store_item (tenant, id, response, area, fields, version)
      values (${of.tenant}, ${id}, ${of.response}, ${of.school}, ${JSON.stringify(fields satisfies StoreItemFields)}::jsonb,
        ${version})
      on conflict (tenant, id) do update set fields = excluded.fields, version = excluded.version`.execute(
      tx,
    ),
    say('物资', 'item'),
  );
}

export async function deleteItem(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.store_item where id = ${id}`.execute(tx);
}

const entries = sql`select e.id, e.item, e.kind, e.quantity, e.noted, office.iso(e.at) as at, a.name as by,
    e.promise, e.corrects,
    exists (select from campus.store_entry c where c.tenant = e.tenant and c.corrects = e.id) as corrected
  from campus.store_entry e join identity.account a on a.tenant = e.tenant and a.id = e.by`;

/** Those of a school, or of one item, in the order in which they happened. */
export async function listEntries(
  tx: Tx,
  of: At | { item: string } | { promise: string },
): Promise<StoreEntry[]> {
  const where =
    'item' in of
      ? sql`e.item = ${of.item}`
      : 'promise' in of
        ? sql`e.promise = ${of.promise}`
        : sql`e.response = ${of.response} and e.area = ${of.school}`;
  const { rows } =
    await sql<StoreEntry>`${entries} where ${where} order by e.at, e.recorded, e.id`.execute(tx);
  return rows;
}

export async function findEntry(
  tx: Tx,
  id: string,
): Promise<(StoreEntry & { account: string }) | undefined> {
  const { rows } = await sql<StoreEntry & { account: string }>`
    select x.*, e.by as account from (${entries} where e.id = ${id}) x
      join campus.store_entry e on e.id = x.id`.execute(tx);
  return rows[0];
}

export async function insertEntry(
  tx: Tx,
  of: OfSchool & { recorded: string; account: string },
  entry: Omit<StoreEntry, 'by' | 'corrected'>,
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.store_entry
        (tenant, id, response, area, item, kind, quantity, noted, at, recorded, by, promise, corrects)
      values (${of.tenant}, ${entry.id}, ${of.response}, ${of.school}, ${entry.item}, ${entry.kind}, ${entry.quantity},
        ${entry.noted}, ${entry.at}, ${of.recorded}, ${of.account}, ${entry.promise}, ${entry.corrects})`.execute(
      tx,
    ),
    say('登记', 'entry'),
  );
}

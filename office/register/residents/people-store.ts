import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { lastingWords } from './rules.ts';

export interface HeldLasting {
  id: string;
  area: string;
  label: string;
  removed: boolean;
}

/** Households; held until the transaction ends, where `lock` says so: who changes their people comes one after the other. */
export async function findHouseholds(
  tx: Tx,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, HeldLasting>> {
  const { rows } = await sql<HeldLasting>`
    select id, area, label, removed from register.lasting_household
    where id = any(${ids}::uuid[]) order by id ${lock ? sql`for update` : sql``}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function getHousehold(tx: Tx, id: string, lock = false): Promise<HeldLasting> {
  const found = (await findHouseholds(tx, [id], lock)).get(id);
  if (!found) throw refuse(notFound, { what: lastingWords.household });
  return found;
}

/** An area of the request's scope, above as much of it as there is: where a search belongs that found nobody. */
export async function widestArea(tx: Tx): Promise<string> {
  const { rows } = await sql<{ area: string }>`
    select a.id as area from register.area a
    where a.id in (select office.areas())
      and (a.parent is null or a.parent not in (select office.areas())) order by a.code limit 1`.execute(
    tx,
  );
  return (rows[0] as { area: string }).area;
}

export interface SealedResident {
  id: string;
  household: string;
  area: string;
  sealed: Buffer;
  version: number;
}

const resident = sql`r.id, r.household, r.area, r.sealed, r.version`;

export async function listSealed(
  tx: Tx,
  households: readonly string[],
): Promise<Map<string, SealedResident[]>> {
  const { rows } = await sql<SealedResident>`
    select ${resident} from register.resident r
    where r.household = any(${households}::uuid[]) order by r.id`.execute(tx);
  return Map.groupBy(rows, ({ household }) => household);
}

export async function findSealed(tx: Tx, ids: readonly string[]): Promise<SealedResident[]> {
  const { rows } = await sql<SealedResident>`
    select ${resident} from register.resident r where r.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

export async function getSealed(tx: Tx, id: string): Promise<SealedResident> {
  const [found] = await findSealed(tx, [id]);
  if (!found) throw refuse(notFound, { what: lastingWords.resident });
  return found;
}

/** Whether anybody was ever sealed here: a search makes no key. */
export async function hasKey(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from register.lasting_key`.execute(tx);
  return rows.length > 0;
}

export async function findByPhone(
  tx: Tx,
  mark: Buffer,
): Promise<(SealedResident & { label: string })[]> {
  const { rows } = await sql<SealedResident & { label: string }>`
    select ${resident}, h.label from register.resident r
    join register.lasting_household h on h.tenant = r.tenant and h.id = r.household
    where r.phone_mark = ${mark} and not h.removed order by h.label_order, r.id limit 20`.execute(
    tx,
  );
  return rows;
}

export interface ResidentToPut {
  id: string;
  household: string;
  area: string;
  phoneMark: Buffer | null;
  sealed: Buffer;
}

export async function putResidents(
  tx: Tx,
  tenant: string,
  residents: readonly ResidentToPut[],
): Promise<void> {
  if (residents.length === 0) return;
  const rows = residents.map(({ phoneMark, sealed, ...rest }) => ({
    ...rest,
    mark: phoneMark?.toString('base64') ?? null,
    sealed: sealed.toString('base64'),
  }));
  await sql`
    insert into register.resident as r (tenant, id, household, area, phone_mark, sealed)
    select ${tenant}, x.id, x.household, x.area, decode(x.mark, 'base64'), decode(x.sealed, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x (id uuid, household uuid, area uuid, mark text, sealed text)
    on conflict (tenant, id) do update set phone_mark = excluded.phone_mark, sealed = excluded.sealed,
      version = r.version + 1`.execute(tx);
}

export async function deleteResident(tx: Tx, id: string): Promise<void> {
  await sql`delete from register.resident where id = ${id}`.execute(tx);
}

/** What follows for households from their people. */
export interface Follows {
  id: string;
  named: number;
  hasPhone: boolean;
  /** Another is to be called. */
  contact: boolean;
}

export async function settle(tx: Tx, households: readonly Follows[]): Promise<void> {
  if (households.length === 0) return;
  await sql`update register.lasting_household h
    set named = x.named, has_phone = x."hasPhone", contact = h.contact + x.contact::int
    from jsonb_to_recordset(${JSON.stringify(households)}::jsonb)
      as x (id uuid, named integer, "hasPhone" boolean, contact boolean)
    where h.id = x.id and h.tenant = office.tenant()`.execute(tx);
}

/** Erases a household with its people and all that its history and sheets tell. */
export async function eraseHousehold(
  tx: Tx,
  id: string,
): Promise<{ area: string; persons: number }> {
  const { rows } = await sql<{ area: string; persons: number }>`
    select area, persons from register.erase_lasting_household(${id})`.execute(tx);
  return rows[0] as { area: string; persons: number };
}

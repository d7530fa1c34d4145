import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import type { RecordName } from '../../keys/envelope.ts';
import { unlessHidden, words } from '../scope.ts';
import { searchKey } from '../search-key.ts';
import type { HouseholdFields } from './contract.ts';
import { labelKey, labelOrder, labelSound } from './label-key.ts';
import { areaNames } from './store.ts';

export interface SealedHousehold {
  id: string;
  response: string;
  area: string;
  removed: boolean;
  sealed: Buffer | null;
}

export type HeldHousehold = SealedHousehold &
  Omit<HouseholdFields, 'response' | 'area'> & {
    /** The lasting household that it was brought from. */
    lasting: string | null;
  };

/** What a household's contact is sealed as. */
export const recordName = (tenant: string, of: { id: string; response: string }): RecordName => ({
  tenant,
  response: of.response,
  record: `household:${of.id}`,
});

export async function getSealed(tx: Tx, id: string, lock = false): Promise<SealedHousehold> {
  const { rows } = await sql<SealedHousehold>`
    select id, response, area, removed, sealed from register.household where id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx);
  const household = rows[0];
  if (!household) throw refuse(notFound, { what: words.household });
  return household;
}

/** Those of these households that are there, held until the transaction ends. */
export async function lockSealed(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, HeldHousehold>> {
  const { rows } = await sql<HeldHousehold>`
    select id, response, area, removed, sealed, place, label, people, alone_elderly as "aloneElderly",
      cannot_come as "cannotCome", lasting
    from register.household where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function setSealed(tx: Tx, id: string, sealed: Buffer | null): Promise<void> {
  await sql`update register.household set sealed = ${sealed}, version = version + 1
    where id = ${id}`.execute(tx);
}

export interface HouseholdRow extends Omit<HouseholdFields, 'response'> {
  id: string;
  sealed: Buffer | null;
}

/** Registers many households of a response; says of each that was not as given already whether it is new. */
export async function putHouseholds(
  tx: Tx,
  of: { tenant: string; response: string },
  households: readonly HouseholdRow[],
): Promise<{ id: string; area: string; added: boolean }[]> {
  const villages = await areaNames(tx, [...new Set(households.map(({ area }) => area))]);
  const rows = households.map(({ sealed, ...rest }) => {
    const key = labelKey(rest.label, villages.get(rest.area));
    const [spoken, sorted] = [labelSound(key), labelOrder(rest.label)];
    const written = { key, spoken, sorted, sound: searchKey(rest.label) };
    return { ...rest, ...written, sealed: sealed?.toString('base64') ?? null };
  });
  const write = sql<{ id: string; area: string; added: boolean }>`
    insert into register.household as h (tenant, id, response, area, place, label, people, alone_elderly,
      cannot_come, sealed, sound, label_key, label_sound, label_order)
    select ${of.tenant}, x.id, ${of.response}, x.area, x.place, x.label, x.people, x."aloneElderly",
      x."cannotCome", decode(x.sealed, 'base64'), x.sound, x.key, x.spoken, x.sorted
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, area uuid, place uuid, label text,
      people integer, "aloneElderly" boolean, "cannotCome" boolean, sealed text, sound text, key text,
      spoken text, sorted text)
    on conflict (tenant, id) do update set area = excluded.area, place = excluded.place, label = excluded.label,
      people = excluded.people, alone_elderly = excluded.alone_elderly, cannot_come = excluded.cannot_come,
      sealed = excluded.sealed, sound = excluded.sound, label_key = excluded.label_key,
      label_sound = excluded.label_sound, label_order = excluded.label_order, version = h.version + 1
    where (h.area, h.place, h.label, h.people, h.alone_elderly, h.cannot_come, h.sealed) is distinct from
      (excluded.area, excluded.place, excluded.label, excluded.people, excluded.alone_elderly,
        excluded.cannot_come, excluded.sealed)
    returning h.id, h.area, h.xmax = 0 as added`;
  return (await unlessHidden(write.execute(tx), 'household')).rows;
}

/**
 * When a response closes: its households become totals by area and are deleted. Returns how many there were.
 * The key that their contacts are sealed with is destroyed beside it (office/keys).
 */
export async function destroyHouseholds(tx: Tx, response: string): Promise<number> {
  await sql`
    insert into register.household_total (tenant, response, area, households, people, alone_elderly, cannot_come)
    select tenant, response, area, count(*), sum(people), count(*) filter (where alone_elderly),
      count(*) filter (where cannot_come)
    from register.household where response = ${response} and not removed group by tenant, response, area`.execute(
    tx,
  );
  const { rows } = await sql`
    delete from register.household where response = ${response} returning id`.execute(tx);
  return rows.length;
}

import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Entry, EntryKind, Said } from './entry.ts';

const columns = sql`e.id, e.kind, e.side, e.day, office.iso(e.at) as at, office.iso(e.recorded) as recorded, e.tanker,
  e.source, e.point, e.promise, e.litres, e.gauge_before as before, e.gauge_after as after,
  e.chlorine::float as chlorine, e.dose_grams::float as "doseGrams", e.minutes, e.homes, e.people, e.why, e.plan,
  jsonb_build_object('id', e.said_by, 'name', a.name) as by, e.on_behalf_of as "onBehalfOf", e.corrects,
  exists (select from water.entry c where c.tenant = e.tenant and c.corrects = e.id) as corrected`;
const fromEntries = sql`water.entry e join identity.account a on a.tenant = e.tenant and a.id = e.said_by`;

/** What is held under an id, and the very words in which it came. */
export async function findEntry(
  tx: Tx,
  id: string,
): Promise<{ entry: Entry; said: unknown; by: string } | undefined> {
  const { rows } = await sql<Entry & { said: unknown }>`
    select ${columns}, e.said from ${fromEntries} where e.id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const { said, ...entry } = row;
  return { entry, said, by: entry.by.id };
}

/** A desk's entries of a day, in the order in which things happened. */
export const listEntries = (
  tx: Tx,
  { day, ...of }: { response: string; area: string; day: string },
): Promise<Entry[]> => listEntriesBetween(tx, { ...of, from: day, to: day });

export async function listEntriesBetween(
  tx: Tx,
  of: { response: string; area: string; from: string; to: string },
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${columns} from ${fromEntries}
    where e.response = ${of.response} and e.desk = ${of.area} and e.day between ${of.from} and ${of.to}
    order by e.at, e.recorded, e.id`.execute(tx);
  return rows;
}

export async function listNotes(tx: Tx, entries: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ entry: string; note: string }>`
    select entry, note from water.entry_note where entry = any(${entries}::uuid[])`.execute(tx);
  return new Map(rows.map(({ entry, note }) => [entry, note]));
}

/** Free chlorine as it was measured last at each of these deliveries, mg/L. */
export async function listChlorine(
  tx: Tx,
  promises: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ promise: string; chlorine: number }>`
    select distinct on (e.promise) e.promise, e.chlorine::float as chlorine from water.entry e
    where e.promise = any(${promises}::uuid[]) and e.chlorine is not null
      and not exists (select from water.entry c where c.tenant = e.tenant and c.corrects = e.id)
    order by e.promise, e.at desc, e.id`.execute(tx);
  return new Map(rows.map(({ promise, chlorine }) => [promise, chlorine]));
}

export interface NewEntry {
  id: string;
  kind: EntryKind;
  side: Entry['side'];
  response: string;
  desk: string;
  area: string;
  day: string;
  at: string;
  recorded: string;
  promise: string | null;
  litres: number | null;
  saidBy: string;
  said: Said;
  note: string | null;
}

export async function insertEntry(tx: Tx, tenant: string, entry: NewEntry): Promise<void> {
  // Whatever of its kind it has beside what every entry has.
  const { said } = entry;
  const of = (key: string) => (said as Record<string, unknown>)[key] ?? null;
  const gauge = 'amount' in said && 'before' in said.amount ? said.amount : null;
  await sql`insert into water.entry (tenant, id, response, desk, area, day, kind, side, at, recorded, tanker, source,
      point, promise, plan, litres, gauge_before, gauge_after, chlorine, dose_grams, minutes, homes, people, why, on_behalf_of,
      corrects, said_by, said)
    values (${tenant}, ${entry.id}, ${entry.response}, ${entry.desk}, ${entry.area}, ${entry.day}, ${entry.kind},
      ${entry.side}, ${entry.at}, ${entry.recorded}, ${of('tanker')}, ${of('source')}, ${of('point')},
      ${entry.promise}, ${of('plan')}, ${entry.litres}, ${gauge?.before ?? null}, ${gauge?.after ?? null},
      ${of('chlorine')}, ${of('doseGrams')}, ${of('minutes')}, ${of('homes')}, ${of('people')}, ${of('why')}, ${of('onBehalfOf')},
      ${of('corrects')},
      ${entry.saidBy}, ${JSON.stringify(said)}::jsonb)`.execute(tx);
  if (entry.note !== null) {
    await sql`insert into water.entry_note (tenant, entry, response, area, note)
      values (${tenant}, ${entry.id}, ${entry.response}, ${entry.area}, ${entry.note})`.execute(tx);
  }
}

export interface Whereabouts {
  desk: string;
  area: string;
}

export async function findTankerOf(
  tx: Tx,
  id: string,
): Promise<(Whereabouts & { name: string }) | undefined> {
  const { rows } = await sql<Whereabouts & { name: string }>`
    select area as desk, area, name from water.tanker where id = ${id}`.execute(tx);
  return rows[0];
}

export async function findSourceOf(tx: Tx, id: string): Promise<Whereabouts | undefined> {
  const { rows } = await sql<Whereabouts>`
    select area as desk, area from water.source where id = ${id}`.execute(tx);
  return rows[0];
}

export async function findPointOf(
  tx: Tx,
  id: string,
): Promise<(Whereabouts & { tank: number | null }) | undefined> {
  const { rows } = await sql<Whereabouts & { tank: number | null }>`
    select desk, area, tank_litres as tank from water.point where id = ${id}`.execute(tx);
  return rows[0];
}

/** When a response ends, what people wrote in their own words goes. How many notes there were. */

import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';

export const words = {
  area: say('辖区', 'area'),
  place: say('地点', 'place'),
  household: say('住户', 'household'),
  well: say('水井', 'well'),
  roads: say('道路数据', 'map of roads'),
  edit: say('路程修改', 'edit of this drive time'),
};

/** Refuses unless each of these areas is in the request's scope. */
export async function requireAreas(tx: Tx, areas: readonly string[]): Promise<void> {
  const { rows } = await sql<{ outside: number }>`
    select count(*) as outside from unnest(${[...new Set(areas)]}::uuid[]) a (id)
    where a.id not in (select office.areas())`.execute(tx);
  if (rows[0]?.outside !== 0) throw refuse(notFound, { what: words.area });
}

/** Refuses unless each of these places is seen: in the request's scope, or shared. */
export async function requirePlaces(tx: Tx, places: readonly string[]): Promise<void> {
  const asked = [...new Set(places.map((place) => place.toLowerCase()))];
  const { rows } = await sql<{ seen: number }>`
    select count(*) as seen from register.place where id = any(${asked}::uuid[])`.execute(tx);
  if (rows[0]?.seen !== asked.length) throw refuse(notFound, { what: words.place });
}

/** A row that row-level security keeps from the request is not there for it, whoever's id it was. */
export async function unlessHidden<T>(
  writing: Promise<T>,
  what: keyof typeof words | Say,
): Promise<T> {
  return writing.catch((error: unknown) => {
    const hidden = error instanceof Error && 'code' in error && error.code === '42501';
    throw hidden
      ? refuse(notFound, { what: typeof what === 'string' ? words[what] : what })
      : error;
  });
}

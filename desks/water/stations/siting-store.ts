import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { SearchState } from '@liangbuwu/office/plans/search-state.ts';
import type { SearchTask } from '@liangbuwu/office/plans/searches.ts';
import { sql } from 'kysely';
import type { Siting, SitingHead, SitingProgress, SitingResult, SitingSite } from './siting.ts';

/** The sites of a desk with where they are, by its own coordinates or those of the place. */
export async function listSitingSites(tx: Tx, desk: string): Promise<SitingSite[]> {
  const { rows } = await sql<SitingSite>`
    select s.id, s.name, a.name as village, s.kind, s.state, s.reason, coalesce(s.lon, p.lon) as lon,
      coalesce(s.lat, p.lat) as lat, coalesce(s.provenance, p.provenance) as provenance,
      s.yield_litres as "yieldLitres", s.counted_litres as "countedLitres", s.building, s.running, s.invented
    from water.site s
    join register.area a on a.tenant = s.tenant and a.id = s.area
    left join register.place p on p.tenant = s.tenant and p.id = s.place
    where s.desk = ${desk} and not s.removed and coalesce(s.lon, p.lon) is not null
    order by a.code, s.name, s.id`.execute(tx);
  return rows;
}

/** Who asks a desk at the same time comes one after the other: an id is one siting, and each has its number. */
export async function holdSitings(tx: Tx, area: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sitings:${area}`}, 0))`.execute(tx);
}

export async function insertSiting(
  tx: Tx,
  of: { tenant: string; account: string },
  siting: Pick<Siting, 'id' | 'response' | 'area' | 'day' | 'made' | 'settings' | 'basis'>,
  problem: unknown,
): Promise<void> {
  const { id, response, area, day, made, settings, basis } = siting;
  await sql`insert into water.siting (tenant, id, response, area, number, day, account, made, settings, basis,
      problem, state)
    values (${of.tenant}, ${id}, ${response}, ${area},
      (select coalesce(max(number), 0) + 1 from water.siting where response = ${response} and area = ${area}), ${day}, ${of.account}, ${made},
      ${JSON.stringify(settings)}::jsonb, ${JSON.stringify(basis)}::jsonb, ${JSON.stringify(problem)}::jsonb,
      'queued')`.execute(tx);
}

const headColumns = sql`s.id, s.response, s.area, s.number, s.day, s.made, coalesce(a.name, '') as by, s.settings, s.state,
  s.stop, s.progress`;
const fromSiting = sql`from water.siting s
  left join identity.account a on a.tenant = s.tenant and a.id = s.account`;

/** Those of a desk, the latest first. */
export async function listSitings(
  tx: Tx,
  of: { response: string; area: string },
): Promise<SitingHead[]> {
  const { rows } = await sql<SitingHead>`select ${headColumns} ${fromSiting}
    where s.response = ${of.response} and s.area = ${of.area} order by s.number desc limit 20`.execute(
    tx,
  );
  return rows;
}

export async function findSiting(tx: Tx, id: string): Promise<Siting | undefined> {
  const { rows } = await sql<Siting>`select ${headColumns}, s.basis, s.result ${fromSiting}
    where s.id = ${id}`.execute(tx);
  return rows[0];
}

export async function findSitingHead(tx: Tx, id: string): Promise<SitingHead | undefined> {
  const { rows } =
    await sql<SitingHead>`select ${headColumns} ${fromSiting} where s.id = ${id}`.execute(tx);
  return rows[0];
}

/** What a job works on: the account's name is not its business. */
export async function findSitingTask(tx: Tx, id: string): Promise<SearchTask | undefined> {
  const { rows } =
    await sql<SearchTask>`select state, stop, (settings ->> 'seconds')::int as seconds, problem from water.siting
    where id = ${id}`.execute(tx);
  return rows[0];
}

export async function isToStop(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    select stop from water.siting where id = ${id}`.execute(tx);
  return rows[0]?.stop ?? true;
}

export async function setStop(tx: Tx, id: string): Promise<void> {
  await sql`update water.siting set stop = true
    where id = ${id} and state in ('queued', 'solving')`.execute(tx);
}

export async function setSiting(
  tx: Tx,
  id: string,
  to: { state: SearchState; progress?: SitingProgress; result?: SitingResult },
): Promise<void> {
  await sql`update water.siting set state = ${to.state},
      progress = coalesce(${to.progress ? JSON.stringify(to.progress) : null}::jsonb, progress),
      result = coalesce(${to.result ? JSON.stringify(to.result) : null}::jsonb, result)
    where id = ${id}`.execute(tx);
}

/** How far it is, while it is being solved. */
export async function setSitingProgress(
  tx: Tx,
  id: string,
  progress: SitingProgress,
): Promise<void> {
  await sql`update water.siting set progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'solving'`.execute(tx);
}

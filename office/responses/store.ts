import { sql } from 'kysely';
import { type Clock, fixedClock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Fact, Response } from './contract.ts';
import { responseClosed } from './rules.ts';

interface Row {
  id: string;
  kind: Response['kind'];
  name_zh: string;
  name_en: string;
  zone: string;
  starts: string;
  ended: string | null;
  clock: string | null;
  areas: { id: string; name: string }[];
}

const select = (tx: Tx, where = sql`true`, lock = sql``) =>
  sql<Row>`select r.id, r.kind, r.name_zh, r.name_en, r.zone, r.starts, r.ended, r.clock,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.code), '[]')
        from responses.covered c join register.area a on a.tenant = c.tenant and a.id = c.area
        where c.tenant = r.tenant and c.response = r.id) as areas
    from responses.response r where ${where}
    order by r.ended nulls first, r.kind, r.starts ${lock}`.execute(tx);

const read = (row: Row, system: Clock): Response => {
  const now = row.clock ?? system.now().toString({ smallestUnit: 'millisecond' });
  return {
    id: row.id,
    kind: row.kind,
    name: say(row.name_zh, row.name_en),
    zone: row.zone,
    starts: row.starts,
    ended: row.ended,
    now,
    today: Temporal.Instant.from(now).toZonedDateTimeISO(row.zone).toPlainDate().toString(),
    clock: row.clock ? 'set' : 'system',
    areas: row.areas,
  };
};

export async function listResponses(tx: Tx, system: Clock): Promise<Response[]> {
  return (await select(tx)).rows.map((row) => read(row, system));
}

export async function findResponse(
  tx: Tx,
  id: string,
  system: Clock,
): Promise<Response | undefined> {
  const row = (await select(tx, sql`r.id = ${id}`)).rows[0];
  return row && read(row, system);
}

export async function getResponse(tx: Tx, id: string, system: Clock): Promise<Response> {
  const response = await findResponse(tx, id, system);
  if (!response) throw refuse(notFound, { what: say('应急响应', 'response') });
  return response;
}

/** The response as something may still be done in it: refused once it has ended. Held against its closing meanwhile. */
export async function getOpenResponse(tx: Tx, id: string, system: Clock): Promise<Response> {
  const row = (await select(tx, sql`r.id = ${id}`, sql`for share of r`)).rows[0];
  if (!row) throw refuse(notFound, { what: say('应急响应', 'response') });
  const response = read(row, system);
  if (response.ended) throw refuse(responseClosed, { ended: response.ended });
  return response;
}

/** The response's own clock: what belongs to a response asks this and nothing else what time it is. */
export const clockOf = (response: Response): Clock => fixedClock(response.now);

/** Two who open a response of this id at once come one after the other. */
export async function holdId(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`responses:${id}`}, 0))`.execute(tx);
}

export async function lockResponse(tx: Tx, id: string): Promise<void> {
  await sql`select from responses.response where id = ${id} for update`.execute(tx);
}

export async function insertResponse(
  tx: Tx,
  tenant: string,
  response: Pick<Response, 'id' | 'kind' | 'name' | 'zone' | 'starts'> & {
    areas: string[];
    clock: string | null;
  },
): Promise<void> {
  await sql`insert into responses.response (tenant, id, kind, name_zh, name_en, zone, starts, clock)
    values (${tenant}, ${response.id}, ${response.kind}, ${response.name['zh-CN']}, ${response.name.en},
      ${response.zone}, ${response.starts}, ${response.clock})`.execute(tx);
  await sql`insert into responses.covered (tenant, response, area)
    select ${tenant}, ${response.id}, unnest(${response.areas}::uuid[])`.execute(tx);
}

export async function setClock(tx: Tx, id: string, to: string): Promise<void> {
  await sql`update responses.response set clock = ${to} where id = ${id}`.execute(tx);
}

export async function endResponse(tx: Tx, id: string, at: string): Promise<void> {
  await sql`update responses.response set ended = ${at} where id = ${id}`.execute(tx);
}

/** Which of these areas the request's scope reaches. */
export async function areasInScope(tx: Tx, areas: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${areas}::uuid[]) a (id) where a.id in (select office.areas())`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.id));
}

/** A response is led by who reaches all that it covers. */
export async function requireAreas(tx: Tx, response: Pick<Response, 'areas'>): Promise<void> {
  await requireAll(
    tx,
    response.areas.map(({ id }) => id),
  );
}

async function requireAll(tx: Tx, areas: readonly string[]): Promise<void> {
  const reached = await areasInScope(tx, areas);
  if (areas.some((area) => !reached.has(area))) {
    throw refuse(notFound, {
      what: say('辖区（响应须全部在您的辖区内）', 'area: all of a response must lie in your scope'),
    });
  }
}

/** Which of these areas lie in those that a response covers. From each upwards: few are asked for, and a county has thousands. */
export async function areasCovered(
  tx: Tx,
  response: Pick<Response, 'areas'>,
  areas: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (asked, id, parent) as (
      select a.id, a.id, a.parent from register.area a
        where a.tenant = office.tenant() and a.id = any(${areas}::uuid[])
      union
      select below.asked, a.id, a.parent from register.area a
        join above below on a.tenant = office.tenant() and a.id = below.parent
    ) select distinct asked as id from above
      where id = any(${response.areas.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Whether the request's scope reaches into what a response covers. */
export async function reachesInto(tx: Tx, response: Pick<Response, 'areas'>): Promise<boolean> {
  const { rows } = await sql<{ reaches: boolean }>`
    select exists (select from office.areas() s (id) where s.id in (
      select register.below(c.id) from unnest(${response.areas.map(({ id }) => id)}::uuid[]) c (id))) as reaches`.execute(
    tx,
  );
  return rows[0]?.reaches ?? false;
}

export async function listFacts(tx: Tx, response: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select source, words, told, assumed from responses.fact where response = ${response} order by number`.execute(
    tx,
  );
  return rows;
}

export async function replaceFacts(
  tx: Tx,
  tenant: string,
  response: string,
  facts: readonly Fact[],
): Promise<void> {
  await sql`delete from responses.fact where response = ${response}`.execute(tx);
  await sql`insert into responses.fact (tenant, response, number, source, words, told, assumed)
    select ${tenant}, ${response}, x.number, x.fact -> 'source',
      array(select jsonb_array_elements_text(x.fact -> 'words')), x.fact -> 'told', nullif(x.fact -> 'assumed', 'null')
    from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) with ordinality as x (fact, number)`.execute(
    tx,
  );
}

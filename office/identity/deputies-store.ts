import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Colleague, Deputyship } from './deputies.contract.ts';

export interface DeputyshipRow extends Omit<Deputyship, 'state' | 'mayEnd'> {
  /** When it was ended early. */
  ended: string | null;
}

const person = (alias: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;

const select = sql`select d.id, ${person('l')} as account, ${person('v')} as deputy, d.reason,
    d.first_day as "from", d.last_day as "to", d.zone, office.iso(d.starts) as starts, office.iso(d.ends) as ends,
    office.iso(d.ended) as ended, jsonb_build_object('id', d.named_by, 'name', coalesce(n.name, '')) as "namedBy"
  from identity.deputyship d
  join identity.account l on l.tenant = d.tenant and l.id = d.account
  join identity.account v on v.tenant = d.tenant and v.id = d.deputy
  left join identity.account n on n.tenant = d.tenant and n.id = d.named_by`;

const notOver = (at: Temporal.Instant) => sql`d.ended is null and d.ends > ${at.toString()}`;

const list = async (tx: Tx, at: Temporal.Instant, which: RawBuilder<unknown>) => {
  const { rows } = await sql<DeputyshipRow>`${select} where ${notOver(at)} and ${which}
    order by d.starts, d.id limit 1000`.execute(tx);
  return rows;
};

/** Those of an account, on either side, now and to come. */
export const listOf = (tx: Tx, account: string, at: Temporal.Instant): Promise<DeputyshipRow[]> =>
  list(tx, at, sql`${account} in (d.account, d.deputy)`);

/** Those whose either side is at home or has a role in the request's areas, now and to come. */
export const listSeen = (tx: Tx, at: Temporal.Instant): Promise<DeputyshipRow[]> =>
  list(
    tx,
    at,
    sql`exists (select from identity.account a where a.tenant = d.tenant and a.id in (d.account, d.deputy)
      and (a.area in (select office.areas()) or exists (
        select from identity.assignment g where g.tenant = a.tenant and g.account = a.id
          and g.area in (select office.areas()))))`,
  );

/** Held against changes until the transaction ends. */
export async function getDeputyship(tx: Tx, id: string): Promise<DeputyshipRow> {
  const { rows } = await sql<DeputyshipRow>`${select} where d.id = ${id} for update of d`.execute(
    tx,
  );
  if (!rows[0]) throw refuse(notFound, { what: say('代理', 'deputyship') });
  return rows[0];
}

/** The first that is not over and shares an instant with the span. */
export async function findOverlapping(
  tx: Tx,
  of: { account: string; starts: Temporal.Instant; ends: Temporal.Instant },
): Promise<DeputyshipRow | undefined> {
  const { rows } = await sql<DeputyshipRow>`${select}
    where d.account = ${of.account} and d.ended is null
      and d.starts < ${of.ends.toString()} and d.ends > ${of.starts.toString()}
    order by d.starts limit 1`.execute(tx);
  return rows[0];
}

export async function insertDeputyship(
  tx: Tx,
  tenant: string,
  named: {
    id: string;
    account: string;
    deputy: string;
    reason: string;
    from: string;
    to: string;
    zone: string;
    starts: Temporal.Instant;
    ends: Temporal.Instant;
    at: Temporal.Instant;
    by: string;
  },
): Promise<void> {
  await sql`insert into identity.deputyship (tenant, id, account, deputy, reason, first_day, last_day, zone, starts,
      ends, named, named_by)
    values (${tenant}, ${named.id}, ${named.account}, ${named.deputy}, ${named.reason}, ${named.from}, ${named.to},
      ${named.zone}, ${named.starts.toString()}, ${named.ends.toString()}, ${named.at.toString()}, ${named.by})`.execute(
    tx,
  );
}

export async function endDeputyship(
  tx: Tx,
  ended: { id: string; at: Temporal.Instant; by: string },
): Promise<void> {
  await sql`update identity.deputyship set ended = ${ended.at.toString()}, ended_by = ${ended.by}
    where id = ${ended.id}`.execute(tx);
}

/** Who could stand in for an account: at home in the area above its home, anywhere below that, or further above. */
export async function listColleagues(
  tx: Tx,
  of: { account: string; search?: string | undefined; only?: string; limit: number },
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    with recursive top as (
      select coalesce(h.parent, h.id) as id
      from identity.account a join register.area h on h.tenant = a.tenant and h.id = a.area where a.id = ${of.account}
    ), below as (
      select id from top
      union
      select a.id from register.area a join below b on a.parent = b.id
    ), above as (
      select a.id, a.parent from register.area a join top t on t.id = a.id
      union
      select a.id, a.parent from register.area a join above u on u.parent = a.id
    )
    select a.id, a.name, h.name as "areaName"
    from identity.account a join register.area h on h.tenant = a.tenant and h.id = a.area
    where not a.disabled and a.id <> ${of.account}
      and (a.area in (select id from below) or a.area in (select id from above))
      and (${of.only ?? null}::uuid is null or a.id = ${of.only ?? null}::uuid)
      and (${of.search ?? null}::text is null
        or strpos(a.login, lower(${of.search ?? ''})) > 0 or strpos(a.name, ${of.search ?? ''}) > 0)
    order by a.area <> (select c.area from identity.account c where c.id = ${of.account}), h.code nulls last, a.login
    limit ${of.limit}`.execute(tx);
  return rows;
}

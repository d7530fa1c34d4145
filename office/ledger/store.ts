import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { Entry } from './contract.ts';

export interface EntryFilter {
  action?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  area?: string | undefined;
  response?: string | undefined;
  /** From this instant on. */
  since?: Temporal.Instant | undefined;
  /** Before this instant. */
  until?: Temporal.Instant | undefined;
  before?: number | undefined;
  limit: number;
}

/** What an entry's body holds beside what the database reads out of it. */
interface Body {
  onBehalfOf?: string;
  recorded: string;
  detail?: Record<string, unknown>;
}

interface Row {
  seq: number;
  action: string;
  actor: Entry['actor'];
  behalf: Entry['onBehalfOf'];
  subject: string;
  area: Entry['area'];
  response: string | null;
  at: string;
  body: Body;
  hash: string;
}

/** Entries of the request's areas, the newest first. */
export async function listEntries(tx: Tx, filter: EntryFilter): Promise<Omit<Entry, 'label'>[]> {
  const where = conditions(filter);
  const { rows } = await sql<Row>`
    select e.seq, e.action, e.subject, e.response, e.at, e.body::jsonb as body, encode(e.hash, 'hex') as hash,
      case when e.actor is not null
        then jsonb_build_object('id', e.actor, 'name', coalesce(d.name, '')) end as actor,
      case when e.body::jsonb ? 'onBehalfOf'
        then jsonb_build_object('id', e.body::jsonb ->> 'onBehalfOf', 'name', coalesce(b.name, '')) end as behalf,
      jsonb_build_object('id', e.area, 'name', coalesce(a.name, '')) as area
    from (
      select * from ledger.entry e where ${sql.join(where, sql` and `)} order by e.seq desc limit ${filter.limit}
    ) e
    left join identity.account d on d.tenant = e.tenant and d.id = e.actor
    left join identity.account b on b.tenant = e.tenant and b.id = (e.body::jsonb ->> 'onBehalfOf')::uuid
    left join register.area a on a.tenant = e.tenant and a.id = e.area
    order by e.seq desc`.execute(tx);
  return rows.map(({ body, behalf, ...row }) => ({
    ...row,
    onBehalfOf: behalf,
    recorded: body.recorded,
    detail: body.detail ?? {},
  }));
}

function conditions(filter: EntryFilter): RawBuilder<unknown>[] {
  const where = [sql`true`];
  if (filter.action !== undefined) where.push(sql`e.action = ${filter.action}`);
  if (filter.actor !== undefined) where.push(sql`e.actor = ${filter.actor}`);
  if (filter.response !== undefined) where.push(sql`e.response = ${filter.response}`);
  if (filter.before !== undefined) where.push(sql`e.seq < ${filter.before}`);
  if (filter.since !== undefined) where.push(sql`e.at >= ${iso(filter.since)}`);
  if (filter.until !== undefined) where.push(sql`e.at < ${iso(filter.until)}`);
  if (filter.subject?.includes(':')) where.push(sql`e.subject = ${filter.subject}`);
  else if (filter.subject) where.push(sql`starts_with(e.subject, ${`${filter.subject}:`})`);
  if (filter.area !== undefined) {
    where.push(sql`e.area in (select register.below(${filter.area}::uuid))`);
  }
  return where;
}

// As append.ts writes them, so that they compare as texts.
const iso = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' });

export interface Head {
  tenant: string;
  seq: number;
  hash: Buffer;
}

/** Where every tenant's chain ends now. */
export async function listHeads(tx: Tx): Promise<Head[]> {
  const { rows } = await sql<Head>`select tenant, seq, hash from ledger.heads()`.execute(tx);
  return rows;
}

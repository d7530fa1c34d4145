import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { Certificate, Statement } from './certificate.contract.ts';
import { canonicalJson } from './certificate.ts';
import type { Closing, Objection } from './closing.contract.ts';
import type { ClosingReason, ObjectionAnswer, ObjectionGround } from './closing-rules.ts';

type Person = Closing['proposed']['by'];

/** A closing as it is stored; what time it is decides whether it is due. */
export interface StoredClosing {
  id: string;
  response: string;
  reason: ClosingReason;
  proposed: { by: Person; at: string };
  recorded: string;
  effective: string;
  closed: boolean;
  confirmed: { by: Person; at: string } | null;
  objections: number;
  openObjections: number;
  overruled: number;
  certificate: string | null;
}

const person = (account: string) => sql`jsonb_build_object('account', ${sql.ref(`${account}.id`)},
  'name', ${sql.ref(`${account}.name`)})`;

/** The closing that each response has, withdrawn ones left out. */
export async function listClosings(tx: Tx, response?: string): Promise<StoredClosing[]> {
  const { rows } = await sql<StoredClosing>`
    select c.id, c.response, c.reason, c.effective, c.recorded, c.state = 'closed' as closed,
      jsonb_build_object('by', ${person('p')}, 'at', office.iso(c.proposed)) as proposed,
      case when e.id is not null
        then jsonb_build_object('by', ${person('e')}, 'at', office.iso(c.ended)) end as confirmed,
      o.raised as objections, o.open as "openObjections", o.overruled, d.digest as certificate
    from responses.closing c
    join identity.account p on p.tenant = c.tenant and p.id = c.proposed_by
    left join identity.account e on e.tenant = c.tenant and e.id = c.ended_by
    left join responses.certificate d on d.tenant = c.tenant and d.response = c.response
    cross join lateral (
      select count(*)::int as raised, count(*) filter (where x.state = 'open')::int as open,
        count(*) filter (where x.state = 'overruled')::int as overruled
      from responses.objection x where x.tenant = c.tenant and x.closing = c.id) o
    where c.state <> 'withdrawn' and ${response ? sql`c.response = ${response}` : sql`true`}
    order by c.recorded`.execute(tx);
  return rows;
}

export async function findClosing(tx: Tx, response: string): Promise<StoredClosing | undefined> {
  return (await listClosings(tx, response))[0];
}

/** Any of this id, withdrawn ones too. */
export async function findProposal(
  tx: Tx,
  id: string,
): Promise<{ response: string; reason: string; effective: string; by: string } | undefined> {
  const { rows } = await sql<{ response: string; reason: string; effective: string; by: string }>`
    select response, reason, effective, proposed_by as by from responses.closing where id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export async function insertClosing(
  tx: Tx,
  of: {
    tenant: string;
    id: string;
    response: string;
    reason: string;
    effective: string;
    by: string;
    at: string;
    recorded: Temporal.Instant;
  },
): Promise<void> {
  await sql`insert into responses.closing (tenant, id, response, reason, effective, proposed_by, proposed, recorded)
    values (${of.tenant}, ${of.id}, ${of.response}, ${of.reason}, ${of.effective}, ${of.by}, ${of.at},
      ${of.recorded.toString()})`.execute(tx);
}

export async function endClosing(
  tx: Tx,
  id: string,
  of: { state: 'withdrawn' | 'closed'; by: string; at: string; recorded: Temporal.Instant },
): Promise<void> {
  await sql`update responses.closing set state = ${of.state}, ended_by = ${of.by}, ended = ${of.at},
    ended_recorded = ${of.recorded.toString()} where id = ${id}`.execute(tx);
}

export interface StoredObjection extends Omit<Objection, 'words' | 'answerWords'> {
  closing: string;
  words: Buffer | null;
  answerWords: Buffer | null;
}

export async function listObjections(tx: Tx, closing: string): Promise<StoredObjection[]> {
  const { rows } = await sql<StoredObjection>`
    select o.id, o.closing, o.ground, o.state, o.answer, w.sealed as words, a.sealed as "answerWords",
      jsonb_build_object('by', ${person('r')}, 'at', office.iso(o.raised)) as raised,
      case when s.id is not null
        then jsonb_build_object('by', ${person('s')}, 'at', office.iso(o.settled)) end as settled
    from responses.objection o
    join identity.account r on r.tenant = o.tenant and r.id = o.raised_by
    left join identity.account s on s.tenant = o.tenant and s.id = o.settled_by
    left join responses.objection_words w on w.tenant = o.tenant and w.objection = o.id and w.side = 'objection'
    left join responses.objection_words a on a.tenant = o.tenant and a.objection = o.id and a.side = 'answer'
    where o.closing = ${closing} order by o.recorded, o.id`.execute(tx);
  return rows;
}

export async function findObjection(
  tx: Tx,
  id: string,
): Promise<
  | { response: string; closing: string; ground: string; state: Objection['state']; by: Person }
  | undefined
> {
  const { rows } = await sql<{
    response: string;
    closing: string;
    ground: string;
    state: Objection['state'];
    by: Person;
  }>`
    select o.response, o.closing, o.ground, o.state, ${person('a')} as by from responses.objection o
    join identity.account a on a.tenant = o.tenant and a.id = o.raised_by where o.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export async function getObjection(tx: Tx, id: string, response: string) {
  const found = await findObjection(tx, id);
  if (found?.response !== response) throw refuse(notFound, { what: say('异议', 'objection') });
  return found;
}

export async function insertObjection(
  tx: Tx,
  of: {
    tenant: string;
    id: string;
    closing: string;
    response: string;
    ground: ObjectionGround;
    by: string;
    at: string;
    recorded: Temporal.Instant;
  },
): Promise<void> {
  await sql`insert into responses.objection (tenant, id, closing, response, ground, raised_by, raised, recorded)
    values (${of.tenant}, ${of.id}, ${of.closing}, ${of.response}, ${of.ground}, ${of.by}, ${of.at},
      ${of.recorded.toString()})`.execute(tx);
}

export async function insertWords(
  tx: Tx,
  of: {
    tenant: string;
    objection: string;
    side: 'objection' | 'answer';
    response: string;
    area: string;
    sealed: Buffer;
  },
): Promise<void> {
  await sql`insert into responses.objection_words (tenant, objection, side, response, area, sealed)
    values (${of.tenant}, ${of.objection}, ${of.side}, ${of.response}, ${of.area}, ${of.sealed})`.execute(
    tx,
  );
}

export async function settleObjection(
  tx: Tx,
  id: string,
  of: {
    state: 'withdrawn' | 'overruled';
    answer: ObjectionAnswer | null;
    by: string;
    at: string;
  },
): Promise<void> {
  await sql`update responses.objection set state = ${of.state}, answer = ${of.answer}, settled_by = ${of.by},
    settled = ${of.at} where id = ${id}`.execute(tx);
}

/** The highest of the request's areas that lies within what a response covers. */
export async function findOwnPart(
  tx: Tx,
  covered: readonly { id: string }[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with mine as (
      select s.id from office.areas() s (id) where s.id in (
        select register.below(c.id) from unnest(${covered.map(({ id }) => id)}::uuid[]) c (id)))
    select a.id from mine join register.area a on a.id = mine.id
    where not exists (select from mine m where m.id = a.parent) order by a.code nulls last, a.id limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** In which responses an account holds a permission: in all that they cover, or somewhere in it. */
export async function listHeld(
  tx: Tx,
  of: { tenant: string; account: string; permission: string; at: Temporal.Instant },
  extent: 'all' | 'some',
): Promise<string[]> {
  const held = sql`with recursive held as (
      select g.area as id from identity.grants(${of.tenant}, ${of.account}, ${of.at.toString()}) g
        where ${of.permission} = any(g.permissions)
      union
      select a.id from register.area a join held h on a.parent = h.id
    )`;
  const { rows } =
    extent === 'all'
      ? await sql<{ id: string }>`${held} select r.id from responses.response r where not exists (
          select from responses.covered c where c.response = r.id and c.area not in (select id from held))`.execute(
          tx,
        )
      : await sql<{ id: string }>`${held} select r.id from responses.response r where exists (
          select from responses.covered c, register.below(c.area) b
          where c.response = r.id and b in (select id from held))`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What is certified, but for the key, which is destroyed after it is written. */
const Draft = Statement.omit({ key: true });

export async function insertDestruction(
  tx: Tx,
  tenant: string,
  draft: Omit<Statement, 'key'>,
): Promise<void> {
  await sql`insert into responses.destruction (tenant, response, statement)
    values (${tenant}, ${draft.response.id}, ${canonicalJson(draft)})`.execute(tx);
}

export async function findDestruction(
  tx: Tx,
  response: string,
): Promise<Omit<Statement, 'key'> | undefined> {
  const { rows } = await sql<{ statement: string }>`
    select statement from responses.destruction where response = ${response}`.execute(tx);
  return rows[0] && Draft.parse(JSON.parse(rows[0].statement));
}

export async function insertCertificate(
  tx: Tx,
  tenant: string,
  certificate: Certificate,
): Promise<void> {
  await sql`insert into responses.certificate (tenant, response, digest, body)
    values (${tenant}, ${certificate.statement.response.id}, ${certificate.digest},
      ${canonicalJson(certificate)})`.execute(tx);
}

export async function findCertificate(tx: Tx, response: string): Promise<Certificate | undefined> {
  const { rows } = await sql<{ body: string }>`
    select body from responses.certificate where response = ${response}`.execute(tx);
  return rows[0] && Certificate.parse(JSON.parse(rows[0].body));
}

/** The end of the tenant's ledger as of now. */
export async function readHead(tx: Tx): Promise<{ entries: number; hash: string }> {
  const { rows } = await sql<{ entries: number; hash: string }>`
    select seq as entries, encode(hash, 'hex') as hash from ledger.head`.execute(tx);
  return rows[0] ?? { entries: 0, hash: '0'.repeat(64) };
}

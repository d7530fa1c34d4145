import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { sql } from 'kysely';
import { subjectOf } from '../promised.ts';
import { type RequestStep, requestNumber, type WaterRequest } from './request.ts';

/** Two who send the same form at once come one after the other. */
export async function holdRequest(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`water-request:${id}`}, 0))`.execute(
    tx,
  );
}

interface OfDeskDay {
  tenant: string;
  response: string;
  desk: string;
  day: string;
}

/** The next number of the desk's day, held until the transaction ends. */
export async function nextSeq(tx: Tx, of: OfDeskDay): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into water.request_count as c (tenant, response, desk, day, last)
    values (${of.tenant}, ${of.response}, ${of.desk}, ${of.day}, 1)
    on conflict (tenant, response, desk, day) do update set last = c.last + 1 returning last`.execute(
    tx,
  );
  return rows[0]?.last ?? 1;
}

/** How many requests residents themselves have sent for a point on a day of a response. */
export async function countSent(
  tx: Tx,
  of: Omit<OfDeskDay, 'tenant'> & { point: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from water.request
    where response = ${of.response} and desk = ${of.desk} and day = ${of.day} and point = ${of.point}
      and taken_by is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface NewRequest extends OfDeskDay {
  id: string;
  area: string;
  point: string;
  seq: number;
  kind: string;
  litres: number | null;
  about: string | null;
  household: string | null;
  takenBy: string | null;
  asked: string;
  answerBy: string;
  sealed: Buffer;
}

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const r = request;
  await sql`insert into water.request (tenant, id, response, desk, area, point, day, seq, kind, litres, about,
      household, taken_by, state, asked, answer_by, sealed)
    values (${r.tenant}, ${r.id}, ${r.response}, ${r.desk}, ${r.area}, ${r.point}, ${r.day}, ${r.seq}, ${r.kind},
      ${r.litres}, ${r.about}, ${r.household}, ${r.takenBy}, 'open', ${r.asked}, ${r.answerBy}, ${r.sealed})`.execute(
    tx,
  );
}

/** A request as it is held, who asks still sealed. */
export interface HeldRequest extends WaterRequest {
  tenant: string;
  desk: string;
  sealed: Buffer;
}
type Row = Omit<HeldRequest, 'number'> & { seq: number };

const lastWord = (side: 'giver' | 'receiver') => sql`(select f.quantity from commitments.proof f
  where f.tenant = p.tenant and f.promise = p.id and f.side = ${side} order by f.recorded desc, f.id desc limit 1)`;

const columns = sql`r.tenant, r.id, r.response, r.desk, r.area, a.name as village, r.point, w.name as "pointName",
  r.day, r.seq, r.kind, r.litres, r.household, h.label, r.taken_by is not null as "byOfficer", r.state, r.asked,
  r.answer_by as "answerBy", r.promised_from as "promisedFrom", r.promised_to as "promisedTo", r.sealed,
  (select jsonb_build_object('promise', p.id, 'giverName', p.giver_name, 'dueFrom', office.iso(p.due_from),
      'dueTo', office.iso(p.due_to), 'quantity', p.quantity, 'giver', ${lastWord('giver')},
      'receiver', ${lastWord('receiver')})
    from commitments.promise p where p.tenant = r.tenant and p.id = r.about) as about,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'event', s.event, 'at', office.iso(s.at),
      'from', office.iso(s.promised_from), 'to', office.iso(s.promised_to), 'litres', s.litres,
      'byResident', s.said_by is null) order by s.recorded, s.id)
    from water.request_step s where s.tenant = r.tenant and s.request = r.id), '[]') as steps`;
const joined = sql`water.request r
  join register.area a on a.tenant = r.tenant and a.id = r.area
  join water.point w on w.tenant = r.tenant and w.id = r.point
  left join register.household h on h.tenant = r.tenant and h.id = r.household`;

const read = ({ seq, ...row }: Row): HeldRequest => ({
  ...row,
  number: requestNumber(row.day, seq),
});

export async function findRequest(
  tx: Tx,
  id: string,
  lock = false,
): Promise<HeldRequest | undefined> {
  if (lock) await sql`select from water.request where id = ${id} for update`.execute(tx);
  const { rows } = await sql<Row>`select ${columns} from ${joined} where r.id = ${id}`.execute(tx);
  return rows[0] && read(rows[0]);
}

export async function getRequest(tx: Tx, id: string, lock = false): Promise<HeldRequest> {
  const request = await findRequest(tx, id, lock);
  if (!request) throw refuse(notFound, { what: say('居民提出的事项', 'request') });
  return request;
}

/** A desk's requests of these days, and whatever still waits from before: what is due first stands first. */
export async function listRequests(
  tx: Tx,
  of: { response: string; area: string; day: string },
): Promise<HeldRequest[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${joined}
    where r.response = ${of.response} and r.desk = ${of.area}
      and (r.day = ${of.day} or r.state in ('open', 'promised', 'not-at-home'))
    order by r.state in ('open', 'promised', 'not-at-home') desc,
      case r.state when 'promised' then r.promised_to else r.answer_by end, r.day, r.seq`.execute(
    tx,
  );
  return rows.map(read);
}

/** Those that go by this number, the latest first: a response may run through several months. */
export async function findByNumber(
  tx: Tx,
  of: { response: string; desk: string; dayOfMonth: number; seq: number },
): Promise<HeldRequest[]> {
  const { rows } = await sql<Row>`
    select ${columns} from ${joined}
    where r.response = ${of.response} and r.desk = ${of.desk} and r.seq = ${of.seq}
      and extract(day from r.day) = ${of.dayOfMonth} order by r.day desc limit 3`.execute(tx);
  return rows.map(read);
}

export interface NewStep
  extends Pick<RequestStep, 'id' | 'event' | 'at' | 'from' | 'to' | 'litres'> {
  saidBy: string | null;
  recorded: string;
  sealed: Buffer | null;
}

export async function insertStep(tx: Tx, of: HeldRequest, step: NewStep): Promise<void> {
  await sql`insert into water.request_step (tenant, id, request, response, area, event, at, recorded, said_by,
      promised_from, promised_to, litres, sealed)
    values (${of.tenant}, ${step.id}, ${of.id}, ${of.response}, ${of.area}, ${step.event}, ${step.at}, ${step.recorded},
      ${step.saidBy}, ${step.from}, ${step.to}, ${step.litres}, ${step.sealed})`.execute(tx);
}

export async function setRequestState(
  tx: Tx,
  of: { id: string; state: string; from: string | null; to: string | null },
): Promise<void> {
  await sql`update water.request set state = ${of.state}, promised_from = coalesce(${of.from}, promised_from),
      promised_to = coalesce(${of.to}, promised_to)
    where id = ${of.id}`.execute(tx);
}

/** The sealed words of a request's steps, by the step's id. */
export async function listSealedWords(tx: Tx, request: string): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select id, sealed from water.request_step where request = ${request} and sealed is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, sealed }) => [id, sealed]));
}

/** Where a point stands, and which desk serves it. */
export async function findPointOf(
  tx: Tx,
  point: string,
): Promise<{ area: string; desk: string } | undefined> {
  const { rows } = await sql<{ area: string; desk: string }>`
    select area, desk from water.point where id = ${point} and not removed`.execute(tx);
  return rows[0];
}

/** Whether it is promised to this point in this response, and due by then. */
export async function isPromisedTo(
  tx: Tx,
  of: { promise: string; point: string; response: string; by: string },
): Promise<boolean> {
  const { rows } = await sql`select from commitments.promise p
    join commitments.need n on n.tenant = p.tenant and n.id = p.need
    where p.id = ${of.promise} and p.response = ${of.response} and p.desk = 'water' and p.state <> 'withdrawn'
      and p.due_from <= ${of.by} and n.subject = ${subjectOf(of.point)}`.execute(tx);
  return rows.length > 0;
}

export async function isOnRegister(
  tx: Tx,
  of: { household: string; response: string },
): Promise<boolean> {
  const { rows } = await sql`select from register.household
    where id = ${of.household} and response = ${of.response} and not removed`.execute(tx);
  return rows.length > 0;
}

/** When a response closes: who asked for what is deleted. Returns how many requests there were. */

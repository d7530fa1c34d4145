import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import { numberOfPlace } from '../passes/pass-store.ts';
import type { Inside } from './board.contract.ts';

/** Whose last check at the gate, up to the end of the day, was inwards. */
export async function listInside(
  tx: Tx,
  { gate, day }: { gate: string; day: string },
): Promise<Inside[]> {
  const { rows } = await sql<Inside>`
    select last.pass as id, ${numberOfPlace(sql`last.place`)} as number, last.kind,
      office.iso(last.at) as since
    from (select distinct on (c.place) c.place, c.pass, c.kind, c.direction, c.at from gate."check" c
      where c.gate = ${gate} and c.day <= ${day} and c.place is not null and c.let_through
      order by c.place, c.at desc, c.recorded desc, c.id) last
    where last.direction = 'in' order by last.at, last.place`.execute(tx);
  return rows;
}

/** How many more without a pass were let in than out on the day. */
export async function countWithoutPass(
  tx: Tx,
  { gate, day }: { gate: string; day: string },
): Promise<number> {
  const { rows } = await sql<{ more: number }>`
    select coalesce(sum(case direction when 'in' then 1 else -1 end), 0)::integer as more from gate."check"
    where gate = ${gate} and day = ${day} and place is null and let_through`.execute(tx);
  return rows[0]?.more ?? 0;
}

/** Who is monitored at home in the gate's area, and was missed on a day: it is over, or the household says that nobody came. */
export async function countOverdue(
  tx: Tx,
  of: { response: string; area: string; now: string },
): Promise<number> {
  const { rows } = await sql<{ overdue: number }>`
    select count(distinct r.id)::integer as overdue from gate.returnee r
    join commitments.need n on n.tenant = r.tenant and n.response = r.response and n.desk = 'gate'
      and n.subject = 'returnee:' || r.id
    join commitments.promise p on p.tenant = n.tenant and p.need = n.id
    where r.response = ${of.response} and r.area = ${of.area} and r.state = 'home'
      and ((p.state = 'made' and p.due_to <= ${of.now}) or (select w.nobody from gate.home_word w
        where w.tenant = r.tenant and w.returnee = r.id and w.day = n.day
        order by w.recorded desc, w.id limit 1))`.execute(tx);
  return rows[0]?.overdue ?? 0;
}

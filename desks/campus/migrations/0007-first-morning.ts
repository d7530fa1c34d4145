import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Where somebody is who was not let in, or was sent out again; and when a class is to come, for whoever is of it. */
export const firstMorning: Migration = {
  name: '0007-first-morning',
  async up(db: Kysely<unknown>) {
    // Where somebody is may tell that they are ill, so it is sealed; the last one of a day counts.
    await sql`create table campus.whereabouts (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      member uuid not null,
      day date not null,
      at timestamptz not null,
      recorded timestamptz not null,
      said_by uuid not null,
      sealed bytea not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, member) references campus.member (tenant, id) on delete cascade,
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index whereabouts_member on campus.whereabouts (tenant, member, day, recorded)`.execute(
      db,
    );
    await sql`create index whereabouts_response on campus.whereabouts (tenant, response)`.execute(
      db,
    );
    await protect(db, 'campus.whereabouts', { by: 'area' });
    await comingFunction(db);
  },
};

/** Of the classes within the request's scope, which may be without their school: what parents were told, and the times in force. */
async function comingFunction(db: Kysely<unknown>): Promise<void> {
  await sql`create function campus.coming(of uuid)
    returns table (class uuid, day date, mode text, "from" text, "to" text, gate text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select (l ->> 'class')::uuid, b.day, null, l ->> 'from', l ->> 'to', l ->> 'gate'
      from campus.batch b cross join jsonb_array_elements(b.lines) l
      where b.tenant = office.tenant() and b.response = of
        and (l ->> 'class')::uuid in (select office.areas())
        and exists (select from campus.announcement n where n.tenant = b.tenant and n.batch = b.id)
      union all
      select c.id, null, split_part(x ->> 'activity', ' ', 2),
        to_char(make_interval(mins => (x ->> 'start')::integer), 'HH24:MI'), null, g ->> 'name'
      from campus.class c
      cross join lateral (select p.timetable from campus.timetable_published p
        where p.tenant = c.tenant and p.area = c.school order by p.number desc limit 1) p
      join campus.timetable t on t.tenant = c.tenant and t.id = p.timetable
      cross join jsonb_array_elements(t.result -> 'placements') x
      join lateral jsonb_array_elements(t.basis -> 'day' -> 'gates') g on g ->> 'id' = x ->> 'way'
      where c.tenant = office.tenant() and c.id in (select office.areas())
        and split_part(x ->> 'activity', ' ', 1) = 'arrival' and split_part(x ->> 'activity', ' ', 3) = c.id::text
    $body$`.execute(db);
  await grantFunction(db, 'campus.coming(uuid)');
}

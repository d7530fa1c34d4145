import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { restrict } from './policies.ts';

export const travel: Migration = {
  name: '0006-travel',
  async up(db: Kysely<unknown>) {
    // A pair that somebody who knows the road has put right; no figures: no way through.
    await sql`create table register.travel_edit (
      tenant uuid not null,
      from_place uuid not null,
      to_place uuid not null,
      seconds integer check (seconds >= 0),
      metres integer check (metres >= 0),
      closed boolean not null,
      reason text not null,
      edited_by uuid not null,
      edited_at timestamptz not null,
      primary key (tenant, from_place, to_place),
      foreign key (tenant, from_place) references register.place (tenant, id),
      foreign key (tenant, to_place) references register.place (tenant, id),
      check (from_place <> to_place),
      check (closed = (seconds is null) and closed = (metres is null))
    )`.execute(db);
    await sql`create index travel_edit_to on register.travel_edit (tenant, to_place)`.execute(db);
    await protect(db, 'register.travel_edit', { by: 'tenant' });
    // One end at least lies in the editor's areas; the other may be a place that is shared with them.
    const near = sql`exists (select from register.place p
      where p.id in (from_place, to_place) and p.area in (select office.areas()))`;
    await restrict(db, 'register.travel_edit', ['insert', 'update', 'delete'], near);
  },
};

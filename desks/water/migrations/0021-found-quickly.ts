import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What doors, requests and chlorine are looked up by, and the taps of a point on a day that is over. */
export const foundQuickly: Migration = {
  name: '0021-found-quickly',
  async up(db: Kysely<unknown>) {
    await sql`create index request_household on water.request (tenant, response, household)
      where household is not null`.execute(db);
    await sql`create index request_point on water.request (tenant, point, day)`.execute(db);
    await sql`create index door_plan_desk on water.door_plan (tenant, response, desk, day)`.execute(
      db,
    );
    await sql`drop index water.door_visit_household`.execute(db);
    await sql`create index door_visit_household on water.door_visit (tenant, response, household, day, recorded)`.execute(
      db,
    );
    await sql`create index entry_promise on water.entry (tenant, promise)
      where promise is not null`.execute(db);

    // Null: the day was published before taps were written down.
    await sql`alter table water.point_day add taps integer check (taps >= 0)`.execute(db);
  },
};

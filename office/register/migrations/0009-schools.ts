import { type Kysely, sql } from 'kysely';
import type { Migration } from '../../database/room.ts';

/** A school is an area, and so is a class: a teacher's scope is then the class, by the same rules as a cadre's is the village. */
export const schoolAreas: Migration = {
  name: '0009-schools',
  async up(db: Kysely<unknown>) {
    await sql`alter table register.area drop constraint area_level_check`.execute(db);
    await sql`alter table register.area add constraint area_level_check
      check (level in ('prefecture', 'county', 'town', 'village', 'school', 'class', 'other'))`.execute(
      db,
    );
  },
};

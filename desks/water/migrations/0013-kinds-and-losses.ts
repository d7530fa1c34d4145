import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Who drinks at a point, what a kind of point has of its own, and what is spilled; until now all were villages and nothing was. */
export const kindsAndLosses: Migration = {
  name: '0013-kinds-and-losses',
  async up(db: Kysely<unknown>) {
    for (const table of ['water.point', 'water.point_day']) {
      await sql`alter table ${sql.table(table)}
        add kind text not null default 'village'
          check (kind in ('village', 'clinic', 'school', 'elderly-home', 'livestock'))`.execute(db);
    }
    for (const table of ['water.desk', 'water.point_day']) {
      await sql`alter table ${sql.table(table)}
        add loss_percent numeric not null default 0 check (loss_percent between 0 and 50)`.execute(
        db,
      );
    }
    await sql`alter table water.floors add kinds jsonb not null default '{}'`.execute(db);
  },
};

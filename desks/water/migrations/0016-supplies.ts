import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What is left of money, fuel and chlorine is a count of a day: it is kept beside the other figures of a desk. */
export const supplies: Migration = {
  name: '0016-supplies',
  async up(db: Kysely<unknown>) {
    await sql`alter table water.cost_figure add column counted_on date`.execute(db);
  },
};

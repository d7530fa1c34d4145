import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** How many homes and people asked for water in a roll-call; who they are is not kept. */
export const rollCalls: Migration = {
  name: '0019-roll-calls',
  async up(db: Kysely<unknown>) {
    await sql`alter table water.entry add homes integer check (homes > 0),
      add people integer check (people >= 0)`.execute(db);
  },
};

import { type Kysely, sql } from 'kysely';
import type { Migration } from '../../database/room.ts';

/** Why a row was taken off its register, where the table asks for it. */
export const why: Migration = {
  name: '0003-why',
  async up(db: Kysely<unknown>) {
    await sql`alter table tables.change add why text`.execute(db);
  },
};

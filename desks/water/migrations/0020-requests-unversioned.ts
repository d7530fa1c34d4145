import type { Migration } from '@liangbuwu/office/database/room.ts';
import { sql } from 'kysely';

/** A request is held by its row's lock and told by its steps: its version was counted up and never looked at. */
export const requestsUnversioned: Migration = {
  name: '0020-requests-unversioned',
  async up(db) {
    await sql`alter table water.request drop column version`.execute(db);
  },
};

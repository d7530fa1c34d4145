import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** How a school plans its sessions of sampling: counts, times and places; nobody by name. */
export const sampling: Migration = {
  name: '0005-sampling',
  async up(db: Kysely<unknown>) {
    await sql`create table campus.sampling_session (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      day date not null,
      fields jsonb not null,
      version integer not null,
      changed_by uuid not null,
      changed_at timestamptz not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references campus.school (tenant, id),
      foreign key (tenant, changed_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index sampling_session_school on campus.sampling_session (tenant, area, response, day)`.execute(
      db,
    );
    await protect(db, 'campus.sampling_session', { by: 'area' });
  },
};

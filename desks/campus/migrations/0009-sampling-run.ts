import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** How a planned session is carried out: calls, tubes, who was sampled, and what came of it. */
export const samplingRun: Migration = {
  name: '0009-sampling-run',
  async up(db: Kysely<unknown>) {
    await sql`create table campus.sampling_run (
      tenant uuid not null,
      session uuid not null,
      response uuid not null,
      area uuid not null,
      groups jsonb not null,
      started_at timestamptz not null,
      started_by uuid not null,
      ended_at timestamptz,
      primary key (tenant, session),
      foreign key (tenant, session) references campus.sampling_session (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references campus.school (tenant, id),
      foreign key (tenant, started_by) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.sampling_run', { by: 'area' });

    // Without a number it calls those again who have not come.
    await sql`create table campus.sampling_call (
      tenant uuid not null,
      id uuid not null,
      session uuid not null,
      area uuid not null,
      number integer check (number >= 0),
      people integer not null,
      at timestamptz not null,
      primary key (tenant, id),
      unique (tenant, session, number),
      foreign key (tenant, session) references campus.sampling_run (tenant, session)
    )`.execute(db);
    await protect(db, 'campus.sampling_call', { by: 'area' });

    // "unnamed" are those in it of whom nothing is kept: who they are stands on paper.
    await sql`create table campus.sampling_tube (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      session uuid not null,
      area uuid not null,
      station integer not null check (station > 0),
      code text not null,
      people integer not null check (people >= unnamed),
      unnamed integer not null check (unnamed >= 0),
      opened_at timestamptz not null,
      closed_at timestamptz,
      result text check (result in ('negative', 'positive', 'invalid', 'retest')),
      reported_at timestamptz,
      version integer not null,
      primary key (tenant, id),
      unique (tenant, response, code),
      foreign key (tenant, session) references campus.sampling_run (tenant, session)
    )`.execute(db);
    await sql`create index sampling_tube_session on campus.sampling_tube (tenant, session)`.execute(
      db,
    );
    await protect(db, 'campus.sampling_tube', { by: 'area' });

    // That somebody came, once a session. Which tube, where and when is sealed, for the tube's result is about them.
    await sql`create table campus.sampling_swab (
      tenant uuid not null,
      session uuid not null,
      member uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      sealed bytea not null,
      primary key (tenant, session, member),
      unique (tenant, id),
      foreign key (tenant, session) references campus.sampling_run (tenant, session),
      foreign key (tenant, member) references campus.member (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create index sampling_swab_member on campus.sampling_swab (tenant, member)`.execute(
      db,
    );
    await protect(db, 'campus.sampling_swab', { by: 'area' });

    // What is done for one person of a tube; who that is, is sealed.
    await sql`create table campus.sampling_follow_up (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      tube uuid not null,
      area uuid not null,
      sealed bytea not null,
      done boolean not null,
      version integer not null,
      primary key (tenant, id),
      foreign key (tenant, tube) references campus.sampling_tube (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create index sampling_follow_up_tube on campus.sampling_follow_up (tenant, tube)`.execute(
      db,
    );
    await protect(db, 'campus.sampling_follow_up', { by: 'area' });
  },
};

import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What schools have, and when their classes come, eat and go. Counts only: nothing here is about a person. */
export const times: Migration = {
  name: '0004-times',
  async up(db: Kysely<unknown>) {
    const app = await appRole(db);
    await sql`create table campus.school_day (
      tenant uuid not null,
      area uuid not null,
      version integer not null check (version > 0),
      account uuid not null,
      saved timestamptz not null,
      content jsonb not null,
      primary key (tenant, area),
      foreign key (tenant, area) references campus.school (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.school_day', { by: 'area' });

    // The problem as it was asked, so that a result can be checked again when the school has changed.
    await sql`create table campus.timetable (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      number integer not null check (number > 0),
      based_on uuid,
      account uuid not null,
      made timestamptz not null,
      settings jsonb not null,
      basis jsonb not null,
      problem jsonb not null,
      state text not null check (state in ('queued', 'solving', 'solved', 'failed')),
      stop boolean not null default false,
      progress jsonb,
      result jsonb,
      primary key (tenant, id),
      unique (tenant, area, number),
      foreign key (tenant, based_on) references campus.timetable (tenant, id),
      foreign key (tenant, area) references campus.school (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.timetable', { by: 'area', app: 'read' });
    await sql`grant insert on campus.timetable to ${app}`.execute(db);
    await sql`grant update (state, stop, progress, result) on campus.timetable to ${app}`.execute(
      db,
    );

    // What a school went by, from when to when: the latest counts, and none is ever taken out.
    await sql`create table campus.timetable_published (
      tenant uuid not null,
      area uuid not null,
      number integer not null check (number > 0),
      timetable uuid,
      account uuid not null,
      at timestamptz not null,
      primary key (tenant, area, number),
      foreign key (tenant, timetable) references campus.timetable (tenant, id),
      foreign key (tenant, area) references campus.school (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.timetable_published', { by: 'area', app: 'read' });
    await sql`grant insert on campus.timetable_published to ${app}`.execute(db);
  },
};

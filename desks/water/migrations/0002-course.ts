import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** How a plan was found, and what a little more of something would have given. */
export const course: Migration = {
  name: '0002-course',
  async up(db: Kysely<unknown>) {
    await sql`create table water.course (
      tenant uuid not null,
      plan uuid not null,
      area uuid not null,
      points jsonb not null,
      bound jsonb,
      primary key (tenant, plan),
      foreign key (tenant, plan) references plans.plan (tenant, id) on delete cascade,
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'water.course', { by: 'area' });

    await sql`create table water.one_more (
      tenant uuid not null,
      plan uuid not null,
      number integer not null,
      area uuid not null,
      trial text not null,
      kind text not null,
      say jsonb not null,
      state text not null,
      gain jsonb,
      primary key (tenant, plan, number),
      foreign key (tenant, plan) references plans.plan (tenant, id) on delete cascade,
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'water.one_more', { by: 'area' });
  },
};

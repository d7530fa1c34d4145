import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Checks of classes in the morning, at noon and in the evening, and what a symptom leads to. */
export const checks: Migration = {
  name: '0010-checks',
  async up(db: Kysely<unknown>) {
    // A correction is a further row; who was not in order, and why, is sealed. "unnamed" are those of whom nothing is kept.
    await sql`create table campus.class_check (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      day date not null,
      kind text not null check (kind in ('morning', 'noon', 'evening')),
      number integer not null check (number > 0),
      people integer not null check (people >= exceptions),
      exceptions integer not null check (exceptions >= greatest(unwell, absent, unnamed)),
      unwell integer not null check (unwell >= 0),
      absent integer not null check (absent >= 0),
      unnamed integer not null check (unnamed >= 0),
      at timestamptz not null,
      said_by uuid not null,
      sealed bytea not null,
      primary key (tenant, id),
      unique (tenant, response, area, day, kind, number),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.class_check', { by: 'area' });

    // "recorded" tells what was said of where somebody is since then from what was said before.
    await sql`create table campus.health_case (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      opened_at timestamptz not null,
      due_at timestamptz not null,
      recorded timestamptz not null,
      sealed bytea not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index health_case_area on campus.health_case (tenant, response, area)`.execute(
      db,
    );
    await protect(db, 'campus.health_case', { by: 'area' });

    await sql`create table campus.health_case_step (
      tenant uuid not null,
      id uuid not null,
      case_id uuid not null,
      area uuid not null,
      recorded timestamptz not null,
      said_by uuid not null,
      sealed bytea not null,
      primary key (tenant, id),
      foreign key (tenant, case_id) references campus.health_case (tenant, id) on delete cascade,
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index health_case_step_case on campus.health_case_step (tenant, case_id)`.execute(
      db,
    );
    await protect(db, 'campus.health_case_step', { by: 'area' });
  },
};

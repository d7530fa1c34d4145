import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Water carried to doors: who walks where, what came of it, and who looked after somebody that a volunteer worried about. */
export const doors: Migration = {
  name: '0018-doors',
  async up(db: Kysely<unknown>) {
    const common = sql`tenant uuid not null,
      id uuid not null,
      response uuid not null,
      desk uuid not null,
      area uuid not null,
      day date not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, desk) references register.area (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)`;

    // A village's walks of a day; what was planned is not altered, a later version holds instead.
    await sql`create table water.door_plan (
      ${common},
      version integer not null check (version > 0),
      made_by uuid not null,
      made_at timestamptz not null,
      asked jsonb not null,
      unserved jsonb not null,
      unique (tenant, response, area, day, version),
      foreign key (tenant, made_by) references identity.account (tenant, id)
    )`.execute(db);
    await appendOnly(db, 'water.door_plan');

    await sql`create table water.door_walk (
      tenant uuid not null,
      plan uuid not null,
      volunteer uuid not null,
      area uuid not null,
      stops jsonb not null,
      litres integer not null,
      trips integer not null,
      metres integer not null,
      minutes integer not null,
      primary key (tenant, plan, volunteer),
      foreign key (tenant, plan) references water.door_plan (tenant, id),
      foreign key (tenant, volunteer) references identity.account (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index door_walk_volunteer on water.door_walk (tenant, volunteer)`.execute(db);
    await appendOnly(db, 'water.door_walk');

    await sql`create table water.door_visit (
      ${common},
      household uuid not null,
      kind text not null check (kind in ('door-done', 'door-away', 'door-worried')),
      litres integer check (litres >= 0),
      at timestamptz not null,
      recorded timestamptz not null,
      said_by uuid not null,
      said jsonb not null,
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index door_visit_day on water.door_visit (tenant, response, desk, day)`.execute(
      db,
    );
    await sql`create index door_visit_household on water.door_visit (tenant, household, at)`.execute(
      db,
    );
    await appendOnly(db, 'water.door_visit');

    // Words of their own may name somebody: they die with the response, what was counted stays.
    await sql`create table water.door_visit_note (
      tenant uuid not null,
      visit uuid not null,
      response uuid not null,
      area uuid not null,
      note text not null,
      primary key (tenant, visit),
      foreign key (tenant, visit) references water.door_visit (tenant, id)
    )`.execute(db);
    await sql`create index door_visit_note_response on water.door_visit_note (tenant, response)`.execute(
      db,
    );
    await protect(db, 'water.door_visit_note', { by: 'area' });

    // Somebody went to look after a volunteer had worried.
    await sql`create table water.door_look (
      tenant uuid not null,
      id uuid not null,
      visit uuid not null,
      area uuid not null,
      found text not null check (found in ('well', 'helped', 'not-found')),
      at timestamptz not null,
      recorded timestamptz not null,
      said_by uuid not null,
      primary key (tenant, id),
      foreign key (tenant, visit) references water.door_visit (tenant, id),
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index door_look_visit on water.door_look (tenant, visit)`.execute(db);
    await appendOnly(db, 'water.door_look');
  },
};

async function appendOnly(db: Kysely<unknown>, table: `water.${string}`): Promise<void> {
  await protect(db, table, { by: 'area', app: 'read' });
  await sql`grant insert on ${sql.table(table)} to ${await appRole(db)}`.execute(db);
}

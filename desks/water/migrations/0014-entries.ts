import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What people in the field record: append-only, told apart by the id that their phone gave it. */
export const entries: Migration = {
  name: '0014-entries',
  async up(db: Kysely<unknown>) {
    await sql`alter table water.point add landmark text`.execute(db);

    await sql`create table water.entry (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      desk uuid not null,
      area uuid not null,
      day date not null,
      kind text not null,
      side text not null check (side in ('driver', 'keeper')),
      at timestamptz not null,
      recorded timestamptz not null,
      tanker uuid,
      source uuid,
      point uuid,
      promise uuid,
      plan uuid,
      litres integer check (litres >= 0),
      gauge_before integer check (gauge_before >= 0),
      gauge_after integer check (gauge_after >= 0),
      chlorine numeric check (chlorine >= 0),
      dose_grams numeric check (dose_grams >= 0),
      minutes integer check (minutes > 0),
      why text,
      on_behalf_of text,
      corrects uuid,
      said_by uuid not null,
      said jsonb not null,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, desk) references register.area (tenant, id),
      foreign key (tenant, tanker) references water.tanker (tenant, id),
      foreign key (tenant, source) references water.source (tenant, id),
      foreign key (tenant, point) references water.point (tenant, id),
      foreign key (tenant, promise) references commitments.promise (tenant, id),
      foreign key (tenant, plan) references plans.plan (tenant, id),
      foreign key (tenant, corrects) references water.entry (tenant, id),
      foreign key (tenant, said_by) references identity.account (tenant, id)
    )`.execute(db);
    await sql`create index entry_day on water.entry (tenant, response, desk, day)`.execute(db);
    await sql`create index entry_corrects on water.entry (tenant, corrects)`.execute(db);
    await protect(db, 'water.entry', { by: 'area', app: 'read' });
    await sql`grant insert on water.entry to ${await appRole(db)}`.execute(db);

    // Words of their own may name somebody: they die with the response, what was counted stays.
    await sql`create table water.entry_note (
      tenant uuid not null,
      entry uuid not null,
      response uuid not null,
      area uuid not null,
      note text not null,
      primary key (tenant, entry),
      foreign key (tenant, entry) references water.entry (tenant, id)
    )`.execute(db);
    await sql`create index entry_note_response on water.entry_note (tenant, response)`.execute(db);
    await protect(db, 'water.entry_note', { by: 'area' });
  },
};

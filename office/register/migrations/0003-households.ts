import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';
import { allowAppending } from './policies.ts';

export const households: Migration = {
  name: '0003-households',
  async up(db: Kysely<unknown>) {
    // `label` is a house number, never a name. `sealed` opens with the response's key only (office/keys).
    await sql`create table register.household (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      area uuid not null,
      place uuid not null,
      label text not null,
      people integer not null check (people between 0 and 10000),
      alone_elderly boolean not null default false,
      cannot_come boolean not null default false,
      sealed bytea,
      version integer not null default 1,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      foreign key (tenant, place) references register.place (tenant, id)
    )`.execute(db);
    await sql`create index household_place on register.household (tenant, response, place)`.execute(
      db,
    );
    await sql`create index household_label on register.household (tenant, response, label, id)`.execute(
      db,
    );
    await protect(db, 'register.household', { by: 'area' });

    // What is left once a response has closed.
    await sql`create table register.household_total (
      tenant uuid not null,
      response uuid not null,
      area uuid not null,
      households integer not null,
      people integer not null,
      alone_elderly integer not null,
      cannot_come integer not null,
      primary key (tenant, response, area),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'register.household_total', { by: 'area', app: 'read' });
    await allowAppending(db, 'register.household_total');
  },
};

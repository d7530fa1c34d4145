import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

export const sheets: Migration = {
  name: '0002-sheets',
  async up(db: Kysely<unknown>) {
    // The file itself is not kept: its cells are, until they are written to the register or forgotten.
    await sql`create table tables.sheet (
      tenant uuid not null references register.tenant,
      id uuid not null,
      table_id text not null,
      area uuid not null,
      name text not null,
      state text not null check (state in
        ('read', 'checking', 'checked', 'writing', 'written', 'undoing', 'undone')),
      headers jsonb not null,
      same_named text not null check (same_named in ('update', 'skip', 'add')),
      rows integer not null,
      done integer not null default 0,
      account uuid not null,
      at timestamptz not null,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'tables.sheet', { by: 'area' });

    await sql`create table tables.sheet_row (
      tenant uuid not null,
      sheet uuid not null,
      number integer not null,
      area uuid not null,
      cells jsonb,
      fate text check (fate in ('new', 'changed', 'same', 'doubled', 'refused')),
      name text not null default '',
      key text,
      row uuid,
      version integer,
      fields jsonb,
      changes jsonb not null default '[]',
      faults jsonb not null default '[]',
      change integer,
      stays boolean not null default false,
      primary key (tenant, sheet, number),
      foreign key (tenant, sheet) references tables.sheet (tenant, id) on delete cascade,
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await sql`create index sheet_row_fate on tables.sheet_row (tenant, sheet, fate, number)`.execute(
      db,
    );
    await sql`create index sheet_row_key on tables.sheet_row (tenant, sheet, key) where key is not null`.execute(
      db,
    );
    await protect(db, 'tables.sheet_row', { by: 'area' });

    // What a header was said to mean, for the next sheet that has it.
    await sql`create table tables.header (
      tenant uuid not null references register.tenant,
      table_id text not null,
      text text not null,
      field text,
      primary key (tenant, table_id, text)
    )`.execute(db);
    await protect(db, 'tables.header', { by: 'tenant' });
  },
};

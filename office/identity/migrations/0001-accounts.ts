import { type Kysely, sql } from 'kysely';
import { grantSchema, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** What only the functions of 0002 may read or write (passwords, sessions, links) is closed to the application. */
export const accounts: Migration = {
  name: '0001-accounts',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists identity`.execute(db);
    await grantSchema(db, 'identity');
    await sql`create table identity.account (
      tenant uuid not null references register.tenant,
      id uuid not null,
      login text not null check (login = lower(login)),
      name text not null,
      area uuid not null,
      tile integer,
      disabled boolean not null default false,
      password_set timestamptz,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id),
      unique (login)
    )`.execute(db);
    await protect(db, 'identity.account', { by: 'tenant' });
    await sql`create table identity.password (
      tenant uuid not null,
      account uuid not null,
      hash text not null,
      primary key (tenant, account),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade
    )`.execute(db);
    await protect(db, 'identity.password', { by: 'tenant', app: 'none' });
    await sql`create table identity.role (
      tenant uuid not null references register.tenant,
      id text not null,
      name_zh text not null,
      name_en text not null,
      permissions text[] not null,
      primary key (tenant, id)
    )`.execute(db);
    await protect(db, 'identity.role', { by: 'tenant', app: 'read' });
    await sql`create table identity.assignment (
      tenant uuid not null,
      account uuid not null,
      role text not null,
      area uuid not null,
      primary key (tenant, account, role, area),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade,
      foreign key (tenant, role) references identity.role (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'identity.assignment', { by: 'tenant' });
    await sql`create table identity.session (
      tenant uuid not null,
      token_hash bytea not null,
      account uuid not null,
      opened timestamptz not null,
      expires timestamptz not null,
      primary key (tenant, token_hash),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create unique index session_token on identity.session (token_hash)`.execute(db);
    await sql`create index session_account on identity.session (tenant, account)`.execute(db);
    await sql`create index session_expires on identity.session (expires)`.execute(db);
    await protect(db, 'identity.session', { by: 'tenant', app: 'none' });
    await sql`create table identity.link (
      tenant uuid not null,
      token_hash bytea not null,
      account uuid not null,
      purpose text not null check (purpose in ('first-administrator', 'reset')),
      expires timestamptz not null,
      primary key (tenant, token_hash),
      unique (tenant, account),
      foreign key (tenant, account) references identity.account (tenant, id) on delete cascade
    )`.execute(db);
    await sql`create unique index link_token on identity.link (token_hash)`.execute(db);
    await protect(db, 'identity.link', { by: 'tenant', app: 'none' });
  },
};

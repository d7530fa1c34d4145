import { type Kysely, sql } from 'kysely';
import { appRole, protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** A closing is proposed, may be objected to, and is confirmed by a second person; what it destroyed is certified. */
export const closings: Migration = {
  name: '0003-closings',
  async up(db: Kysely<unknown>) {
    const app = await appRole(db);
    await sql`create table responses.closing (
      tenant uuid not null,
      id uuid not null,
      response uuid not null,
      reason text not null,
      effective timestamptz not null check (effective > proposed),
      proposed_by uuid not null,
      proposed timestamptz not null,
      recorded timestamptz not null,
      state text not null default 'proposed' check (state in ('proposed', 'withdrawn', 'closed')),
      ended_by uuid,
      ended timestamptz,
      ended_recorded timestamptz,
      primary key (tenant, id),
      foreign key (tenant, response) references responses.response (tenant, id),
      foreign key (tenant, proposed_by) references identity.account (tenant, id),
      foreign key (tenant, ended_by) references identity.account (tenant, id),
      check ((state = 'proposed') = (ended_by is null)),
      constraint two_people check (state <> 'closed' or ended_by <> proposed_by)
    )`.execute(db);
    await sql`create unique index closing_one on responses.closing (tenant, response)
      where state <> 'withdrawn'`.execute(db);
    await protect(db, 'responses.closing', { by: 'tenant', app: 'read' });
    await sql`grant insert, update (state, ended_by, ended, ended_recorded) on responses.closing to ${app}`.execute(
      db,
    );

    await sql`create table responses.objection (
      tenant uuid not null,
      id uuid not null,
      closing uuid not null,
      response uuid not null,
      ground text not null,
      raised_by uuid not null,
      raised timestamptz not null,
      recorded timestamptz not null,
      state text not null default 'open' check (state in ('open', 'withdrawn', 'overruled')),
      answer text,
      settled_by uuid,
      settled timestamptz,
      primary key (tenant, id),
      foreign key (tenant, closing) references responses.closing (tenant, id),
      foreign key (tenant, raised_by) references identity.account (tenant, id),
      foreign key (tenant, settled_by) references identity.account (tenant, id),
      check ((state = 'open') = (settled_by is null)),
      check ((state = 'overruled') = (answer is not null)),
      check (state <> 'overruled' or settled_by <> raised_by),
      check (state <> 'withdrawn' or settled_by = raised_by)
    )`.execute(db);
    await sql`create index objection_closing on responses.objection (tenant, closing)`.execute(db);
    await protect(db, 'responses.objection', { by: 'tenant', app: 'read' });
    await sql`grant insert, update (state, answer, settled_by, settled) on responses.objection to ${app}`.execute(
      db,
    );

    // What was written may name somebody: sealed, seen where it was written and above, gone with the response.
    await sql`create table responses.objection_words (
      tenant uuid not null,
      objection uuid not null,
      side text not null check (side in ('objection', 'answer')),
      response uuid not null,
      area uuid not null,
      sealed bytea not null,
      primary key (tenant, objection, side),
      foreign key (tenant, objection) references responses.objection (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'responses.objection_words', { by: 'area' });

    // What went, written in the transaction in which it went; the certificate follows once the key is gone.
    await sql`create table responses.destruction (
      tenant uuid not null,
      response uuid not null,
      statement text not null,
      primary key (tenant, response),
      foreign key (tenant, response) references responses.response (tenant, id)
    )`.execute(db);
    await sql`create table responses.certificate (
      tenant uuid not null,
      response uuid not null,
      digest text not null,
      body text not null,
      primary key (tenant, response),
      foreign key (tenant, response) references responses.destruction (tenant, response)
    )`.execute(db);
    // Closed responses whose deleted rows are out of the tables' files as well.
    await sql`create table responses.rewritten (
      tenant uuid not null,
      response uuid not null,
      at timestamptz not null,
      primary key (tenant, response),
      foreign key (tenant, response) references responses.response (tenant, id)
    )`.execute(db);
    await protect(db, 'responses.rewritten', { by: 'tenant', app: 'none' });
    await sql`create function responses.refuse_change() returns trigger language plpgsql as $body$
      begin
        raise exception 'what was destroyed is written down once';
      end $body$`.execute(db);
    for (const table of ['destruction', 'certificate'] as const) {
      await protect(db, `responses.${table}`, { by: 'tenant', app: 'read' });
      await sql`grant insert on ${sql.table(`responses.${table}`)} to ${app}`.execute(db);
      await sql`create trigger unchanging before update or delete on ${sql.table(`responses.${table}`)}
        for each row execute function responses.refuse_change()`.execute(db);
    }
  },
};

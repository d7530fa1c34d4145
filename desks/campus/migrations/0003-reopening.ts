import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** A school's way back to lessons: its plan, who judged it, the batches of an approved one, and what parents are told. Nobody's data. */
export const reopening: Migration = {
  name: '0003-reopening',
  async up(db: Kysely<unknown>) {
    await plans(db);
    await batches(db);
    await schoolCodes(db);
  },
};

async function plans(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.reopening (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    number integer not null check (number > 0),
    state text not null,
    since timestamptz not null,
    parts jsonb not null,
    objections jsonb not null default '[]',
    answers jsonb not null default '[]',
    worked_on uuid[] not null,
    round integer not null default 0,
    version integer not null default 1,
    primary key (tenant, id),
    unique (tenant, response, area, number),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await sql`create unique index reopening_current on campus.reopening (tenant, response, area)
    where state <> 'replaced'`.execute(db);
  await protect(db, 'campus.reopening', { by: 'area' });
  // What was judged stays: nothing here is ever changed.
  await sql`create table campus.reopening_step (
    tenant uuid not null,
    id uuid not null,
    plan uuid not null,
    area uuid not null,
    round integer not null,
    event text not null,
    by uuid not null,
    at timestamptz not null,
    recorded timestamptz not null,
    detail jsonb not null,
    primary key (tenant, id),
    foreign key (tenant, plan) references campus.reopening (tenant, id),
    foreign key (tenant, by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index reopening_step_plan on campus.reopening_step (tenant, plan, recorded)`.execute(
    db,
  );
  await protect(db, 'campus.reopening_step', { by: 'area' });
}

async function batches(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.batch (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    plan uuid not null,
    number integer not null check (number > 0),
    day date not null,
    per_quarter integer not null,
    lines jsonb not null,
    bring jsonb not null,
    contact jsonb not null,
    version integer not null default 1,
    primary key (tenant, id),
    unique (tenant, response, area, number),
    foreign key (tenant, plan) references campus.reopening (tenant, id),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.batch', { by: 'area' });
  // Kept as it was said; a correction is another one.
  await sql`create table campus.announcement (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    batch uuid not null,
    number integer not null check (number > 0),
    batch_version integer not null,
    words jsonb not null,
    at timestamptz not null,
    recorded timestamptz not null,
    by uuid not null,
    primary key (tenant, id),
    unique (tenant, batch, number),
    foreign key (tenant, batch) references campus.batch (tenant, id),
    foreign key (tenant, by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index announcement_school on campus.announcement (tenant, area, at)`.execute(db);
  await protect(db, 'campus.announcement', { by: 'area' });
  // That somebody of a class has read it: who did is neither asked nor kept.
  await sql`create table campus.receipt (
    tenant uuid not null,
    id uuid not null,
    area uuid not null,
    announcement uuid not null,
    class uuid not null,
    at timestamptz not null,
    primary key (tenant, id),
    foreign key (tenant, announcement) references campus.announcement (tenant, id),
    foreign key (tenant, class) references campus.class (tenant, id)
  )`.execute(db);
  await sql`create index receipt_announcement on campus.receipt (tenant, announcement, class)`.execute(
    db,
  );
  await protect(db, 'campus.receipt', { by: 'area' });
}

async function schoolCodes(db: Kysely<unknown>): Promise<void> {
  // A code that was taken back stays, so that it is never given again.
  await sql`create table campus.school_code (
    tenant uuid not null,
    code text not null check (code ~ '^[A-Z0-9]{8}$'),
    area uuid not null,
    given timestamptz not null,
    revoked timestamptz,
    primary key (tenant, code),
    unique (code),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await sql`create unique index school_code_school on campus.school_code (tenant, area) where revoked is null`.execute(
    db,
  );
  await protect(db, 'campus.school_code', { by: 'area' });
  // Opens the scope of whoever knows a school's code: its tenant and its area, nothing else.
  await sql`create function campus.enter_school(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select c.tenant, c.area into f from campus.school_code c
        where c.code = enter_school.code and c.revoked is null;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'school', f.area);
    end $body$`.execute(db);
  await grantFunction(db, 'campus.enter_school(text)');
}

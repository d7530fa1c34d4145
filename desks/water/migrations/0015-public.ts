import { appRole, grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** Points that anybody may look up by the code on their poster, and what residents ask for there. */
export const publicPages: Migration = {
  name: '0015-public',
  async up(db: Kysely<unknown>) {
    await pointCodes(db);
    await requests(db);
  },
};

async function pointCodes(db: Kysely<unknown>): Promise<void> {
  // A code that was taken back stays, so that it is never given again.
  await sql`create table water.point_code (
    tenant uuid not null,
    code text not null check (code ~ '^[A-Z0-9]{8}$'),
    point uuid not null,
    area uuid not null,
    given timestamptz not null,
    revoked timestamptz,
    primary key (tenant, code),
    unique (code),
    foreign key (tenant, point) references water.point (tenant, id) on delete cascade
  )`.execute(db);
  await sql`create unique index point_code_point on water.point_code (tenant, point) where revoked is null`.execute(
    db,
  );
  await protect(db, 'water.point_code', { by: 'area' });
  // Opens the scope of whoever knows a point's code: its tenant and its village, nothing else. Null where there is no
  // such code, where it was taken back, and where the point is no more: these three look alike.
  await sql`create function water.enter_point(code text) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      f record;
    begin
      select c.tenant, p.id, p.area, p.desk into f
        from water.point_code c join water.point p on p.tenant = c.tenant and p.id = c.point
        where c.code = enter_point.code and c.revoked is null and not p.removed;
      if not found then
        return null;
      end if;
      perform set_config('lbw.tenant', f.tenant::text, true);
      perform set_config('lbw.areas', array[f.area]::text, true);
      return jsonb_build_object('tenant', f.tenant, 'point', f.id, 'area', f.area, 'desk', f.desk);
    end $body$`.execute(db);
  await grantFunction(db, 'water.enter_point(text)');
}

async function requests(db: Kysely<unknown>): Promise<void> {
  // Who asks is in `sealed`, which opens with the response's key only; the row goes when the response closes.
  await sql`create table water.request (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    desk uuid not null,
    area uuid not null,
    point uuid not null,
    day date not null,
    seq integer not null check (seq > 0),
    kind text not null check (kind in ('door', 'did-not-come', 'less')),
    litres integer check (litres >= 0),
    about uuid,
    household uuid,
    taken_by uuid,
    state text not null,
    asked timestamptz not null,
    answer_by timestamptz not null,
    promised_from timestamptz,
    promised_to timestamptz,
    sealed bytea not null,
    version integer not null default 1,
    primary key (tenant, id),
    unique (tenant, response, desk, day, seq),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references register.area (tenant, id),
    foreign key (tenant, point) references water.point (tenant, id)
  )`.execute(db);
  await sql`create index request_day on water.request (tenant, response, desk, day)`.execute(db);
  await sql`create index request_about on water.request (tenant, about)`.execute(db);
  await protect(db, 'water.request', { by: 'area' });

  // What was done about it, in order; what somebody said stays as it was said.
  await sql`create table water.request_step (
    tenant uuid not null,
    id uuid not null,
    request uuid not null,
    response uuid not null,
    area uuid not null,
    event text not null,
    at timestamptz not null,
    recorded timestamptz not null,
    said_by uuid,
    promised_from timestamptz,
    promised_to timestamptz,
    litres integer check (litres >= 0),
    sealed bytea,
    primary key (tenant, id),
    foreign key (tenant, request) references water.request (tenant, id) on delete cascade
  )`.execute(db);
  await sql`create index request_step_request on water.request_step (tenant, request, recorded)`.execute(
    db,
  );
  await protect(db, 'water.request_step', { by: 'area', app: 'read' });
  await sql`grant insert on water.request_step to ${await appRole(db)}`.execute(db);

  // The day's last number: one count for the whole desk, though a village sees its own requests only.
  await sql`create table water.request_count (
    tenant uuid not null,
    response uuid not null,
    desk uuid not null,
    day date not null,
    last integer not null,
    primary key (tenant, response, desk, day)
  )`.execute(db);
  await protect(db, 'water.request_count', { by: 'tenant' });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../../database/protect.ts';
import type { Migration } from '../../database/room.ts';

/** Who worked on a draft, and versions that end without another in their place. */
export const endings: Migration = {
  name: '0002-endings',
  async up(db: Kysely<unknown>) {
    // Beside drafted_by, who began it.
    await sql`alter table rulebook.version add column edited_by uuid[] not null default '{}'`.execute(
      db,
    );
    // The version itself stays as it was published: what ends it is a record of its own.
    await sql`create table rulebook.ending (
      tenant uuid not null,
      id uuid not null,
      version uuid not null,
      at timestamptz not null,
      proposed_by uuid not null,
      proposed_at timestamptz not null,
      published_by uuid,
      published_at timestamptz,
      primary key (tenant, id),
      foreign key (tenant, version) references rulebook.version (tenant, id),
      check ((published_by is null) = (published_at is null)),
      constraint two_people check (proposed_by <> published_by)
    )`.execute(db);
    await sql`create unique index ending_proposed on rulebook.ending (tenant, version)
      where published_at is null`.execute(db);
    await sql`create index ending_version on rulebook.ending (tenant, version, at)`.execute(db);
    await protect(db, 'rulebook.ending', { by: 'tenant' });
    await sql`create function rulebook.keep_ending() returns trigger language plpgsql as $$
      begin
        if old.published_at is not null then
          raise exception 'a published ending of the rulebook stays as it is' using errcode = '23514';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`.execute(db);
    await sql`create trigger keep_ending before update or delete on rulebook.ending
      for each row execute function rulebook.keep_ending()`.execute(db);
  },
};

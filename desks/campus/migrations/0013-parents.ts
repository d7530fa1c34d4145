import { grantFunction, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What families were told last, what they ask the school, and what a school tells all of them: meals and a telephone. */
export const parents: Migration = {
  name: '0013-parents',
  async up(db: Kysely<unknown>) {
    // What follows a member into another class refers to them by this.
    await sql`alter table campus.member add unique (tenant, id, area)`.execute(db);
    await toldAnswers(db);
    await questions(db);
    await forAllParents(db);
  },
};

/** The answer that a family saw or was told last. "mark" is a keyed hash of it, so that thousands are compared without opening one. */
async function toldAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.told_answer (
    tenant uuid not null,
    member uuid not null,
    response uuid not null,
    area uuid not null,
    entry uuid,
    how text not null check (how in ('page', 'phone', 'message', 'in-person')),
    at timestamptz not null,
    told_by uuid,
    changed timestamptz,
    mark bytea not null check (length(mark) = 32),
    sealed bytea not null,
    primary key (tenant, member),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, member, area) references campus.member (tenant, id, area)
      on update cascade on delete cascade,
    foreign key (tenant, told_by) references identity.account (tenant, id),
    check ((how = 'page') = (told_by is null))
  )`.execute(db);
  await sql`create index told_answer_response on campus.told_answer (tenant, response)`.execute(db);
  await protect(db, 'campus.told_answer', { by: 'area' });
}

async function questions(db: Kysely<unknown>): Promise<void> {
  // Without a member it was asked on the school's public page; question and answer are sealed either way.
  await sql`create table campus.question (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    school uuid not null,
    member uuid,
    topic text not null,
    asked_at timestamptz not null,
    answer_by timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    version integer not null check (version > 0),
    sealed bytea not null,
    primary key (tenant, id),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, school) references campus.school (tenant, id),
    foreign key (tenant, member, area) references campus.member (tenant, id, area)
      on update cascade on delete cascade,
    foreign key (tenant, answered_by) references identity.account (tenant, id),
    check ((answered_at is null) = (answered_by is null))
  )`.execute(db);
  await sql`create index question_area on campus.question (tenant, response, area)`.execute(db);
  await sql`create index question_member on campus.question (tenant, member)`.execute(db);
  await protect(db, 'campus.question', { by: 'area' });
  // Reworded for everybody: about nobody.
  await sql`create table campus.published_answer (
    tenant uuid not null,
    id uuid not null,
    response uuid not null,
    area uuid not null,
    school uuid not null,
    topic text not null,
    question text not null,
    answer text not null,
    at timestamptz not null,
    published_by uuid not null,
    withdrawn_at timestamptz,
    primary key (tenant, id),
    foreign key (tenant, response) references responses.response (tenant, id),
    foreign key (tenant, area) references register.area (tenant, id),
    foreign key (tenant, school) references campus.school (tenant, id),
    foreign key (tenant, published_by) references identity.account (tenant, id)
  )`.execute(db);
  await sql`create index published_answer_school on campus.published_answer (tenant, school)`.execute(
    db,
  );
  await protect(db, 'campus.published_answer', { by: 'area' });
  // A class that publishes does it for its whole school, which a family or a class does not reach.
  await sql`create function campus.published_answers()
    returns table (id uuid, response uuid, area uuid, school uuid, topic text, question text, answer text, at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select p.id, p.response, p.area, p.school, p.topic, p.question, p.answer, p.at
      from campus.published_answer p
      join responses.response r on r.tenant = p.tenant and r.id = p.response and r.ended is null
      where p.tenant = office.tenant() and p.withdrawn_at is null
        and (p.school in (select office.areas()) or exists (select from campus.class c
          where c.tenant = p.tenant and c.school = p.school and c.id in (select office.areas())))
    $body$`.execute(db);
  await grantFunction(db, 'campus.published_answers()');
}

/** What a school serves and by which telephone it is asked: read by whoever reaches the school, or one class of it. */
async function forAllParents(db: Kysely<unknown>): Promise<void> {
  await sql`create table campus.menu (
    tenant uuid not null,
    area uuid not null,
    day date not null,
    meals jsonb not null,
    version integer not null check (version > 0),
    primary key (tenant, area, day),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.menu', { by: 'area' });
  await sql`create table campus.parents_telephone (
    tenant uuid not null,
    area uuid not null,
    telephone text not null,
    version integer not null check (version > 0),
    primary key (tenant, area),
    foreign key (tenant, area) references campus.school (tenant, id)
  )`.execute(db);
  await protect(db, 'campus.parents_telephone', { by: 'area' });
  await sql`create function campus.for_parents(days date[])
    returns table (school uuid, telephone text, menus jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
      select s.id, (select t.telephone from campus.parents_telephone t where t.tenant = s.tenant and t.area = s.id),
        (select coalesce(jsonb_object_agg(m.day, m.meals), '{}') from campus.menu m
          where m.tenant = s.tenant and m.area = s.id and m.day = any(for_parents.days))
      from campus.school s
      where s.tenant = office.tenant()
        and (s.id in (select office.areas()) or exists (select from campus.class c
          where c.tenant = s.tenant and c.school = s.id and c.id in (select office.areas())))
    $body$`.execute(db);
  await grantFunction(db, 'campus.for_parents(date[])');
}

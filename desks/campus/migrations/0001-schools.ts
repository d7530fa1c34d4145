import { grantSchema, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { restrict } from '@liangbuwu/office/register/migrations/policies.ts';
import { type Kysely, sql } from 'kysely';

export const schools: Migration = {
  name: '0001-schools',
  async up(db: Kysely<unknown>) {
    await sql`create schema if not exists campus`.execute(db);
    await grantSchema(db, 'campus');
    // A school and a class are areas: name and place in the tree stand there. What is here is about nobody, and open
    // to the tenant; only who reaches the area may change it. The scope does not know an area made since it was opened.
    await sql`create table campus.school (
      tenant uuid not null,
      id uuid not null,
      rule_name text,
      boards boolean not null,
      invented boolean not null,
      primary key (tenant, id),
      foreign key (tenant, id) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'campus.school', { by: 'tenant' });
    await sql`create table campus.class (
      tenant uuid not null,
      id uuid not null,
      school uuid not null,
      stage text not null,
      grade integer not null check (grade between 1 and 12),
      invented boolean not null,
      primary key (tenant, id),
      foreign key (tenant, id) references register.area (tenant, id),
      foreign key (tenant, school) references campus.school (tenant, id)
    )`.execute(db);
    await sql`create index class_school on campus.class (tenant, school)`.execute(db);
    await protect(db, 'campus.class', { by: 'tenant' });
    for (const table of ['campus.school', 'campus.class'] as const)
      await restrict(db, table, ['insert', 'update', 'delete'], sql`register.reaches(id)`);
  },
};

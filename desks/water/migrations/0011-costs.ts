import { appRole, protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { type Kysely, sql } from 'kysely';

/** What trucking and a station cost: figures of a desk with their source. A version is written once. */
export const costs: Migration = {
  name: '0011-costs',
  async up(db: Kysely<unknown>) {
    await sql`create table water.cost_figure (
      tenant uuid not null,
      area uuid not null,
      figure text not null,
      version integer not null check (version > 0),
      value numeric(12, 2) check (value >= 0),
      source text not null,
      invented boolean not null,
      at timestamptz not null,
      account uuid not null,
      primary key (tenant, area, figure, version),
      foreign key (tenant, area) references register.area (tenant, id),
      check (value is null or source <> '')
    )`.execute(db);
    await protect(db, 'water.cost_figure', { by: 'area', app: 'read' });
    await sql`grant insert on water.cost_figure to ${await appRole(db)}`.execute(db);
  },
};

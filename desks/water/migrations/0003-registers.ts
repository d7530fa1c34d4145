import { protect } from '@liangbuwu/office/database/protect.ts';
import type { Migration } from '@liangbuwu/office/database/room.ts';
import { searchKey } from '@liangbuwu/office/register/search-key.ts';
import { type Kysely, sql } from 'kysely';

/** The registers as an officer keeps them for months: versions, search by sound, rows that can be taken off and brought back. */
export const registers: Migration = {
  name: '0003-registers',
  async up(db: Kysely<unknown>) {
    for (const table of ['source', 'tanker', 'point', 'shift']) {
      await sql`alter table ${sql.table(`water.${table}`)}
        add version integer not null default 1,
        add sound text not null default '',
        add removed boolean not null default false`.execute(db);
    }
    await sql`alter table water.source
      add consent_from date,
      add consent_terms text,
      add tested_on date,
      add test_result text check (test_result in ('passed', 'failed')),
      add test_again_by date,
      add test_note text,
      add check ((tested_on is null) = (test_result is null))`.execute(db);
    await sql`alter table water.tanker
      add road_class text not null default 'track' check (road_class in ('main', 'village', 'track')),
      add licence text check (licence in ('A1', 'A2', 'B1', 'B2', 'C1')),
      add cleared_until date,
      add lent_by text,
      add lent_until date`.execute(db);
    await sql`alter table water.point
      add hamlet text,
      add way_closed boolean not null default false,
      add way_closed_why text,
      add check (not way_closed or way_closed_why is not null)`.execute(db);

    await sql`create table water.driver (
      tenant uuid not null,
      id uuid not null,
      area uuid not null,
      name text not null,
      licence text check (licence in ('A1', 'A2', 'B1', 'B2', 'C1')),
      hours_per_day integer check (hours_per_day between 1 and 24),
      note text,
      invented boolean not null default false,
      version integer not null default 1,
      sound text not null default '',
      removed boolean not null default false,
      primary key (tenant, id),
      foreign key (tenant, area) references register.area (tenant, id)
    )`.execute(db);
    await protect(db, 'water.driver', { by: 'area' });

    // Until now a shift named its driver only: who has the same name in the same area is the same driver.
    await sql`insert into water.driver (tenant, id, area, name)
      select tenant, gen_random_uuid(), area, driver from water.shift group by tenant, area, driver`.execute(
      db,
    );
    await sql`alter table water.shift
      add driver_id uuid,
      add valid_from date,
      add valid_until date,
      add invented boolean not null default false`.execute(db);
    await sql`update water.shift s set driver_id = d.id, invented = t.invented
      from water.driver d, water.tanker t
      where d.tenant = s.tenant and d.area = s.area and d.name = s.driver
        and t.tenant = s.tenant and t.id = s.tanker`.execute(db);
    await sql`alter table water.shift drop column driver`.execute(db);
    await sql`alter table water.shift rename column driver_id to driver`.execute(db);
    await sql`alter table water.shift alter column driver set not null,
      add foreign key (tenant, driver) references water.driver (tenant, id)`.execute(db);
    for (const table of ['source', 'tanker', 'point', 'driver'])
      await writeSound(db, `water.${table}`);
    await sql`create index shift_driver on water.shift (tenant, driver)`.execute(db);
  },
};

async function writeSound(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ tenant: string; id: string; name: string }>`
    select tenant, id, name from ${sql.table(table)}`.execute(db);
  const sounds = rows.map(({ tenant, id, name }) => ({ tenant, id, sound: searchKey(name) }));
  await sql`update ${sql.table(table)} t set sound = x.sound
    from jsonb_to_recordset(${JSON.stringify(sounds)}::jsonb) as x (tenant uuid, id uuid, sound text)
    where t.tenant = x.tenant and t.id = x.id`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import type { Migration } from '../../database/room.ts';
import { labelKey, labelOrder, labelSound } from '../households/label-key.ts';
import { searchKey } from '../search-key.ts';

/** Households as a register to work in: found by sound, taken off and brought back, their doubles looked for. */
export const householdRegister: Migration = {
  name: '0007-household-register',
  async up(db: Kysely<unknown>) {
    await sql`alter table register.household
      add sound text not null default '',
      add removed boolean not null default false,
      add label_key text collate "C" not null default '',
      add label_sound text collate "C" not null default '',
      add label_order text collate "C" not null default '',
      add has_contact boolean not null generated always as (sealed is not null) stored`.execute(db);
    for (let after = ''; ; ) {
      const { rows } = await sql<{ tenant: string; id: string; label: string; village: string }>`
        select h.tenant, h.id, h.label, a.name as village
        from register.household h join register.area a on a.tenant = h.tenant and a.id = h.area
        where h.tenant::text || h.id::text > ${after} order by h.tenant::text || h.id::text
        limit 5000`.execute(db);
      const last = rows.at(-1);
      if (!last) break;
      after = last.tenant + last.id;
      const keys = rows.map(({ tenant, id, label, village }) => {
        const key = labelKey(label, village);
        const spoken = labelSound(key);
        return { tenant, id, sound: searchKey(label), key, spoken, sorted: labelOrder(label) };
      });
      await sql`update register.household h
        set sound = x.sound, label_key = x.key, label_sound = x.spoken, label_order = x.sorted
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
          as x (tenant uuid, id uuid, sound text, key text, spoken text, sorted text)
        where h.tenant = x.tenant and h.id = x.id`.execute(db);
    }
    // Of what is on the register; each answers its question without a look at the rows, the area being for their policy.
    await sql`drop index register.household_label, register.household_place`.execute(db);
    await sql`create index household_label on register.household (tenant, response, label_order, id) include (area)
      where not removed`.execute(db);
    await sql`create index household_label_key on register.household (tenant, response, area, label_key)
      where not removed`.execute(db);
    await sql`create index household_label_sound on register.household
      (tenant, response, place, label_sound, label_key) include (area) where not removed`.execute(
      db,
    );
  },
};

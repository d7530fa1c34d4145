import { sql } from 'kysely';
import type { KeptTable } from '../../tables/kept-table.ts';
import { leftOut } from '../households/kept-households.ts';
import { labelKey, labelOrder } from '../households/label-key.ts';
import { areaNames } from '../households/store.ts';
import { checkLasting } from './check-lasting.ts';
import type { LastingHousehold } from './contract.ts';
import { confirmEvery, lastingTable } from './table.ts';

/** What a new household has in fields that follow from its people. */
export const nobodyNamed = { named: 0, hasPhone: false };

/** The lasting households as a register that people keep. */
export const keptLasting: KeptTable<LastingHousehold> = {
  table: lastingTable,
  subject: 'lasting-household',
  key: ['area', 'label'],
  stored: 'register.lasting_household',
  fields: {
    place: 'place',
    label: 'label',
    hamlet: 'hamlet',
    people: 'people',
    confirmed: 'confirmed',
    named: 'named',
    hasPhone: 'has_phone',
  },
  derived: ['named', 'hasPhone'],
  names: ({ label }) => [label],
  async beside(tx, rows) {
    const villages = await areaNames(tx, [...new Set(rows.map(({ area }) => area))]);
    return rows.map(({ label, area }) => ({
      label_key: labelKey(label, villages.get(area)),
      label_order: labelOrder(label),
    }));
  },
  alike: 'label_key',
  sortedBy: { label: 'label_order' },
  only: {
    'to-confirm': (_, today) => sql`(r.confirmed is null or
      r.confirmed <= ${today}::date - make_interval(months => ${confirmEvery}))`,
    'without-phone': () => sql`not r.has_phone`,
    'without-place': () => sql`r.place is null`,
  },
  leftOut,
  topics: [],
  checkAll: checkLasting,
};

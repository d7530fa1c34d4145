import { sql } from 'kysely';
import { clockOf, getResponse } from '../../responses/store.ts';
import type { KeptTable } from '../../tables/kept-table.ts';
import { checkHouseholds, openResponses, refusalIn } from './check-households.ts';
import type { HouseholdCheck } from './checks.ts';
import type { Household } from './contract.ts';
import { labelKey, labelOrder, labelSound } from './label-key.ts';
import { areaNames } from './store.ts';
import { householdTable } from './table.ts';

/** Headers of what neither register of households reads in from a sheet. */
export const leftOut =
  /姓名|户主|联系人|电话|手机|身份证|证件|银行|账号|卡号|phone|mobile|contact|identity/i;

/** Households as a register that people keep, with what may look wrong in them. */
export const keptHouseholds = (checks: readonly HouseholdCheck[]): KeptTable<Household> => ({
  table: householdTable,
  subject: 'household',
  key: ['area', 'label'],
  stored: 'register.household',
  fields: {
    response: 'response',
    place: 'place',
    label: 'label',
    people: 'people',
    aloneElderly: 'alone_elderly',
    cannotCome: 'cannot_come',
    hasContact: 'has_contact',
  },
  derived: ['hasContact'],
  names: ({ label }) => [label],
  async beside(tx, rows) {
    const villages = await areaNames(tx, [...new Set(rows.map(({ area }) => area))]);
    return rows.map(({ label, area }) => {
      const key = labelKey(label, villages.get(area));
      return { label_key: key, label_sound: labelSound(key), label_order: labelOrder(label) };
    });
  },
  alike: 'label_key',
  sortedBy: { label: 'label_order' },
  only: {
    'cannot-come': () => sql`r.cannot_come`,
    'alone-elderly': () => sql`r.alone_elderly`,
    'without-contact': () => sql`not r.has_contact`,
    ...Object.fromEntries(checks.map(({ id, where }) => [id, where])),
  },
  leftOut,
  topics: [],
  checkAll: checkHouseholds,
  async mayRemoveAll(deed, rows) {
    const open = await openResponses(deed, rows);
    return rows.map(({ response }) => refusalIn(open, response));
  },
  async moment(tx, household, { clock }) {
    const response = await getResponse(tx, household.response, clock);
    return { response: response.id, at: clockOf(response).now() };
  },
});

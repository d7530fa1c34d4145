import { sql } from 'kysely';
import { refuse } from '../../http/refusal.ts';
import { clockOf, getOpenResponse, getResponse } from '../../responses/store.ts';
import type { KeptTable } from '../../tables/kept-table.ts';
import type { HouseholdCheck } from './checks.ts';
import type { Household } from './contract.ts';
import { requireCovered } from './coverage.ts';
import { doubtsOf } from './doubts.ts';
import { labelKey, labelOrder, labelSound } from './label-key.ts';
import { householdOfAnotherResponse } from './rules.ts';
import { areaNames, findSimilar } from './store.ts';
import { householdTable } from './table.ts';

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
  async beside(tx, { label, area }) {
    const key = labelKey(label, (await areaNames(tx, [area])).get(area));
    return { label_key: key, label_sound: labelSound(key), label_order: labelOrder(label) };
  },
  sortedBy: { label: 'label_order' },
  only: {
    'cannot-come': () => sql`r.cannot_come`,
    'alone-elderly': () => sql`r.alone_elderly`,
    'without-contact': () => sql`not r.has_contact`,
    ...Object.fromEntries(checks.map(({ id, where }) => [id, where])),
  },
  personal: true,
  topics: [],
  async check({ tx, clock }, household, before) {
    const response = await getOpenResponse(tx, household.response, clock);
    if (before && before.response !== household.response)
      throw refuse(householdOfAnotherResponse, undefined);
    await requireCovered(tx, response, [household.area]);
    return doubtsOf(household, await findSimilar(tx, household));
  },
  async mayRemove({ tx, clock }, household) {
    await getOpenResponse(tx, household.response, clock);
  },
  async moment(tx, household, { clock }) {
    const response = await getResponse(tx, household.response, clock);
    return { response: response.id, at: clockOf(response).now() };
  },
});

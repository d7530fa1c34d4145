import { type Endpoint, endpoint } from '../http/endpoint.ts';
import * as routes from './contract.ts';
import * as store from './store.ts';
import { type LedgerWords, labelOf } from './words.ts';

export interface LedgerServices {
  words: LedgerWords;
}

export const ledgerEndpoints = ({ words }: LedgerServices): Endpoint[] => [
  endpoint(routes.listEntries, async ({ query }, { tx }) => {
    const { from, to, zone, limit, ...filter } = query;
    const found = await store.listEntries(tx, {
      ...filter,
      since: from === undefined ? undefined : startOf(from, zone),
      until: to === undefined ? undefined : startOf(to, zone, 1),
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    return {
      entries: page.map((entry) => ({ ...entry, label: labelOf(words, entry.action) })),
      next: found.length > page.length ? (page.at(-1)?.seq ?? null) : null,
    };
  }),

  endpoint(routes.listActions, async () => ({
    actions: Object.entries(words).map(([action, label]) => ({ action, label })),
  })),
];

const startOf = (day: string, zone: string, later = 0): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant();

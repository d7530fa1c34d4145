import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import * as entries from './entry.contract.ts';
import * as days from './field-day.contract.ts';
import { readDriverDays, readKeeperDays } from './read-field-day.ts';
import { recordEntry } from './record-entry.ts';

/** What phones in the field ask and say. */
export const fieldEndpoints: Endpoint[] = [
  endpoint(days.getDriverDays, async ({ query }, { tx, clock }) => ({
    days: await readDriverDays(tx, clock, query),
  })),
  endpoint(days.getKeeperDays, async ({ query }, { tx, clock }) => ({
    days: await readKeeperDays(tx, clock, query),
  })),
  endpoint(entries.recordAsDriver, ({ params, body }, deed) =>
    recordEntry(deed, 'driver', params.entry, body),
  ),
  endpoint(entries.recordAsKeeper, ({ params, body }, deed) =>
    recordEntry(deed, 'keeper', params.entry, body),
  ),
];

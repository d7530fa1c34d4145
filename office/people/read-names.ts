import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import type { Response } from '../responses/contract.ts';
import { clockOf } from '../responses/store.ts';
import { type Withheld, withheld } from './consent.ts';
import { openIdentity } from './seal.ts';
import * as store from './store.ts';

export interface Named {
  id: string;
  name: string;
  /** Why nothing may be kept of them but that they are here. */
  withheld: Withheld | null;
}

/** Opens the names of many who are called together. The ledger hears of it once: how many, of which area. */
export async function readNames(
  { tx, record }: Pick<Deed, 'tx' | 'record'>,
  keys: ResponseKeys,
  of: { tenant: string; response: Response; area: string; persons: readonly string[] },
): Promise<Named[]> {
  const { response, area, persons } = of;
  const named = await openNames(tx, keys, of);
  if (named.length > 0)
    record({
      action: 'people.names-read',
      subject: `response:${response.id}`,
      area,
      response: response.id,
      detail: { purpose: 'school', persons: persons.length },
      at: clockOf(response).now(),
    });
  return named;
}

/** The same where no name is shown to anybody. */
export async function openNames(
  tx: Tx,
  keys: ResponseKeys,
  of: { tenant: string; response: Response; persons: readonly string[] },
): Promise<Named[]> {
  const { tenant, response, persons } = of;
  const found = await store.findPersons(tx, response.id, { persons });
  const said = Map.groupBy(await store.listConsents(tx, response.id, persons), (one) => one.person);
  return found.map(({ id, sealed }) => {
    const { name, born } = openIdentity(keys, { tenant, response: response.id }, id, sealed);
    const why = withheld({ born, today: response.today }, said.get(id) ?? []);
    return { id, name, withheld: why };
  });
}

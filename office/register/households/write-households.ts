import type { Deed } from '../../http/endpoint.ts';
import type { Actor } from '../../identity/actor.ts';
import type { Response } from '../../responses/contract.ts';
import { clockOf } from '../../responses/store.ts';
import { difference } from '../../tables/changes.ts';
import { appendChanges } from '../../tables/changes-store.ts';
import type { NewChange } from '../../tables/store.ts';
import * as store from './people-store.ts';

const told = ['area', 'place', 'label', 'people', 'aloneElderly', 'cannotCome'];

/** Writes many households of a response, each with its history; says which were not as given already. */
export async function writeHouseholds(
  { tx, actor }: Pick<Deed, 'tx'> & { actor: Actor },
  response: Response,
  rows: readonly store.HouseholdRow[],
  there: ReadonlyMap<string, store.HeldHousehold>,
): Promise<{ id: string; area: string; added: boolean }[]> {
  if (rows.length === 0) return [];
  const of = { tenant: actor.tenant, response: response.id };
  const written = await store.putHouseholds(tx, of, rows);
  const at = clockOf(response).now();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const changes = written.flatMap(({ id, area }): NewChange[] => {
    const before = there.get(id);
    const fields = difference(told, { ...before }, { ...byId.get(id) });
    if (fields.length === 0) return [];
    return [
      {
        subject: `household:${id}`,
        area,
        diesWith: response.id,
        deed: before ? 'changed' : 'added',
        fields,
        why: null,
        undoes: null,
        at,
        account: actor.account,
      },
    ];
  });
  await appendChanges(tx, actor.tenant, changes);
  return written;
}

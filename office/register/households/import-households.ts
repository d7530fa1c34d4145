import type { InputOf } from '../../http/contract.ts';
import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import type { Actor } from '../../identity/actor.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import { clockOf, getOpenResponse } from '../../responses/store.ts';
import { requirePlaces } from '../scope.ts';
import { requireCovered } from './coverage.ts';
import type * as routes from './people.contract.ts';
import * as store from './people-store.ts';
import { householdOfAnotherResponse, householdTwice } from './rules.ts';
import { sealContact } from './seal-contact.ts';
import { writeHouseholds } from './write-households.ts';

/** Registers many households at once, each with its history; the ledger hears how many in each village. */
export async function importHouseholds(
  { body }: InputOf<typeof routes.importHouseholds>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  keys: ResponseKeys,
) {
  const ids = body.households.map((household) => household.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw refuse(householdTwice, { id: twice });
  const response = await getOpenResponse(tx, body.response, clock);
  await requireCovered(
    tx,
    response,
    body.households.map(({ area }) => area),
  );
  await requirePlaces(
    tx,
    body.households.map(({ place }) => place),
  );
  const there = await store.lockSealed(tx, ids);
  if ([...there.values()].some((household) => household.response !== response.id)) {
    throw refuse(householdOfAnotherResponse, undefined);
  }
  const kept = body.households.filter(({ id }) => !there.get(id)?.removed);
  const rows = kept.map(({ contact, ...household }) => {
    const name = store.recordName(actor.tenant, { id: household.id, response: response.id });
    const sealed = sealContact(keys, name, contact, there.get(household.id)?.sealed ?? null);
    return { ...household, sealed };
  });
  const written = await writeHouseholds({ tx, actor }, response, rows, there);
  const at = clockOf(response).now();
  for (const [area, saved] of Map.groupBy(written, (row) => row.area)) {
    const added = saved.filter((row) => row.added).length;
    record({
      action: 'register.households-imported',
      subject: `area:${area}`,
      area,
      response: response.id,
      detail: { added, changed: saved.length - added },
      at,
    });
    announce({ topic: 'register.households', area, id: area });
  }
  const added = written.filter((row) => row.added).length;
  return {
    added,
    changed: written.length - added,
    unchanged: rows.length - written.length,
    removed: body.households.length - rows.length,
  };
}

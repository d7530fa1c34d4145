import type { InputOf } from '../../http/contract.ts';
import type { Deed } from '../../http/endpoint.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { Actor } from '../../identity/actor.ts';
import type { RegisterKeys } from '../../keys/register-keys.ts';
import { saveAll } from '../../tables/save-rows.ts';
import { keptLasting, nobodyNamed } from './kept-lasting.ts';
import type { importLasting as route } from './people.contract.ts';
import * as store from './people-store.ts';
import { putResidents } from './put-residents.ts';
import { lastingTwice } from './rules.ts';

/** Registers many households with their people; the ledger hears how many in each village. */
export async function importLasting(
  { body }: InputOf<typeof route>,
  deed: Deed & { actor: Actor },
  keys: RegisterKeys,
) {
  const { tx, record, announce } = deed;
  const ids = body.households.map(({ id }) => id);
  const people = body.households.flatMap(({ id, residents }) =>
    residents.map((one) => ({ ...one, household: id })),
  );
  requireOnce(ids);
  requireOnce(people.map(({ id }) => id));
  const saved = await saveAll(
    { ...deed, record: () => {}, announce: () => {} },
    keptLasting,
    body.households.map(({ id, residents: _, ...patch }) => ({ id, patch, empty: nobodyNamed })),
  );
  const changed = new Map<string, { area: string; added: boolean }>();
  for (const one of saved) {
    if (one instanceof Refusal) throw one;
    const { id, area, version } = one.row;
    if (one.change !== null) changed.set(id, { area, added: version === 1 });
  }
  const asked = [...new Set(people.map(({ household }) => household))];
  const held = await store.findHouseholds(tx, asked, true);
  for (const { id, household } of await putResidents(deed, keys, [...held.values()], people)) {
    const area = held.get(household)?.area;
    if (area === undefined) continue;
    if (!changed.has(household)) changed.set(household, { area, added: false });
    record({ action: 'register.resident-saved', subject: `resident:${id}`, area });
  }
  for (const [area, these] of Map.groupBy(changed.values(), (one) => one.area)) {
    const added = these.filter((one) => one.added).length;
    record({
      action: 'register.lasting-households-imported',
      subject: `area:${area}`,
      area,
      detail: { added, changed: these.length - added },
    });
    announce({ topic: keptLasting.table.id, area, id: area });
  }
  const added = [...changed.values()].filter((one) => one.added).length;
  return {
    added,
    changed: changed.size - added,
    unchanged: ids.length - changed.size,
  };
}

function requireOnce(ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw refuse(lastingTwice, { id: twice });
}

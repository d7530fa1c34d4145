import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile } from '../../http/shared-refusals.ts';
import type { Actor } from '../../identity/actor.ts';
import type { RegisterKeys } from '../../keys/register-keys.ts';
import { plainPhone } from '../../people/identity.ts';
import type { ResidentTold } from './people.contract.ts';
import * as store from './people-store.ts';
import { headTwice, residentElsewhere } from './rules.ts';
import { openResident, phoneMark, prepareKey, sealResident } from './seal-resident.ts';
import { sameContact, whomToCall } from './whom-to-call.ts';

export interface ResidentAsked extends ResidentTold {
  id: string;
  household: string;
  /** The version that was seen. */
  version?: number | undefined;
}

/**
 * Registers people of households that are held. Who is as given already stays untouched; returned are those who were
 * written. Of each household follows how many are named, and whom to call.
 */
export async function putResidents(
  { tx, actor }: Deed & { actor: Actor },
  keys: RegisterKeys,
  households: readonly store.HeldLasting[],
  asked: readonly ResidentAsked[],
): Promise<{ id: string; household: string; added: boolean }[]> {
  if (asked.length === 0) return [];
  await prepareKey(tx, keys, actor.tenant);
  const { tenant } = actor;
  const areas = new Map(households.map(({ id, area }) => [id, area]));
  const there = await store.listSealed(tx, [...areas.keys()]);
  const known = await store.findSealed(
    tx,
    asked.map(({ id }) => id),
  );
  const before = new Map(known.map((one) => [one.id, one]));
  const writing: store.ResidentToPut[] = [];
  const follows: store.Follows[] = [];
  for (const [household, these] of Map.groupBy(asked, (one) => one.household)) {
    const were = new Map(
      (there.get(household) ?? []).map((one) => [
        one.id,
        openResident(keys, { tenant, ...one }, one.sealed),
      ]),
    );
    const are = new Map(were);
    for (const { id, household: _, version, ...told } of these) {
      const found = before.get(id);
      if (found && found.household !== household) throw refuse(residentElsewhere, undefined);
      if (version !== undefined && found?.version !== version)
        throw refuse(changedMeanwhile, undefined);
      const plain = { ...told, phone: told.phone && plainPhone(told.phone) };
      if (isSame(were.get(id), plain)) continue;
      are.set(id, plain);
      writing.push({
        id,
        household,
        area: areas.get(household) as string,
        phoneMark: plain.phone === null ? null : phoneMark(keys, tenant, plain.phone),
        sealed: sealResident(keys, { tenant, id, household }, plain),
      });
    }
    if ([...are.values()].filter(({ relation }) => relation === 'head').length > 1)
      throw refuse(headTwice, undefined);
    follows.push(followsOf(household, [...were.values()], [...are.values()]));
  }
  await store.putResidents(tx, tenant, writing);
  await store.settle(tx, follows);
  return writing.map(({ id, household }) => ({ id, household, added: !before.has(id) }));
}

/** Erases somebody of a household that is held. */
export async function dropResident(
  { tx, actor: { tenant } }: Deed & { actor: Actor },
  keys: RegisterKeys,
  { id, household }: store.SealedResident,
): Promise<void> {
  const were = ((await store.listSealed(tx, [household])).get(household) ?? []).map((one) => ({
    id: one.id,
    told: openResident(keys, { tenant, ...one }, one.sealed),
  }));
  await store.deleteResident(tx, id);
  const left = were.filter((one) => one.id !== id);
  const tellOf = (people: typeof were) => people.map(({ told }) => told);
  await store.settle(tx, [followsOf(household, tellOf(were), tellOf(left))]);
}

const followsOf = (
  id: string,
  were: readonly ResidentTold[],
  are: readonly ResidentTold[],
): store.Follows => ({
  id,
  named: are.length,
  hasPhone: are.some(({ phone }) => phone !== null),
  contact: !sameContact(whomToCall(were), whomToCall(are)),
});

const isSame = (one: ResidentTold | undefined, other: ResidentTold) =>
  one?.name === other.name && one.phone === other.phone && one.relation === other.relation;

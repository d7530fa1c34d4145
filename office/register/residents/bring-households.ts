import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '../../http/contract.ts';
import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import type { Actor } from '../../identity/actor.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import type { Response } from '../../responses/contract.ts';
import { clockOf, getOpenResponse } from '../../responses/store.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import { holdRows } from '../../tables/store.ts';
import { requireCovered } from '../households/coverage.ts';
import type { Contact } from '../households/people.contract.ts';
import * as households from '../households/people-store.ts';
import { householdOfAnotherResponse, householdTwice } from '../households/rules.ts';
import { opensTo, sealContact } from '../households/seal-contact.ts';
import { writeHouseholds } from '../households/write-households.ts';
import type { bringHouseholds as route } from './bring.contract.ts';
import { type Brought, linkAll, listToBring, type ToBring } from './bring-store.ts';
import * as people from './people-store.ts';
import { lastingTwice, lastingWithoutPlace, lastingWords } from './rules.ts';
import { openResident } from './seal-resident.ts';
import { whomToCall } from './whom-to-call.ts';

type Doing = Deed & { actor: Actor };

/**
 * Brings lasting households into a response. What changed in the register since the last time is taken over; what the
 * response has put right or added itself stays. The response's ids are its own: nothing that outlives it leads back.
 */
export async function bringHouseholds(
  { body }: InputOf<typeof route>,
  deed: Doing,
  keys: ResponseKeys,
) {
  const { tx, clock, actor, record, announce } = deed;
  const lasting = body.households.map((one) => one.lasting);
  const twice = lasting.find((id, at) => lasting.indexOf(id) !== at);
  if (twice) throw refuse(lastingTwice, { id: twice });
  const response = await getOpenResponse(tx, body.response, clock);
  await holdRows(
    tx,
    lasting.map((id) => `lasting-household:${id}`),
  );
  const found = await findAll(deed, response, lasting);
  const given = new Map(body.households.map((one) => [one.lasting, one.id]));
  const ids = new Map<string, string>();
  for (const { id, linked, twin } of found) {
    // Of two with one house number the second is no more the response's household than a third would be.
    const free = twin !== null && ![...ids.values()].includes(twin) ? twin : null;
    ids.set(id, linked ?? free ?? (given.get(id) as string));
  }
  const idOf = ({ id }: ToBring) => ids.get(id) as string;
  const there = await households.lockSealed(tx, [...ids.values()]);
  const contacts = await contactsOf(deed, keys, lasting);
  const rows: households.HouseholdRow[] = [];
  const links: Parameters<typeof linkAll>[1][number][] = [];
  const seen = new Set<string>();
  for (const one of found) {
    const id = idOf(one);
    const before = there.get(id);
    if (seen.has(id) || (before?.lasting && before.lasting !== one.id))
      throw refuse(householdTwice, { id });
    if (before && before.response !== response.id)
      throw refuse(householdOfAnotherResponse, undefined);
    seen.add(id);
    if (before?.removed) continue;
    const name = households.recordName(actor.tenant, { id, response: response.id });
    const contact = contacts.get(one.id) ?? null;
    const merged = merge(keys, name, { one, before, contact });
    rows.push({ id, ...merged.row });
    if (!isDeepStrictEqual(one.brought, merged.brought))
      links.push({ id, lasting: one.id, brought: merged.brought });
  }
  const written = await writeHouseholds(deed, response, rows, there);
  await linkAll(tx, links);

  const joins = found.filter((one) => !one.linked && there.has(idOf(one))).map(idOf);
  const added = written.filter((one) => one.added).length;
  const changed = written.filter(({ id }) => !joins.includes(id)).length - added;
  const byArea = Map.groupBy(written, ({ area }) => area);
  for (const [area, these] of byArea) {
    const fresh = these.filter((one) => one.added).length;
    record({
      action: 'register.households-brought',
      subject: `area:${area}`,
      area,
      response: response.id,
      detail: { added: fresh, changed: these.length - fresh },
      at: clockOf(response).now(),
    });
    announce({ topic: 'register.households', area, id: area });
  }
  const joined = joins.length;
  return { added, joined, changed, unchanged: found.length - added - joined - changed };
}

async function findAll(
  { tx }: Doing,
  response: Response,
  lasting: readonly string[],
): Promise<(ToBring & { place: string })[]> {
  const found = await listToBring(tx, response.id, lasting);
  if (found.length < lasting.length) throw refuse(notFound, { what: lastingWords.household });
  if (found.some(({ removed }) => removed)) throw refuse(rowRemoved, undefined);
  await requireCovered(
    tx,
    response,
    found.map(({ area }) => area),
  );
  return found.map((one) => {
    if (one.place === null) throw refuse(lastingWithoutPlace, { label: one.label });
    return { ...one, place: one.place };
  });
}

async function contactsOf(
  { tx, actor: { tenant } }: Doing,
  { register }: ResponseKeys,
  lasting: readonly string[],
): Promise<Map<string, Contact | null>> {
  const contacts = new Map<string, Contact | null>();
  for (const [household, sealed] of await people.listSealed(tx, lasting)) {
    const told = sealed.map((one) => openResident(register, { tenant, ...one }, one.sealed));
    contacts.set(household, whomToCall(told));
  }
  return contacts;
}

type Row = Omit<households.HouseholdRow, 'id'>;

function merge(
  keys: ResponseKeys,
  name: Parameters<typeof sealContact>[1],
  of: {
    one: ToBring & { place: string };
    before: households.HeldHousehold | undefined;
    contact: Contact | null;
  },
): { row: Row; brought: Brought } {
  const { one, before, contact } = of;
  const { area, place, label, people: count } = one;
  const now = { area, place, label, people: count };
  const brought = { ...now, contact: one.contact, left: one.brought?.left ?? {} };
  if (!before) {
    const sealed = sealContact(keys, name, contact, null);
    const row = { ...now, aloneElderly: false, cannotCome: false, sealed };
    return { row, brought: { ...brought, contactAs: hashOf(sealed) } };
  }
  const last = one.brought;
  // What the response has of its own is only given up for what changed in the register since.
  const taken = <F extends keyof typeof now>(field: F): (typeof now)[F] =>
    last && last[field] !== now[field] ? now[field] : before[field];
  const row = {
    area: taken('area'),
    place: taken('place'),
    label: taken('label'),
    people: taken('people'),
    aloneElderly: before.aloneElderly,
    cannotCome: before.cannotCome,
  };
  const isOwn = before.sealed !== null && hashOf(before.sealed) !== (last?.contactAs ?? null);
  const isNewer = last !== null && last.contact !== one.contact && (contact !== null || !isOwn);
  const sealed =
    isNewer || before.sealed === null
      ? sealContact(keys, name, contact, before.sealed)
      : before.sealed;
  const isShared = sealed === null || (contact !== null && opensTo(keys, name, sealed, contact));
  const contactAs = isShared ? hashOf(sealed) : (last?.contactAs ?? null);
  return { row: { ...row, sealed }, brought: { ...brought, contactAs } };
}

const hashOf = (sealed: Buffer | null): string | null =>
  sealed && createHash('sha256').update(sealed).digest('hex');

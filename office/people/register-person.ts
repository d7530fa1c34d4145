import type { Tx } from '../database/connection.ts';
import type { InputOf } from '../http/contract.ts';
import type { Deed } from '../http/endpoint.ts';
import { Refusal, refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import type { Response } from '../responses/contract.ts';
import { areasCovered, areasInScope, clockOf, getOpenResponse } from '../responses/store.ts';
import { isConsent } from './catalogue.ts';
import { withheld } from './consent.ts';
import type { PersonFields, putPerson } from './contract.ts';
import { birthMonthIn, endOf, type Identity, plainPhone } from './identity.ts';
import type { Reading } from './reading-limit.ts';
import { birthMonthNeeded, consentNeeded, personOutsideResponse } from './rules.ts';
import { documentMark, openIdentity, phoneMark, sealIdentity } from './seal.ts';
import * as store from './store.ts';

/** Registers who somebody is; sent again with the same content it changes nothing. */
export async function registerPerson(
  { params, body }: InputOf<typeof putPerson>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  { keys, limit }: Reading,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, body.response, clock);
  await requireArea(tx, response, body.area);
  const of = { tenant: actor.tenant, response: response.id };
  const who = identityOf(body);
  await store.prepare(tx, response.id);
  if (body.household && !(await store.isOnRegister(tx, { ...of, household: body.household })))
    throw refuse(notFound, { what: say('住户', 'household') });
  const before = await store.lockPerson(tx, { response: response.id, person: params.person });
  const marks = {
    documentMark: body.document ? documentMark(keys, of, body.document) : null,
    phoneMark: body.phone ? phoneMark(keys, of, body.phone) : null,
  };
  const row = { ...of, id: params.person, area: body.area, household: body.household, ...marks };
  if (before) {
    const was = openIdentity(keys, of, before.id, before.sealed);
    if (isSame(before, row, was, who)) return {};
    if (was.born !== who.born) await requireConsent(tx, response, before.id, who.born);
  }
  const sealed = sealIdentity(keys, of, params.person, who);
  await store.putPerson(tx, { ...row, sealed }, before !== undefined).catch((error: unknown) => {
    // Being told that a document is there is a read of it, and counts like one.
    if (error instanceof Refusal) limit.take(actor.account, 1, clock.now());
    throw error;
  });
  record({
    action: before ? 'people.identity-changed' : 'people.registered',
    subject: `person:${params.person}`,
    area: body.area,
    response: response.id,
    at: clockOf(response).now(),
  });
  announce({ topic: 'people.changed', area: body.area, id: params.person });
  return {};
}

/** Registers a list of people of one area, without documents; gives back those that are on record already, untouched. */
export async function registerNew(
  people: readonly { id: string; name: string; born: string; phone: string | null }[],
  { response, area }: { response: Response; area: string },
  { tx, actor, record, announce }: Deed & { actor: Actor },
  { keys }: Pick<Reading, 'keys'>,
): Promise<Set<string>> {
  await requireArea(tx, response, area);
  const of = { tenant: actor.tenant, response: response.id };
  await store.prepare(tx, response.id);
  const persons = people.map(({ id }) => id);
  const there = new Set(
    (await store.findPersons(tx, response.id, { persons })).map(({ id }) => id),
  );
  const fresh = people.filter(({ id }) => !there.has(id));
  await store.insertPersons(
    tx,
    fresh.map(({ id, ...who }) => {
      const identity = { ...who, phone: who.phone && plainPhone(who.phone), document: null };
      return {
        ...of,
        id,
        area,
        sealed: sealIdentity(keys, of, id, identity),
        phoneMark: who.phone ? phoneMark(keys, of, who.phone) : null,
      };
    }),
  );
  const at = clockOf(response).now();
  for (const { id } of fresh)
    record({
      action: 'people.registered',
      subject: `person:${id}`,
      area,
      response: response.id,
      at,
    });
  announce({ topic: 'people.changed', area, id: area });
  return there;
}

/** Who turns out to be under 14, with something on record, needs a guardian's word first. */
async function requireConsent(
  tx: Tx,
  response: Response,
  person: string,
  born: string,
): Promise<void> {
  const facts = await store.listFacts(tx, response.id, [person]);
  const isKept = facts.some(({ fact }) => !isConsent(fact));
  if (isKept && withheld({ born, today: response.today }, facts) === 'consent-needed')
    throw refuse(consentNeeded, undefined);
}

async function requireArea(tx: Tx, response: Response, area: string): Promise<void> {
  if (!(await areasInScope(tx, [area])).has(area))
    throw refuse(notFound, { what: say('辖区', 'area') });
  if (!(await areasCovered(tx, response, [area])).has(area))
    throw refuse(personOutsideResponse, undefined);
}

function identityOf({ name, document, phone, born: given }: PersonFields): Identity {
  const told = birthMonthIn(document);
  const born = told ?? given;
  if (!born || (given && given !== born)) throw refuse(birthMonthNeeded, undefined);
  return {
    name,
    document: document && { kind: document.kind, end: endOf(document) },
    phone: phone && plainPhone(phone),
    born,
  };
}

type Row = Omit<store.SealedPerson, 'sealed'>;

function isSame(before: Row, now: Row, was: Identity, is: Identity): boolean {
  const bytes = (mark: Buffer | null) => mark?.toString('hex');
  return (
    before.area === now.area &&
    before.household === now.household &&
    bytes(before.documentMark) === bytes(now.documentMark) &&
    bytes(before.phoneMark) === bytes(now.phoneMark) &&
    was.name === is.name &&
    was.born === is.born
  );
}

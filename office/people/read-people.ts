import type { Deed } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import type { Response } from '../responses/contract.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import { kinds, type Purpose, purposes, readableFor } from './catalogue.ts';
import { withheld } from './consent.ts';
import { type Asked, ReadFact, type ReadPerson } from './contract.ts';
import { type Identity, masked } from './identity.ts';
import type { Reading } from './reading-limit.ts';
import { listed } from './record-fact.ts';
import { factNotForPurpose } from './rules.ts';
import { documentMark, openFact, openIdentity, phoneMark } from './seal.ts';
import * as store from './store.ts';

/** Reads people for a purpose. The ledger keeps who read whom, what for, and which kinds of facts: never what they say. */
export async function readPeople(
  purpose: Purpose,
  asked: Asked,
  { tx, clock, actor, record }: Deed & { actor: Actor },
  { keys, limit }: Reading,
): Promise<{ persons: ReadPerson[] }> {
  requireReadable(purpose, asked);
  const ids = asked.persons && [...new Set(asked.persons)];
  limit.take(actor.account, ids?.length ?? 1, clock.now());
  const response = await getOpenResponse(tx, asked.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  const found = await store.findPersons(tx, response.id, whichOf(keys, of, { ...asked, ids }));
  if (ids && found.length < ids.length) throw refuse(notFound, { what: say('人员', 'person') });
  if (found.length > 1 && !ids) limit.take(actor.account, found.length, clock.now());
  const facts = Map.groupBy(
    await store.listFacts(
      tx,
      response.id,
      found.map(({ id }) => id),
    ),
    ({ person }) => person,
  );
  const at = clockOf(response).now();
  if (found.length === 0) {
    const area = (response.areas[0] as { id: string }).id;
    const by = asked.document ? 'document' : 'phone';
    const subject = `response:${response.id}` as const;
    record({
      action: 'people.looked-for',
      subject,
      area,
      response: response.id,
      detail: { purpose, by },
      at,
    });
  }
  const persons = found.map((person) =>
    open(keys, response, { person, facts: facts.get(person.id) ?? [], purpose, asked }),
  );
  for (const person of persons) {
    record({
      action: 'people.read',
      subject: `person:${person.id}`,
      area: person.area,
      response: response.id,
      detail: {
        purpose,
        facts: [...new Set(person.facts.map(({ fact }) => fact))],
        ...(person.withheld && { withheld: person.withheld }),
      },
      at,
    });
  }
  return { persons };
}

function requireReadable(purpose: Purpose, asked: Asked): void {
  const readable = readableFor(purpose);
  if (asked.facts.every((fact) => readable.includes(fact))) return;
  const many = listed(readable.map((fact) => kinds[fact].words));
  throw refuse(factNotForPurpose, { words: purposes[purpose].words, many });
}

function whichOf(
  keys: ResponseKeys,
  of: { tenant: string; response: string },
  { ids, document, phone }: Asked & { ids: string[] | undefined },
): store.Which {
  if (document) return { document: documentMark(keys, of, document) };
  if (phone) return { phone: phoneMark(keys, of, phone) };
  return { persons: ids ?? [] };
}

function open(
  keys: ResponseKeys,
  response: Response,
  of: {
    person: store.SealedPerson;
    facts: readonly store.StoredFact[];
    purpose: Purpose;
    asked: Asked;
  },
): ReadPerson {
  const { person, facts, purpose, asked } = of;
  const who = openIdentity(keys, person, person.id, person.sealed);
  const why = withheld({ born: who.born, today: response.today }, facts);
  const corrected = new Set(facts.map(({ corrects }) => corrects));
  const told = facts.filter(
    (one) =>
      why === null &&
      asked.facts.includes(one.fact) &&
      one.purposes.includes(purpose) &&
      !corrected.has(one.id),
  );
  return {
    id: person.id,
    area: person.area,
    household: person.household,
    ...shownOf(who, why === null ? purpose : 'gate', why !== null),
    withheld: why,
    facts: told
      .map((one) => {
        const { fact, id, recorded, how } = one;
        const { value, from } = openFact(keys, person, one, one.sealed);
        return ReadFact.parse({ fact, value, id, from, recorded, how });
      })
      .reverse(),
  };
}

function shownOf(
  who: Identity,
  purpose: Purpose,
  nameOnly: boolean,
): Pick<ReadPerson, 'name' | 'documentEnd' | 'phone'> {
  const { shows } = purposes[purpose];
  return {
    name: shows === 'masked' ? masked(who.name) : who.name,
    documentEnd: nameOnly ? null : (who.document?.end ?? null),
    phone: shows === 'name-and-phone' ? who.phone : null,
  };
}

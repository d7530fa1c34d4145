import type { Deed } from '../http/endpoint.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import * as store from './store.ts';

/** Deletes all that is kept of a person, before the response closes. */
export async function removePerson(
  of: { response: string; person: string },
  { tx, clock, record, announce }: Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'>,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, of.response, clock);
  const person = await store.getPerson(tx, { response: response.id, person: of.person });
  const facts = await store.listFacts(tx, response.id, [person.id]);
  await store.deletePerson(tx, person);
  record({
    action: 'people.removed',
    subject: `person:${person.id}`,
    area: person.area,
    response: response.id,
    detail: { facts: facts.length },
    at: clockOf(response).now(),
  });
  announce({ topic: 'people.changed', area: person.area, id: person.id });
  return {};
}

import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import { getResponse } from '../responses/store.ts';
import { FactKind, kinds, Purpose, purposes } from './catalogue.ts';
import * as routes from './contract.ts';
import { readPeople } from './read-people.ts';
import { readingLimit } from './reading-limit.ts';
import { recordFact } from './record-fact.ts';
import { registerPerson } from './register-person.ts';
import { removePerson } from './remove-person.ts';
import * as store from './store.ts';

/** People of a response. Nothing that this room opens goes anywhere but into the answer. */
export function peopleEndpoints({ keys }: { keys: ResponseKeys }): Endpoint[] {
  const limit = readingLimit();
  return [
    endpoint(routes.putPerson, (input, deed) => registerPerson(input, deed, { keys, limit })),

    endpoint(routes.putFact, (input, deed) => recordFact(input, deed, keys)),

    ...Purpose.options.map((purpose) =>
      endpoint(routes.readFor(purpose), ({ body }, deed) =>
        readPeople(purpose, body, deed, { keys, limit }),
      ),
    ),

    endpoint(routes.removePerson, ({ params, query }, deed) =>
      removePerson({ response: query.response, person: params.person }, deed),
    ),

    endpoint(routes.listTotals, async ({ query }, { tx, clock }) => {
      await getResponse(tx, query.response, clock);
      return { totals: await store.listTotals(tx, query.response) };
    }),

    endpoint(routes.readCatalogue, async () => ({
      purposes: Purpose.options.map((id) => ({ id, ...purposes[id] })),
      facts: FactKind.options.map((id) => {
        const { words, purposes: allowed } = kinds[id];
        return { id, words, purposes: [...allowed] };
      }),
    })),
  ];
}

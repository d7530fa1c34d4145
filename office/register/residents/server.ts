import type { Clock } from '../../clock/clock.ts';
import type { Tx } from '../../database/connection.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import type { Response } from '../../responses/contract.ts';
import { responseClosed } from '../../responses/rules.ts';
import { getResponse } from '../../responses/store.ts';
import { saveRow } from '../../tables/save-row.ts';
import { namesIn, tableEndpoints } from '../../tables/server.ts';
import { sheetEndpoints } from '../../tables/sheets/server.ts';
import { getRow } from '../../tables/store.ts';
import { dayOf } from '../../tables/today.ts';
import type { RegisterServices } from '../services.ts';
import * as bring from './bring.contract.ts';
import { bringHouseholds } from './bring-households.ts';
import { countOffers, listCorrected, listOffers } from './bring-store.ts';
import { confirmLasting, lastingHouseholds, lastingSheets } from './contract.ts';
import { keptLasting, nobodyNamed } from './kept-lasting.ts';
import { residentEndpoints } from './people.server.ts';
import { settleCorrection } from './settle-correction.ts';

/** The lasting register: its households as a kept table, their people, and the ways into a response and back. */
export function lastingEndpoints(services: RegisterServices): Endpoint[] {
  return [
    ...tableEndpoints(lastingHouseholds, keptLasting, nobodyNamed),
    ...sheetEndpoints(lastingSheets, lastingHouseholds, keptLasting, nobodyNamed),
    ...residentEndpoints(services),

    endpoint(confirmLasting, async ({ params }, deed) => {
      const confirmed = dayOf(deed.clock.now());
      await getRow(deed.tx, keptLasting, params.row);
      await saveRow(deed, keptLasting, params.row, { confirmed });
      return { confirmed };
    }),

    endpoint(bring.listOffers, async ({ query }, { tx, clock }) => {
      const response = await findOpen(tx, query.response, clock);
      const counts = await countOffers(tx, response);
      const rows = await listOffers(tx, response, query.limit);
      const sides = rows.flatMap(({ changes }) =>
        (['before', 'after'] as const).map((side) =>
          Object.fromEntries(changes.map((change) => [change.field, change[side]])),
        ),
      );
      return { ...counts, rows, names: await namesIn(tx, keptLasting, [...rows, ...sides]) };
    }),

    endpoint(bring.bringHouseholds, (input, deed) => bringHouseholds(input, deed, services.keys)),

    endpoint(bring.listCorrections, async ({ query }, { tx, clock }) => {
      const response = await findOpen(tx, query.response, clock);
      const found = await listCorrected(tx, { response: response.id });
      const corrections = found.map(({ household, lasting, area, label, people, own, fields }) => {
        const sides = { label: [label, own.label], people: [people, own.people], contact: [] };
        return {
          household,
          lasting,
          area,
          label,
          changes: fields.map((field) => {
            const [before = null, after = null] = sides[field];
            return { field, before, after };
          }),
        };
      });
      return { corrections, names: await namesIn(tx, keptLasting, corrections) };
    }),

    endpoint(bring.settleCorrection, (input, deed) => settleCorrection(input, deed, services)),
  ];
}

/** As it may be read in a transaction that holds nothing. */
async function findOpen(tx: Tx, id: string, clock: Clock): Promise<Response> {
  const response = await getResponse(tx, id, clock);
  if (response.ended) throw refuse(responseClosed, { ended: response.ended });
  return response;
}

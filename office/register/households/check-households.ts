import type { Deed } from '../../http/endpoint.ts';
import { Refusal, refuse } from '../../http/refusal.ts';
import type { Response } from '../../responses/contract.ts';
import { getOpenResponse } from '../../responses/store.ts';
import type { Doubt } from '../../tables/contract.ts';
import type { Asked } from '../../tables/kept-table.ts';
import type { Household } from './contract.ts';
import { refusedCoverage } from './coverage.ts';
import { doubtsOf } from './doubts.ts';
import { householdOfAnotherResponse } from './rules.ts';
import { findSimilar } from './store.ts';

/** Of each household that is to be kept what looks wrong, or why it may not be. */
export async function checkHouseholds(
  deed: Deed,
  asked: readonly Asked<Household>[],
): Promise<(Doubt[] | Refusal)[]> {
  const rows = asked.map(({ row }) => row);
  const open = await openResponses(deed, rows);
  const uncovered = new Map<string, Refusal>();
  for (const [id, response] of open) {
    if (response instanceof Refusal) continue;
    const these = rows.filter((row) => row.response === id);
    const refused = await refusedCoverage(
      deed.tx,
      response,
      these.map(({ area }) => area),
    );
    these.forEach((row, at) => {
      if (refused[at]) uncovered.set(row.id, refused[at]);
    });
  }
  const similar = await findSimilar(deed.tx, rows);
  return asked.map(({ row, before }) => {
    const refused = refusalIn(open, row.response);
    if (refused) return refused;
    if (before && before.response !== row.response)
      return refuse(householdOfAnotherResponse, undefined);
    return (
      uncovered.get(row.id) ??
      doubtsOf(row, similar.get(row.id) ?? { double: undefined, elsewhere: false })
    );
  });
}

/** The responses that households belong to, each held open, or why it is not. */
export async function openResponses(
  { tx, clock }: Deed,
  households: readonly Household[],
): Promise<Map<string, Response | Refusal>> {
  const open = new Map<string, Response | Refusal>();
  for (const id of new Set(households.map(({ response }) => response))) {
    const response = await getOpenResponse(tx, id, clock).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    open.set(id, response);
  }
  return open;
}

export function refusalIn(
  open: ReadonlyMap<string, Response | Refusal>,
  response: string,
): Refusal | undefined {
  const found = open.get(response);
  return found instanceof Refusal ? found : undefined;
}

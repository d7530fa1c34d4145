import type { Tx } from '../../database/connection.ts';
import { type Refusal, refuse } from '../../http/refusal.ts';
import { notFound } from '../../http/shared-refusals.ts';
import type { Response } from '../../responses/contract.ts';
import { areasCovered, areasInScope } from '../../responses/store.ts';
import { words } from '../scope.ts';
import { areaNotCovered } from './rules.ts';

/**
 * Why areas are refused that lie outside of the request's scope or of the response, each that does: closing a response
 * deletes in the areas that it covers, so personal data registered elsewhere would outlive it.
 */
export async function refusedCoverage(
  tx: Tx,
  response: Response,
  areas: readonly string[],
): Promise<(Refusal | undefined)[]> {
  const asked = [...new Set(areas)];
  const inScope = await areasInScope(tx, asked);
  const covered = await areasCovered(tx, response, asked);
  return areas.map((area) => {
    if (!inScope.has(area)) return refuse(notFound, { what: words.area });
    return covered.has(area) ? undefined : refuse(areaNotCovered, undefined);
  });
}

/** Refuses them all where one is refused. */
export async function requireCovered(
  tx: Tx,
  response: Response,
  areas: readonly string[],
): Promise<void> {
  const refused = (await refusedCoverage(tx, response, areas)).find((one) => one !== undefined);
  if (refused) throw refused;
}

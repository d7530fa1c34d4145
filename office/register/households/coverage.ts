import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import type { Response } from '../../responses/contract.ts';
import { requireAreas } from '../scope.ts';
import { areaNotCovered } from './rules.ts';
import { areasWithin } from './store.ts';

/**
 * Refuses areas outside of the request's scope or of the response: closing a response deletes in the areas that it
 * covers, so personal data registered elsewhere would outlive it.
 */
export async function requireCovered(
  tx: Tx,
  response: Response,
  areas: readonly string[],
): Promise<void> {
  const asked = [...new Set(areas)];
  await requireAreas(tx, asked);
  const covered = await areasWithin(
    tx,
    asked,
    response.areas.map((area) => area.id),
  );
  if (asked.some((area) => !covered.has(area.toLowerCase())))
    throw refuse(areaNotCovered, undefined);
}

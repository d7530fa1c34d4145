import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { areaElsewhere } from '../../http/shared-refusals.ts';
import { outsideResponse } from '../../responses/rules.ts';
import { areasCovered, areasInScope, getOpenResponse } from '../../responses/store.ts';
import type { Table } from '../column.ts';

/**
 * Where a sheet that somebody brings lies: who sees it, and what it dies with. One of a response lies in what that
 * covers, since closing destroys there: whoever is above brings it for the one area of the response that is below.
 */
export async function whereItLies(
  { tx, clock }: Deed,
  table: Table,
  asked: { area: string; response?: string | undefined },
): Promise<{ area: string; response: string | null }> {
  const { area } = asked;
  if (!(await areasInScope(tx, [area])).has(area))
    throw refuse(areaElsewhere, { what: table.many });
  if (asked.response === undefined) return { area, response: null };
  const response = await getOpenResponse(tx, asked.response, clock);
  if ((await areasCovered(tx, response, [area])).has(area)) return { area, response: response.id };
  const parts = response.areas.map(({ id }) => id);
  const below = await areasCovered(tx, { areas: [{ id: area, name: '' }] }, parts);
  const [only, ...others] = [...(await areasInScope(tx, [...below]))];
  if (only === undefined || others.length > 0) throw refuse(outsideResponse, undefined);
  return { area: only, response: response.id };
}

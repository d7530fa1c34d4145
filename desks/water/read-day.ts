import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { travelMatrix } from '@liangbuwu/office/register/travel-matrix.ts';
import { areasInScope } from '@liangbuwu/office/responses/store.ts';
import type { DayRows } from './plan.ts';
import { noDesk } from './rules.ts';
import * as store from './store.ts';
import type { Desk, Floors } from './water.ts';

export interface Day extends DayRows {
  villages: Map<string, string>;
  basis: readonly (readonly string[])[];
}

/** Loads all that a day of a desk rests on. */
export async function readDay(
  tx: Tx,
  of: { response: string; area: string; day: string },
): Promise<Day> {
  const { desk, floors } = await getDeskAndFloors(tx, of);
  const [sources, tankers, points] = [
    await store.listSources(tx, of.area),
    await store.listTankers(tx, of.area, of.day),
    await store.listPoints(tx, of.area),
  ];
  const places = new Set([
    ...sources.map(({ place }) => place),
    ...tankers.map(({ home }) => home),
    ...points.map(({ place }) => place),
  ]);
  const positions = await store.listPositions(tx, [...places]);
  const { seconds, metres, basis } = await travelMatrix(
    tx,
    positions.map(({ place }) => place),
  );
  const villages = await store.areaNames(tx, [...new Set(points.map(({ area }) => area))]);
  return {
    desk,
    floors,
    sources,
    tankers,
    points,
    positions,
    travel: { seconds, metres },
    villages,
    basis,
  };
}

/** Of a desk that lies in the request's areas as a whole: a village's cadre is refused. */
export async function getDeskAndFloors(
  tx: Tx,
  of: { response: string; area: string; day: string },
): Promise<{ desk: Desk; floors: Floors }> {
  const reached = await areasInScope(tx, [of.area]);
  const desk = await store.findDesk(tx, of);
  const floors = await store.findFloors(tx, of.day);
  if (!desk || !floors || !reached.has(of.area)) throw refuse(noDesk, undefined);
  return { desk, floors };
}

import { setImmediate } from 'node:timers/promises';
import { matrixRows } from '@liangbuwu/roads/matrix.ts';
import { car, truck } from '@liangbuwu/roads/profile.ts';
import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { notFound } from '../http/shared-refusals.ts';
import { osmAttribution } from './roads/contract.ts';
import { findRoadsInUse } from './roads/store.ts';
import { words } from './scope.ts';
import type { TravelMatrix } from './travel/contract.ts';
import { estimateDrive } from './travel/estimate.ts';
import { findStops, listEditsAmong, type Stop } from './travel/store.ts';

const profiles = { car, truck };
// From a place to itself there is nothing to estimate.
const still = { seconds: 0, metres: 0, basis: 'edited' } as const;

/**
 * Drive times between places, each to each, in the order given. An edit counts first; then the imported roads, where
 * both places lie at one and neither position is schematic; else the estimate. Refuses a place that is not seen.
 */
export async function travelMatrix(
  tx: Tx,
  places: readonly string[],
  options: { vehicle?: 'car' | 'truck' } = {},
): Promise<TravelMatrix> {
  const stops = await getStops(tx, places);
  const onRoads = await driveOnRoads(tx, stops, options.vehicle ?? 'truck');
  const edits = new Map(
    (
      await listEditsAmong(
        tx,
        stops.map(({ id }) => id),
      )
    ).map((edit) => [`${edit.from}/${edit.to}`, edit]),
  );
  const pair = (from: number, to: number) => {
    const [a, b] = [stops[from] as Stop, stops[to] as Stop];
    if (a.id === b.id) return still;
    const edit = edits.get(`${a.id}/${b.id}`);
    if (edit) return { ...edit, basis: 'edited' } as const;
    const road = onRoads(from, to);
    return road
      ? ({ ...road, basis: 'roads' } as const)
      : ({ ...estimateDrive(a, b), basis: 'estimated' } as const);
  };
  const rows = stops.map((_, from) => stops.map((_, to) => pair(from, to)));
  const usesRoads = rows.some((row) => row.some(({ basis }) => basis === 'roads'));
  return {
    seconds: rows.map((row) => row.map(({ seconds }) => seconds)),
    metres: rows.map((row) => row.map(({ metres }) => metres)),
    basis: rows.map((row) => row.map(({ basis }) => basis)),
    attribution: usesRoads ? osmAttribution : null,
  };
}

async function getStops(tx: Tx, places: readonly string[]): Promise<Stop[]> {
  const found = await findStops(tx, places);
  return places.map((place) => {
    const stop = found.get(place.toLowerCase());
    if (!stop) throw refuse(notFound, { what: words.place });
    return stop;
  });
}

type Drive = { seconds: number | null; metres: number | null };

/** A schematic position put onto a real road would look like knowledge: such places are not driven to by road. */
async function driveOnRoads(
  tx: Tx,
  stops: readonly Stop[],
  vehicle: 'car' | 'truck',
): Promise<(from: number, to: number) => Drive | undefined> {
  const placed = stops.flatMap((stop, i) => (stop.provenance === 'schematic' ? [] : [i]));
  const graph = placed.length > 1 ? await findRoadsInUse(tx) : undefined;
  if (!graph) return () => undefined;
  const points = placed.map((i) => stops[i] as Stop);
  const drives = new Map<string, Drive>();
  const isOnRoad: boolean[] = [];
  let row = 0;
  for (const { seconds, metres, snapped } of matrixRows(graph, points, profiles[vehicle])) {
    isOnRoad.push(snapped !== null);
    for (const [column, time] of seconds.entries()) {
      drives.set(`${placed[row]}/${placed[column]}`, {
        seconds: time,
        metres: metres[column] ?? null,
      });
    }
    row++;
    // A row is a search over the whole map: let other requests in between.
    await setImmediate();
  }
  const onRoad = new Set(placed.filter((_, i) => isOnRoad[i]));
  return (from, to) =>
    onRoad.has(from) && onRoad.has(to) ? drives.get(`${from}/${to}`) : undefined;
}

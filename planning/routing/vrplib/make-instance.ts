import type { Client, Depot, Problem } from '../problem.ts';
import type { Convention, Instance } from './instance.ts';
import { scaleOf, unitsOf } from './units.ts';
import type { Fleet } from './vehicles.ts';

/** What a file says, whichever its layout. Nodes are counted from 0; what each node wants is in the file's own units. */
export interface Sheet {
  name: string;
  convention: Convention;
  depots: readonly number[];
  fleet: Fleet;
  /** Whole already, for distances and times alike. */
  matrix: Int32Array;
  demands: Float64Array;
  services?: Float64Array | undefined;
  earliest?: Float64Array | undefined;
  latest?: Float64Array | undefined;
  releases?: Float64Array | undefined;
  xs?: Float64Array | undefined;
  ys?: Float64Array | undefined;
}

export function makeInstance(sheet: Sheet): Instance {
  const { name, convention, fleet, matrix, demands, xs, ys } = sheet;
  const { time } = unitsOf(convention);
  const wishes = (place: number) => {
    const { services, earliest, latest } = sheet;
    return {
      place,
      ...(services ? { service: time(services[place] ?? 0) } : {}),
      ...(earliest ? { earliest: time(earliest[place] ?? 0) } : {}),
      ...(latest ? { latest: time(latest[place] ?? 0) } : {}),
    };
  };
  const isDepot = new Set(sheet.depots);
  const clients: Client[] = [];
  for (const [place, demand] of demands.entries()) {
    if (isDepot.has(place)) continue;
    const { releases } = sheet;
    const release = releases ? { release: time(releases[place] ?? 0) } : {};
    clients.push({ ...wishes(place), demand, ...release });
  }
  const depots: Depot[] = sheet.depots.map(wishes);
  const problem: Problem = {
    places: demands.length,
    profiles: [{ distances: matrix, durations: matrix }],
    depots,
    clients,
    vehicles: fleet.types,
  };
  return {
    name,
    problem,
    scale: scaleOf(convention),
    convention,
    vehicleTypes: fleet.vehicleTypes,
    ...(xs && ys ? { nodes: Array.from(xs, (x, i) => ({ x, y: ys[i] ?? 0 })) } : {}),
  };
}

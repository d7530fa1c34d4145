import type { Problem, Route } from '../../planning/routing/problem.ts';
import type { Trips } from './answer.ts';

/** Why a problem's routes cannot be written as lists of trips of places, if they cannot. */
export function whyNotTrips({ depots, vehicles, clients }: Problem): string | undefined {
  if (depots.length !== 1) return `it has ${depots.length} depots; one is compared`;
  if (vehicles.length !== 1) {
    return `it has ${vehicles.length} types of vehicles; one is compared`;
  }
  if (new Set(clients.map(({ place }) => place)).size < clients.length) {
    return 'two clients are at one place';
  }
  return undefined;
}

/** @throws RangeError when a place is no client's. */
export function routesOfTrips(problem: Problem, all: readonly Trips[]): Route[] {
  const clientAt = new Map(problem.clients.map(({ place }, client) => [place, client]));
  const visit = (place: number) => {
    const client = clientAt.get(place);
    if (client === undefined) throw new RangeError(`nobody is to be visited at place ${place}`);
    return { client };
  };
  return all.map((trips) => ({
    vehicle: 0,
    visits: trips.flatMap((trip, i) => [...(i > 0 ? [{ reload: 0 }] : []), ...trip.map(visit)]),
  }));
}

export function tripsOfRoutes(problem: Problem, routes: readonly Route[]): Trips[] {
  return routes.map(({ visits }) => {
    const trips: Trips = [[]];
    for (const visit of visits) {
      const place = 'client' in visit ? problem.clients[visit.client]?.place : undefined;
      if (place === undefined) trips.push([]);
      else trips.at(-1)?.push(place);
    }
    return trips;
  });
}

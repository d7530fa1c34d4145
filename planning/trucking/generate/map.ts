import type { Place, Problem } from '../water-day.ts';
import type { Random } from './random.ts';

/** A place before it has a position on the globe: kilometres east and north of the town's centre. */
export interface Spot {
  id: string;
  x: number;
  y: number;
}

const CENTRE = { lon: 113.0, lat: 27.5 };
const KM_PER_DEGREE = 111.2;

export function toPlace({ id, x, y }: Spot): Place {
  const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    id,
    name: id,
    lon: sixDecimals(CENTRE.lon + x / (KM_PER_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180))),
    lat: sixDecimals(CENTRE.lat + y / KM_PER_DEGREE),
  };
}

/** Roads longer than the crow flies, a little different there and back. */
export function drive(random: Random, from: Spot, to: Spot, kmPerHour: number) {
  const km = Math.hypot(from.x - to.x, from.y - to.y) * random.between(1.15, 1.5) + 0.2;
  return {
    metres: Math.round(km * 1000),
    seconds: Math.max(60, Math.round((km / kmPerHour) * 3600 * random.between(0.92, 1.08))),
  };
}

export function travelTables(random: Random, spots: Spot[]): Problem['travel'] {
  const kmPerHour = random.between(22, 38);
  const seconds: (number | null)[][] = spots.map(() => []);
  const metres: (number | null)[][] = spots.map(() => []);
  spots.forEach((from, i) => {
    spots.forEach((to, j) => {
      const way = i === j ? { seconds: 0, metres: 0 } : drive(random, from, to, kmPerHour);
      seconds[i]?.push(way.seconds);
      metres[i]?.push(way.metres);
    });
  });
  return { seconds, metres };
}

export function closeWay({ seconds, metres }: Problem['travel'], from: number, to: number): void {
  for (const table of [seconds, metres]) {
    const row = table[from];
    if (row) row[to] = null;
  }
}

import type { Spot } from './instance-text.ts';
import type { Random } from './random.ts';

export type Family = 'R1' | 'R2' | 'C1' | 'C2' | 'RC1' | 'RC2';

/** The first entry of every list is the depot. */
export interface Day {
  spots: Spot[];
  demands: number[];
  windows: (readonly [earliest: number, latest: number])[];
  /** Of each client. */
  service: number;
}

interface DayOptions {
  family: Family;
  clients: number;
  windowShare: number;
  width: readonly [least: number, most: number] | undefined;
}

/** Clients of one cluster of the C and RC families. */
const CLUSTER = 10;

const WIDTHS = { R1: 10, R2: 240, C1: 60, C2: 160, RC1: 30, RC2: 120 };

/** Positions, demands and windows of a family, each window within reach of the depot on the way out and back. */
export function makeDay(random: Random, options: DayOptions): Day {
  const { family, clients, windowShare } = options;
  const [least, most] = options.width ?? [WIDTHS[family], WIDTHS[family]];
  if (!(windowShare >= 0 && windowShare <= 1)) {
    throw new RangeError(`windowShare is ${windowShare}; it must be from 0 to 1`);
  }
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least < 0 || most < least) {
    throw new RangeError(`width is ${least} to ${most}; it must be two whole numbers in order`);
  }
  const side = sideFor(clients);
  const service = family.startsWith('C') ? 90 : 10;
  const depot = { x: Math.round(side / 2), y: Math.round(side / 2) };
  const scattered = { R: clients, C: 0, RC: Math.floor(clients / 2) }[family.slice(0, -1)] ?? 0;
  const clusters = clustersOf(random, clients - scattered, side);
  const spots = [
    depot,
    ...Array.from({ length: scattered }, () => anywhere(random, side)),
    ...clusters.flat(),
  ];
  const horizon = horizonFor(family, clients, side);
  const visited = family.startsWith('C') ? arrivals(random, depot, clusters, horizon, service) : [];
  const windows: Day['windows'] = [[0, horizon]];
  const demands = [0];
  for (const [i, spot] of spots.slice(1).entries()) {
    const away = Math.ceil(apart(depot, spot));
    const last = horizon - service - away;
    const centre = visited[i] ?? away + random.fraction() * Math.max(0, last - away);
    const width = random.whole(least, most);
    const open = random.fraction() < windowShare;
    const latest = open ? Math.min(last, Math.max(away, Math.round(centre + width / 2))) : last;
    windows.push([open ? Math.max(0, latest - width) : 0, latest]);
    demands.push(
      i < scattered
        ? Math.min(50, Math.max(1, Math.round(15 + 9 * random.normal())))
        : 10 * random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4]),
    );
  }
  return { spots, demands, windows, service };
}

/** 100 units for 100 clients, 140 for 200, 500 for 1,000: the squares of the published sets. */
function sideFor(clients: number): number {
  if (clients < 200) return 100;
  return Math.round(clients <= 400 ? 80 + 0.3 * clients : clients / 2);
}

function horizonFor(family: Family, clients: number, side: number): number {
  const small = clients < 200;
  const horizons = {
    R1: small ? 240 : 3.9 * side,
    R2: small ? 1000 : 15.4 * side,
    RC1: small ? 240 : 3.7 * side,
    RC2: small ? 960 : 14.6 * side,
    C1: Math.max(1090 + 1.47 * side, 3 * side),
    C2: Math.max(3260 + 1.31 * side, 7.8 * side),
  };
  return Math.round(horizons[family]);
}

function anywhere(random: Random, side: number): Spot {
  return { x: random.whole(0, side), y: random.whole(0, side) };
}

function clustersOf(random: Random, clients: number, side: number): Spot[][] {
  const clusters: Spot[][] = [];
  const spread = side / 25;
  const inside = (value: number): number => Math.round(Math.min(side, Math.max(0, value)));
  for (let left = clients; left > 0; left -= CLUSTER) {
    const centre = anywhere(random, side);
    clusters.push(
      Array.from({ length: Math.min(left, CLUSTER) }, () => ({
        x: inside(centre.x + spread * random.normal()),
        y: inside(centre.y + spread * random.normal()),
      })),
    );
  }
  return clusters;
}

/** When a vehicle would come by that serves its clusters one after the other, always the nearest client next. */
function arrivals(
  random: Random,
  depot: Spot,
  clusters: Spot[][],
  horizon: number,
  service: number,
): number[] {
  const first: number[] = [];
  let count = 0;
  for (const cluster of clusters) {
    first.push(count);
    count += cluster.length;
  }
  const at = Array.from({ length: count }, () => 0);
  let now = 0;
  let place = depot;
  for (const index of random.shuffle([...clusters.keys()])) {
    const left = new Set((clusters[index] ?? []).map((spot, i) => ({ spot, i })));
    while (left.size > 0) {
      const next = [...left].reduce((a, b) =>
        apart(place, b.spot) < apart(place, a.spot) ? b : a,
      );
      const here = now + apart(place, next.spot);
      const tooLate = here + service + apart(next.spot, depot) > horizon;
      const arrive = tooLate ? apart(depot, next.spot) : here;
      at[(first[index] ?? 0) + next.i] = arrive;
      now = arrive + service;
      place = next.spot;
      left.delete(next);
    }
  }
  return at;
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

import { instanceText, type Spot } from './instance-text.ts';
import { type Random, requireWhole, seeded } from './random.ts';

export type DemandKind = 'unit' | '1-10' | '5-10' | '1-100' | '50-100' | 'quadrant' | 'many-small';

export interface CapacitatedOptions {
  /** Whole, 1 to 19,999. Default 100. */
  clients?: number;
  /** In the middle, in the corner, or anywhere. Default: by the seed. */
  depot?: 'centre' | 'corner' | 'random';
  /** Where the clients are. Default: by the seed. */
  positions?: 'random' | 'clustered' | 'half';
  /** Default: by the seed. */
  demands?: DemandKind;
  /** How many clients a full vehicle serves, about: more than 0. Default: 3 to 25, most often around 6, by the seed. */
  routeSize?: number;
}

/** Side of the square, as in the X set. */
const SIDE = 1000;

/** A cluster's pull falls by the factor e each so many units. */
const PULL = 40;

const RANGES = {
  unit: [1, 1],
  '1-10': [1, 10],
  '5-10': [5, 10],
  '1-100': [1, 100],
  '50-100': [50, 100],
} as const;

/**
 * A capacitated instance after the recipe of the X set (Uchoa et al. 2017, New benchmark instances for the Capacitated
 * Vehicle Routing Problem, EJOR 257): one depot, as many vehicles as one likes, distances rounded to whole numbers.
 *
 * @param seed any whole number; the same seed and options give the same text.
 * @returns the text of a VRPLIB file; its name tells seed, clients and kind.
 * @throws RangeError when seed, `clients` or `routeSize` is not such a number.
 */
export function capacitatedText(seed: number, options: CapacitatedOptions = {}): string {
  requireWhole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const random = seeded(seed);
  const clients = options.clients ?? 100;
  requireWhole('clients', clients, 1, 19_999);
  const depot = options.depot ?? random.pick(['centre', 'corner', 'random']);
  const positions = options.positions ?? random.pick(['random', 'clustered', 'half']);
  const kind =
    options.demands ??
    random.pick(['unit', '1-10', '5-10', '1-100', '50-100', 'quadrant', 'many-small']);
  const routeSize = options.routeSize ?? triangular(random.fraction(), 3, 6, 25);
  if (!(routeSize > 0 && routeSize <= 1e6)) {
    throw new RangeError(`routeSize is ${routeSize}; it must be more than 0 and at most 1000000`);
  }

  const spots = placeAll(random, clients, depot, positions);
  const largeShare = 0.05 + 0.25 * random.fraction();
  const demands = spots.slice(1).map((spot) => demandOf(random, kind, spot, largeShare));
  const total = demands.reduce((sum, demand) => sum + demand, 0);
  const capacity = Math.ceil((routeSize * total) / clients);
  return instanceText({
    fields: [
      ['NAME', `made-${seed}-n${clients + 1}-${depot}-${positions}-${kind}`],
      ['COMMENT', '"Made up after Uchoa et al. (2017)"'],
      ['TYPE', 'CVRP'],
      ['DIMENSION', clients + 1],
      ['EDGE_WEIGHT_TYPE', 'EUC_2D'],
      ['CAPACITY', demands.reduce((most, demand) => Math.max(most, demand), capacity)],
    ],
    spots,
    demands: [0, ...demands],
  });
}

/** No two in the same spot. */
function placeAll(random: Random, clients: number, depot: string, positions: string): Spot[] {
  const taken = new Set<number>();
  const spots: Spot[] = [];
  const place = (spot: Spot): boolean => {
    const key = spot.x * (SIDE + 1) + spot.y;
    if (taken.has(key)) return false;
    taken.add(key);
    spots.push(spot);
    return true;
  };
  const anywhere = (): Spot => ({ x: random.whole(0, SIDE), y: random.whole(0, SIDE) });
  const middle = SIDE / 2;
  if (depot === 'centre') place({ x: middle, y: middle });
  else if (depot === 'corner') place({ x: 0, y: 0 });
  else place(anywhere());

  const free = { random: clients, clustered: 0, half: Math.floor(clients / 2) }[positions] ?? 0;
  const seeds = positions === 'random' ? 0 : Math.min(random.whole(3, 8), clients - free);
  while (spots.length <= free + seeds) place(anywhere());
  const centres = spots.slice(free + 1);
  while (spots.length <= clients) {
    const spot = anywhere();
    const pull = centres.reduce(
      (sum, { x, y }) => sum + Math.exp(-Math.hypot(spot.x - x, spot.y - y) / PULL),
      0,
    );
    if (random.fraction() < pull || centres.length === 0) place(spot);
  }
  return spots;
}

function demandOf(random: Random, kind: DemandKind, { x, y }: Spot, largeShare: number): number {
  if (kind === 'quadrant') {
    return x < SIDE / 2 === y < SIDE / 2 ? random.whole(51, 100) : random.whole(1, 50);
  }
  if (kind === 'many-small') {
    return random.fraction() < largeShare ? random.whole(50, 100) : random.whole(1, 10);
  }
  const [least, most] = RANGES[kind];
  return random.whole(least, most);
}

function triangular(fraction: number, least: number, mode: number, most: number): number {
  const turn = (mode - least) / (most - least);
  return fraction < turn
    ? least + Math.sqrt(fraction * (most - least) * (mode - least))
    : most - Math.sqrt((1 - fraction) * (most - least) * (most - mode));
}

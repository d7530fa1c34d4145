import type { Problem, Tier } from '../water-day.ts';
import { closeWay, type Spot, toPlace, travelTables } from './map.ts';
import { makePoint } from './point.ts';
import { type Random, seeded } from './random.ts';
import { makeSources, type Supply } from './source.ts';
import { makeTanker } from './tanker.ts';

export interface GenerateOptions {
  /** Whole, 1 or more. Default: 3 to 60, by the seed, small ones more often. */
  points?: number;
  /** Whole, 1 or more. Default: enough for the supply. */
  tankers?: number;
  /** Whole, 1 or more. Default: one for each 15 points, 2 to 12. */
  sources?: number;
  /**
   * `scarce`: all sources together give less than the last tier needs; `plentiful`: the sources have no daily limit and
   * the tankers (unless their number is given), filled four times each, hold more than it. Default: by the seed.
   */
  supply?: Supply;
}

const TIERS: readonly [Tier[], ...Tier[][]] = [
  tiers(7.5, 15, 20),
  tiers(7.5, 15, 20),
  tiers(7.5, 15, 20),
  tiers(7.5, 20),
  tiers(15),
  tiers(3, 7.5, 7.5, 40),
];

/**
 * A made-up day of water trucking: every part of `water-day/1` occurs over a few dozen seeds, `out` excepted, which
 * belongs to planning again (see `later`).
 *
 * @param seed any whole number; the same seed and options give the same problem everywhere.
 * @returns a problem that `parseProblem` accepts, from a hamlet's 3 points to a county's 600 with 120 tankers.
 * @throws RangeError when an option is not a whole number of at least 1.
 */
export function generate(seed: number, options: GenerateOptions = {}): Problem {
  for (const [name, value] of Object.entries({ seed, ...options })) {
    if (name === 'supply' || value === undefined) continue;
    if (!Number.isSafeInteger(value) || (name !== 'seed' && Number(value) < 1)) {
      throw new RangeError(
        `${name} is ${value}; it must be a whole number${name === 'seed' ? '' : ', 1 or more'}`,
      );
    }
  }
  const random = seeded(seed);
  const pointCount = options.points ?? Math.floor(3 * 20 ** random.fraction() + 0.5);
  const supply = options.supply ?? random.pick(['scarce', 'even', 'plentiful']);
  const sourceCount = options.sources ?? Math.min(12, Math.max(2, Math.ceil(pointCount / 15)));
  const depots = pointCount > 10 ? 2 : 1;

  const span = 4 + Math.sqrt(pointCount) * 1.5;
  const spot = (id: string): Spot => ({
    id,
    x: random.between(-span, span),
    y: random.between(-span, span),
  });
  const spots = [
    ...Array.from({ length: depots }, (_, i) => spot(`depot-${i + 1}`)),
    ...Array.from({ length: sourceCount }, (_, i) => spot(`src${i + 1}`)),
    ...Array.from({ length: pointCount }, (_, i) => spot(`pt${i + 1}`)),
  ];
  const problem: Problem = {
    format: 'water-day/1',
    name: `generated-${seed}`,
    day: { date: '2022-11-10', from: 25200, to: random.pick([86400, 86400, 72000]) },
    places: spots.map(toPlace),
    travel: travelTables(random, spots),
    tiers: structuredClone(random.pick(TIERS)),
    tankers: [],
    sources: [],
    points: [],
  };
  const { day } = problem;
  problem.points = Array.from({ length: pointCount }, (_, i) =>
    makePoint(random, i + 1, problem.tiers, day),
  );
  if (pointCount > 3 && random.chance(0.3)) shareAPlace(random, problem);
  const need = problem.points.reduce((sum, point) => {
    const each = point.litresPerPerson?.at(-1) ?? problem.tiers.at(-1)?.litresPerPerson ?? 0;
    return sum + Math.max(0, point.people * each - (point.have ?? 0));
  }, 0);
  problem.sources = makeSources(random, sourceCount, day, supply, need);

  const enough = options.tankers === undefined && supply === 'plentiful' ? need / 4 : 0;
  const tankerCount =
    options.tankers ??
    Math.max(1, Math.ceil(pointCount / random.whole(4, supply === 'scarce' ? 14 : 8)));
  for (let litres = 0; problem.tankers.length < tankerCount || litres < enough; ) {
    const tanker = makeTanker(random, problem.tankers.length + 1, depots, day);
    litres += tanker.litres;
    problem.tankers.push(tanker);
  }
  if (random.chance(0.6)) closeSomeWays(random, problem.travel);
  if (random.chance(0.15)) cutOff(random, problem);
  return problem;
}

function tiers(...figures: number[]): Tier[] {
  const names = figures.length === 3 ? ['survival', 'basic', 'full'] : [];
  return figures.map((litresPerPerson, i) => ({
    name: names[i] ?? `tier-${i + 1}`,
    litresPerPerson,
  }));
}

function shareAPlace(random: Random, { points, sources }: Problem): void {
  const [first, second] = points;
  if (first && second)
    second.place = random.chance(0.5) ? first.place : (sources[0]?.place ?? 'src1');
}

function closeSomeWays(random: Random, travel: Problem['travel']): void {
  const size = travel.seconds.length;
  const ways = Math.max(1, Math.round(size * size * random.between(0.001, 0.01)));
  for (let k = 0; k < ways; k++)
    closeWay(travel, random.whole(0, size - 1), random.whole(0, size - 1));
}

/** A point that nobody can reach. */
function cutOff(random: Random, { places, points, travel }: Problem): void {
  const point = points[random.whole(0, points.length - 1)];
  const at = places.findIndex((place) => place.id === point?.place);
  for (let i = 0; i < places.length; i++) closeWay(travel, i, at);
}

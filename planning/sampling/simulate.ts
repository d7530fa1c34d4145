import { type Settings, settingsOf } from './plan.ts';
import type { Chance, Plan, Problem, Simulation, Spread } from './problem.ts';
import { type Random, randomFrom } from './random.ts';
import { requireChance, requireProblem } from './refuse.ts';

interface Run {
  seconds: number;
  tubes: number;
  longestWait: number;
  longestQueue: number;
  /** When each who came stood in the queue, and was swabbed, seconds after the start; in the order of the queue. */
  came: Float64Array;
  served: Float64Array;
}

/**
 * Plays a planned session through, again and again: people come late, some not at all, swabs take longer and shorter.
 *
 * One queue; whoever comes first goes to the table that is free first. A table opens a tube only where the open ones
 * have no room for all who are still to come, so tubes stay the fewest; towards the end a table may therefore stand idle.
 * Who does not come is known, as by a list: no tube is kept open for them. Times are lognormal.
 *
 * @param of the problem that `planned` was made from.
 * @param planned when who is called; its calls alone are used.
 * @param chance see `Chance` for units, ranges and defaults.
 * @returns figures over all runs; a function of the arguments alone.
 * @throws InvalidProblem for a problem or chances out of range.
 */
export function simulate(of: Problem, planned: Plan, chance: Chance = {}): Simulation {
  requireProblem(of);
  requireChance(chance);
  const settings = settingsOf(of);
  const { runs = 200, seed = 1, late = 120, missing = 0, variation = 0.3 } = chance;
  const random = randomFrom(seed);
  const played = Array.from({ length: runs }, () =>
    play(settings, planned, random, { late, missing, variation }),
  );
  const waits = Float64Array.from(
    played.flatMap(({ came, served }) => Array.from(came, (at, i) => (served[i] ?? at) - at)),
  ).sort();
  const over = waits.length - countUpTo(waits, settings.mostWait);
  const byLength = [...played].sort((a, b) => a.seconds - b.seconds);
  return {
    runs,
    seconds: spread(played.map(({ seconds }) => seconds)),
    longestWait: spread(played.map(({ longestWait }) => longestWait)),
    wait95: Math.round(waits[Math.ceil(waits.length * 0.95) - 1] ?? 0),
    over: waits.length === 0 ? 0 : over / waits.length,
    longestQueue: spread(played.map(({ longestQueue }) => longestQueue)),
    tubes: spread(played.map(({ tubes }) => tubes)),
    queue: byMinute(byLength[Math.floor(runs / 2)] as Run),
  };
}

function play(
  { samplers, perTube, start, swab, tube }: Settings,
  { calls }: Plan,
  random: Random,
  { late, missing, variation }: Required<Pick<Chance, 'late' | 'missing' | 'variation'>>,
): Run {
  const arrivals: number[] = [];
  for (const call of calls)
    for (let i = 0; i < call.people; i += 1)
      if (random.share() >= missing) arrivals.push(call.at - start + random.share() * late);
  const came = Float64Array.from(arrivals).sort();
  const served = new Float64Array(came.length);
  const taking = lognormal(random, variation);
  const freeAt = new Float64Array(samplers);
  const room = new Int32Array(samplers);
  let [tubes, places, seconds, longestWait] = [0, 0, 0, 0];
  for (let i = 0; i < came.length; i += 1) {
    const left = came.length - i;
    const mayOpen = places < left;
    // The table that is free first of those that may take somebody.
    let table = -1;
    for (let t = 0; t < samplers; t += 1) {
      if ((room[t] ?? 0) === 0 && !mayOpen) continue;
      if (table < 0 || (freeAt[t] ?? 0) < (freeAt[table] ?? 0)) table = t;
    }
    if ((room[table] ?? 0) === 0) {
      tubes += 1;
      room[table] = perTube;
      places += perTube;
    }
    const at = Math.max(freeAt[table] ?? 0, came[i] ?? 0, 0);
    served[i] = at;
    longestWait = Math.max(longestWait, at - (came[i] ?? 0));
    const inTube = (room[table] ?? 0) - 1;
    room[table] = inTube;
    places -= 1;
    // Full, or nobody is left for it: it is closed.
    const closes = inTube === 0 || left === 1;
    freeAt[table] = at + taking(swab) + (closes ? taking(tube) : 0);
    if (closes) room[table] = 0;
    seconds = Math.max(seconds, freeAt[table] ?? 0);
  }
  // Tubes that others leave open when the last has gone are closed where they stand.
  for (let t = 0; t < samplers; t += 1)
    if ((room[t] ?? 0) > 0) seconds = Math.max(seconds, (freeAt[t] ?? 0) + taking(tube));
  return { seconds, tubes, longestWait, longestQueue: longestOf(came, served), came, served };
}

/** Draws times about a mean, never below nothing. */
function lognormal(random: Random, variation: number): (mean: number) => number {
  const variance = Math.log(1 + variation ** 2);
  const deviation = Math.sqrt(variance);
  return (mean) =>
    variation === 0 ? mean : mean * Math.exp(deviation * random.normal() - variance / 2);
}

/** The queue is longest just after somebody has come. */
function longestOf(came: Float64Array, served: Float64Array): number {
  const starts = Float64Array.from(served).sort();
  return came.reduce(
    (longest, now) => Math.max(longest, countUpTo(came, now) - countUpTo(starts, now)),
    0,
  );
}

function byMinute({ came, served, seconds }: Run): number[] {
  const starts = Float64Array.from(served).sort();
  return Array.from({ length: Math.ceil(seconds / 60) + 1 }, (_, minute) =>
    Math.max(0, countUpTo(came, minute * 60) - countUpTo(starts, minute * 60)),
  );
}

/** How many of a sorted list are at most this. */
function countUpTo(sorted: Float64Array, most: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spread(values: number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}

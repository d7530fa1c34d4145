import { NO_WAY, type Problem, type Profile } from '../problem.ts';
import { type FaultList, type Say, say } from './fault.ts';

/** Two legs, each with the price of a change, have to stay below what stands for no way at all. */
const MOST_LEG = 2 ** 28 - 1;

/** Times, distances and loads are added in 32 bits, with a sign. */
const MOST = 2 ** 31 - 1;

/**
 * That nothing that can be added up leaves its range: times, distances and loads of a route 2^31 - 1, a leg's cost 2^28 - 1,
 * all costs 2^53 - 1. Looked at is a route that visits every client by its longest leg, and reloads before each if it may.
 * Expects a well-formed problem.
 */
export function readSums(faults: FaultList, problem: Problem): void {
  const { clients, profiles, previous } = problem;
  const demand = sum(clients.map((client) => client.demand ?? 0));
  limit(faults, demand, MOST, 'clients', say('需求合计', 'the sum of the demands'));
  const waits = stationary(problem);
  const driven = new Map<Int32Array, number>();
  const longest = ({ distances, durations }: Profile): number[] =>
    [distances, durations].map((matrix) => {
      const known = driven.get(matrix) ?? longestRoute(problem, matrix);
      driven.set(matrix, known);
      return known;
    });
  let travel = 0;
  for (const [i, profile] of profiles.entries()) {
    const at = `profiles[${i}]`;
    const [distance = 0, duration = 0] = longest(profile);
    const time = duration + waits;
    limit(faults, distance, MOST, `${at}.distances`, say('最长路线的里程', 'the longest route'));
    limit(
      faults,
      time,
      MOST,
      `${at}.durations`,
      say('最长路线的时间', 'the latest time of a route'),
    );
    for (const type of problem.vehicles) {
      if ((type.profile ?? 0) !== i) continue;
      const { distanceCost = 1, durationCost = 0, fixedCost = 0 } = type;
      const rates = distance * distanceCost + time * durationCost;
      travel = Math.max(travel, rates + clients.length * fixedCost);
    }
  }
  const prizes = sum(clients.map((client) => client.prize ?? 0));
  const cost = travel + prizes + clients.length * (previous?.price ?? 0);
  limit(faults, cost, Number.MAX_SAFE_INTEGER, '', say('成本合计', 'the highest cost'));
  if (faults.none) readLegs(faults, problem);
}

/** That what a leg costs can be told from no way at all. */
function readLegs(faults: FaultList, { profiles, vehicles, previous }: Problem): void {
  for (const [i, { distances }] of profiles.entries()) {
    const dearest = vehicles
      .filter(({ profile = 0 }) => profile === i)
      .reduce((most, { distanceCost = 1 }) => Math.max(most, distanceCost), 0);
    const longest = distances.reduce((most, way) => (way < NO_WAY && way > most ? way : most), 0);
    const cost = longest * dearest + (previous?.price ?? 0);
    const at = `profiles[${i}].distances`;
    limit(faults, cost, MOST_LEG, at, say('一段路的成本', 'the cost of a leg'));
  }
}

/** The latest moment at which anything may have to begin, and all that then takes time without driving. */
function stationary({ clients, depots, vehicles }: Problem): number {
  const openings = [...clients, ...depots, ...vehicles].map(({ earliest = 0 }) => earliest);
  const releases = clients.map(({ release = 0 }) => release);
  const latest = [...openings, ...releases].reduce((a, b) => Math.max(a, b), 0);
  const load = depots.reduce((most, { service = 0 }) => Math.max(most, service), 0);
  const loads = 1 + reloadsAtMost(vehicles, clients.length);
  return latest + load * loads + sum(clients.map(({ service = 0 }) => service));
}

function longestRoute({ places, clients, depots, vehicles }: Problem, matrix: Int32Array): number {
  const into = new Int32Array(places);
  for (let from = 0; from < places; from++) {
    const row = from * places;
    for (let to = 0; to < places; to++) {
      const entry = matrix[row + to] ?? 0;
      if (entry < NO_WAY && entry > (into[to] ?? 0)) into[to] = entry;
    }
  }
  const toDepot = depots.reduce((most, { place }) => Math.max(most, into[place] ?? 0), 0);
  const reloads = reloadsAtMost(vehicles, clients.length);
  return toDepot * (reloads + 1) + sum(clients.map(({ place }) => into[place] ?? 0));
}

/** More reloads than clients help nobody. */
function reloadsAtMost(vehicles: Problem['vehicles'], clients: number): number {
  return vehicles.reduce((most, { reloads = [], reloadsAtMost: limited = clients }) => {
    return reloads.length === 0 ? most : Math.max(most, Math.min(limited, clients));
  }, 0);
}

function limit(faults: FaultList, value: number, most: number, at: string, what: Say): void {
  if (value <= most) return;
  const cause = say(
    `${what['zh-CN']}可达 ${value}，超过 ${most}`,
    `${what.en} can be ${value}, over ${most}`,
  );
  const remedy = say(
    '用更大的单位（例如米改为十米），或缩小数值；无限用省略表示',
    'use a larger unit (tens of metres, say) or smaller numbers; leave out what is unlimited',
  );
  faults.add('sum-over', at, cause, remedy);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

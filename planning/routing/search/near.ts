import { NO_WAY } from '../problem.ts';

interface Places {
  N: number;
  P: number;
  place: Int32Array;
  cost: Int32Array;
  costTo: Int32Array;
  time: Int32Array;
  service: Int32Array;
  earliest: Int32Array;
  latest: Int32Array;
  count: number;
  times: boolean;
}

/** How much a unit of unavoidable waiting, and of unavoidable lateness, counts beside a unit of cost. */
const WAITING = 0.2;
const LATENESS = 1;

/**
 * For each client the clients that could well stand next to it on a route, best first: near by, and with windows that
 * follow on each other (Vidal et al. 2013, granular neighbourhood).
 */
export function nearest(places: Places): { count: number; list: Int32Array } {
  const { N, P, place, cost, costTo, time, service, earliest, latest, count, times } = places;
  const list = new Int32Array(N * count);
  const far = new Float64Array(count);
  for (let c = 0; c < N; c += 1) {
    const row = (place[c] as number) * P;
    let held = 0;
    for (let other = 0; other < N; other += 1) {
      if (other === c) continue;
      const at = place[other] as number;
      let there = cost[row + at] as number;
      let back = costTo[row + at] as number;
      if (held === count && (there < back ? there : back) >= (far[count - 1] as number)) continue;
      if (times) {
        const travel = time[row + at] as number;
        const travelBack = time[at * P + (place[c] as number)] as number;
        there += apart(c, other, travel, service, earliest, latest);
        back += apart(other, c, travelBack, service, earliest, latest);
      }
      const gap = there < back ? there : back;
      if (held === count && gap >= (far[count - 1] as number)) continue;
      let k = held < count ? held : count - 1;
      while (k > 0 && (far[k - 1] as number) > gap) {
        far[k] = far[k - 1] as number;
        list[c * count + k] = list[c * count + k - 1] as number;
        k -= 1;
      }
      far[k] = gap;
      list[c * count + k] = other;
      if (held < count) held += 1;
    }
  }
  return { count, list };
}

function apart(
  from: number,
  to: number,
  travel: number,
  service: Int32Array,
  earliest: Int32Array,
  latest: Int32Array,
): number {
  if (travel >= NO_WAY) return NO_WAY;
  const spent = (service[from] as number) + travel;
  const wait = (earliest[to] as number) - (latest[from] as number) - spent;
  if (wait > 0) return WAITING * wait;
  const late = (earliest[from] as number) + spent - (latest[to] as number);
  return late > 0 ? LATENESS * late : 0;
}

import type { Interval } from '../water-day.ts';
import { type Day, finishFrom, shortest } from './day.ts';

/** When new stops can be, were every tanker alone in the world. */
export interface Reach {
  /** Earliest finish of a new delivery to each point, Infinity: never. */
  first: Float64Array;
  /** Latest finish from which a tanker is still home in time. */
  last: Float64Array;
  /** Earliest arrival of a tanker at each source, and latest finish of a fill there. */
  filling: Interval[];
}

export function reachOf(day: Day): Reach {
  const { S, N, V, drive, open, problem } = day;
  const first = new Float64Array(N).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(N).fill(Number.NEGATIVE_INFINITY);
  const begin = new Float64Array(S).fill(Number.POSITIVE_INFINITY);
  const end = new Float64Array(S).fill(Number.NEGATIVE_INFINITY);
  const filled = new Float64Array(S);
  for (const { litres, from, home, to, load } of day.tankers) {
    if (from.length === 0) continue;
    const arrival = (node: number): number =>
      Math.min(
        ...from.map((at) => at.time + (at.node < 0 ? 0 : (drive[at.node * V + node] as number))),
      );
    for (let s = 0; s < S; s += 1) {
      const full = (day.left[s] as number) < 1 || (problem.sources[s]?.bays ?? 0) < 1;
      const arrive = arrival(s);
      const call = shortest(day, s);
      filled[s] = full ? Number.POSITIVE_INFINITY : finishFrom(open[s] as Interval[], arrive, call);
      begin[s] = Math.min(begin[s] as number, arrive);
      end[s] = Math.max(end[s] as number, to - (drive[s * V + home] as number));
    }
    for (let p = 0; p < N; p += 1) {
      const node = S + p;
      if (litres > (problem.points[p]?.maxTankerLitres ?? litres)) continue;
      let arrive = load > 0 ? arrival(node) : Number.POSITIVE_INFINITY;
      for (let s = 0; s < S; s += 1) {
        const there = (filled[s] as number) + (drive[s * V + node] as number);
        if (there < arrive) arrive = there;
      }
      const until = to - (drive[node * V + home] as number);
      const finish = finishFrom(open[node] as Interval[], arrive, shortest(day, node));
      if (finish > until) continue;
      first[p] = Math.min(first[p] as number, finish);
      last[p] = Math.max(last[p] as number, until);
    }
  }
  const filling = Array.from(begin, (time, s): Interval => [time, end[s] as number]);
  return { first, last, filling };
}

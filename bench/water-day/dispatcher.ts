import { openDay } from '@liangbuwu/trucking/check/day.ts';
import type { Problem, Route } from '@liangbuwu/trucking/water-day.ts';
import {
  type Crew,
  deliver,
  fill,
  openVillage,
  type Village,
  type Well,
} from './dispatcher-rules.ts';

/**
 * What an afternoon gives: the tanker that is free first takes the fill and chain of points that relieve most hardship a second in the
 * first tier that it can do anything for. It keeps every rule, and takes nothing back.
 */
export function dispatch(problem: Problem): Route[] {
  const day = openDay(problem);
  const villages = problem.points.map((point) => openVillage(day, point));
  const wells = problem.sources.map((source): Well => ({ source, booked: [] }));
  const crews = problem.tankers.map((tanker): Crew => {
    const { home, from, loaded = 0 } = tanker;
    const stops = [{ kind: 'home' as const, at: from }];
    return { tanker, at: home, time: from, rested: from, load: loaded, stops };
  });

  const tryTrip = (crew: Crew, well: Well | undefined, chain: Village[], k: number) => {
    const after = { ...crew, stops: [...crew.stops] };
    const filled = well && fill(day, after, well);
    if (well && !filled) return undefined;
    let relief = 0;
    const came = chain.map((village) => {
      const more = deliver(day, after, village, k);
      if (more) relief += village.misery([]) - village.misery([more]);
      return more;
    });
    if (came.includes(undefined)) return undefined;
    const note = () => {
      if (filled) well?.booked.push(filled);
      came.forEach((more, i) => more && chain[i]?.came.push(more));
      Object.assign(crew, after);
    };
    return { chain, rate: relief / (after.time - crew.time), note };
  };
  const bestTrip = (crew: Crew, k: number) => {
    const size = crew.tanker.litres;
    const may = ({ point, lack }: Village) =>
      lack(k) >= 1 && size <= (point.maxTankerLitres ?? size);
    const open = villages.filter(may);
    const chains = [undefined, ...wells].map((well) => {
      let best = tryTrip(crew, well, [], k);
      for (let last: Village[] | undefined; best && best.chain !== last; ) {
        last = best.chain;
        for (const next of open.filter((village) => !last?.includes(village))) {
          const trip = tryTrip(crew, well, [...last, next], k);
          if (trip && trip.rate > (best.rate || 0)) best = trip;
        }
      }
      return best;
    });
    return chains.reduce((a, b) => (b && b.rate > (a?.rate || 0) ? b : a), undefined);
  };

  for (const free = new Set(crews); free.size > 0; ) {
    const crew = [...free].reduce((a, b) => (b.time < a.time ? b : a));
    let trip: ReturnType<typeof bestTrip>;
    for (let k = 0; k < problem.tiers.length && !trip; k += 1) trip = bestTrip(crew, k);
    if (trip) trip.note();
    else free.delete(crew);
  }
  return crews.map(({ tanker, at, time, stops }) => {
    const way = day.findWay(at, tanker.home)?.seconds ?? 0;
    return { tanker: tanker.id, stops: [...stops, { kind: 'home', at: time + way }] };
  });
}

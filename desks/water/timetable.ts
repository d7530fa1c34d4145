import type { Plan, Problem, Stop } from '@liangbuwu/trucking/water-day.ts';
import type { Stretch, TankerDay } from './schedule.ts';

/** Every shift's day as stretches without a gap, from leaving home to being back. */
export function timetable(
  problem: Problem,
  plan: Plan,
  tankerOf: (shift: string) => string,
): TankerDay[] {
  const index = new Map(problem.places.map((place, i) => [place.id, i]));
  const shifts = new Map(problem.tankers.map((tanker) => [tanker.id, tanker]));
  const sources = new Map(problem.sources.map((source) => [source.id, source.place]));
  const points = new Map(problem.points.map((point) => [point.id, point.place]));

  const placeOf = (stop: Stop, home: string): string =>
    stop.kind === 'home'
      ? home
      : ((stop.kind === 'fill' ? sources.get(stop.source) : points.get(stop.point)) ?? home);
  const way = (from: string, to: string) => {
    const [a, b] = [index.get(from) ?? -1, index.get(to) ?? -1];
    if (from === to) return { seconds: 0, metres: 0 };
    return {
      seconds: problem.travel.seconds[a]?.[b] ?? 0,
      metres: problem.travel.metres[a]?.[b] ?? 0,
    };
  };

  return plan.routes.map(({ tanker: shift, stops }) => {
    const { home = '', rest, from = 0, to = 0 } = shifts.get(shift) ?? {};
    const stretches: Stretch[] = [];
    const stand = (from: number, to: number, place: string, at: string | null) => {
      if (to <= from) return;
      const waits = { litres: null, metres: null, at, place };
      // A long standstill is a rest as far as the rule asks for one; the remainder is waiting.
      const rested = rest && to - from >= rest.seconds ? from + rest.seconds : from;
      if (rested > from) stretches.push({ kind: 'rest', from, to: rested, ...waits });
      if (to > rested) stretches.push({ kind: 'wait', from: rested, to, ...waits });
    };
    let free = stops[0]?.kind === 'home' ? stops[0].at : 0;
    let here = home;
    for (const stop of stops.slice(1)) {
      const place = placeOf(stop, home);
      const arrive = stop.kind === 'home' ? stop.at : stop.arrive;
      const { seconds, metres } = way(here, place);
      const sets = Math.max(free, arrive - seconds);
      stand(free, sets, here, null);
      if (arrive > sets) {
        stretches.push({
          kind: 'drive',
          from: sets,
          to: arrive,
          litres: null,
          metres,
          at: null,
          place,
        });
      }
      if (stop.kind === 'home') free = arrive;
      else {
        const at = stop.kind === 'fill' ? stop.source : stop.point;
        stand(arrive, stop.start, place, at);
        const { kind, start, finish, litres } = stop;
        stretches.push({ kind, from: start, to: finish, litres, metres: null, at, place });
        free = finish;
      }
      here = place;
    }
    return {
      tanker: tankerOf(shift),
      shift,
      from,
      to,
      litres: total(
        stretches.filter(({ kind }) => kind === 'deliver'),
        'litres',
      ),
      metres: total(stretches, 'metres'),
      stretches,
    };
  });
}

const total = (stretches: readonly Stretch[], of: 'litres' | 'metres'): number =>
  stretches.reduce((sum, stretch) => sum + (stretch[of] ?? 0), 0);

import type { Activity, Problem } from './problem.ts';

interface Place {
  activity: Activity;
  start: number;
  way: number;
}

export interface Best {
  overload: number;
  total: number;
}

/** The best timetable by trying all of them; nothing where no timetable keeps openings, orders and who must be together. */
export function bestTimetable(problem: Problem): Best | undefined {
  let best: Best | undefined;
  const places: Place[] = [];
  const from = (i: number): void => {
    const activity = problem.activities[i];
    if (!activity) {
      const own = weighed(problem, places);
      if (!own) return;
      const better =
        !best ||
        own.overload < best.overload ||
        (own.overload === best.overload && own.total < best.total);
      if (better) best = own;
      return;
    }
    for (const start of activity.starts) {
      for (let way = 0; way < activity.ways.length; way += 1) {
        places.push({ activity, start, way });
        if (linksHold(problem, places) && isOpen(problem, places.at(-1) as Place)) from(i + 1);
        places.pop();
      }
    }
  };
  from(0);
  return best;
}

function linksHold({ orders = [], together = [] }: Problem, places: readonly Place[]): boolean {
  const at = (id: string): number =>
    places.find(({ activity }) => activity.id === id)?.start ?? Number.NaN;
  // What is not there yet is NaN, of which nothing is true.
  return (
    orders.every(({ before, after, least = 0, most = Infinity }) => {
      const apart = at(after) - at(before);
      return !(apart < least) && !(apart > most);
    }) &&
    together.every(({ activities: [a, b], most = Infinity }) => !(Math.abs(at(a) - at(b)) > most))
  );
}

function isOpen({ resources }: Problem, { activity, start, way }: Place): boolean {
  return (activity.ways[way]?.uses ?? []).every(({ resource: id, offset = 0, minutes }) => {
    const openings = resources.find((one) => one.id === id)?.openings;
    if (!openings) return true;
    for (let minute = start + offset; minute < start + offset + minutes; minute += 1) {
      const opening = openings.find(({ from, to }) => from <= minute && minute < to);
      if (!opening || (opening.kinds && !opening.kinds.includes(activity.kind ?? ''))) return false;
    }
    return true;
  });
}

function weighed(problem: Problem, places: readonly Place[]): Best {
  const { phases, together = [], previous = [], change = 0 } = problem;
  let total = 0;
  for (const { activity, start, way } of places) {
    const { id, people, preferred = start, weight = 1, ways } = activity;
    total += people * weight * Math.abs(start - preferred);
    const was = previous.find((one) => one.activity === id);
    if (was && (was.start !== start || was.way !== ways[way]?.id)) total += people * change;
  }
  const at = (id: string): number => places.find(({ activity }) => activity.id === id)?.start ?? 0;
  for (const {
    activities: [a, b],
    people,
    weight = 1,
  } of together)
    total += people * weight * Math.abs(at(a) - at(b));
  for (const { id, spread = 0 } of phases) {
    const starts = places.flatMap(({ activity, start }) => (activity.phase === id ? [start] : []));
    if (starts.length > 0) total += spread * (Math.max(...starts) - Math.min(...starts));
  }
  return { overload: overloadOf(problem, places), total };
}

function overloadOf({ resources }: Problem, places: readonly Place[]): number {
  let over = 0;
  for (const { id, capacity, openings = [], oneKind } of resources) {
    for (let minute = 0; minute < 40; minute += 1) {
      let load = 0;
      const kinds = new Set<string>();
      for (const { activity, start, way } of places) {
        for (const { resource, offset = 0, minutes, amount = activity.people } of activity.ways[way]
          ?.uses ?? []) {
          const from = start + offset;
          if (resource !== id || minute < from || minute >= from + minutes) continue;
          load += amount;
          kinds.add(activity.kind ?? '');
        }
      }
      const room = openings.find(({ from, to }) => from <= minute && minute < to)?.capacity;
      over += Math.max(0, load - (room ?? capacity));
      if (oneKind) over += Math.max(0, kinds.size - 1);
    }
  }
  return over;
}

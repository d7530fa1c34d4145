import type { Plan, Route as PlanRoute, Problem, Stop } from '../water-day.ts';
import type { Board, Route } from './board.ts';
import type { Day } from './day.ts';
import { scorePlan } from './score-plan.ts';

/** The routes of a board as stops with ids: kept stops first, then the new ones with their times. */
function writeRoutes(board: Board): PlanRoute[] {
  const { day } = board;
  const routes: PlanRoute[] = [];
  for (let r = 0; r < day.R; r += 1) {
    const stops = writeStops(day, r, board.routes[r] as Route);
    const tanker = day.problem.tankers[r];
    if (tanker && stops.length > 0) routes.push({ tanker: tanker.id, stops });
  }
  return [...routes, ...day.resume.gone];
}

function writeStops(day: Day, r: number, route: Route): Stop[] {
  const { problem } = day;
  const state = day.resume.tankers[r];
  const stops: Stop[] = [...(state?.kept ?? [])];
  if (route.count > 0 && stops.length === 0) stops.push({ kind: 'home', at: route.leave });
  for (let i = 0; i < route.count; i += 1) {
    const node = route.node[i] as number;
    const times = {
      arrive: route.arrive[i] as number,
      start: route.start[i] as number,
      finish: route.finish[i] as number,
      litres: route.litres[i] as number,
    };
    const source = problem.sources[node];
    const point = problem.points[node - day.S];
    if (node < day.S && source) stops.push({ kind: 'fill', source: source.id, ...times });
    else if (point) stops.push({ kind: 'deliver', point: point.id, ...times });
  }
  if (route.back >= 0) stops.push({ kind: 'home', at: route.back });
  return stops;
}

/** A plan without its rows of `short`. */
export function writePlan(board: Board, previous: Plan | undefined): Plan {
  const routes = writeRoutes(board);
  return planOf(board.day.problem, routes, previous, board.day.now);
}

export function planOf(
  problem: Problem,
  routes: PlanRoute[],
  previous: Plan | undefined,
  now: number,
): Plan {
  return {
    format: 'water-day-plan/1',
    problem: problem.name,
    routes,
    score: scorePlan(problem, routes, previous, now),
    short: [],
  };
}

import type { Interval, Plan, Problem, Tanker } from '../../water-day.ts';
import { type Board, copyRoute, lift, newBoard, newRoute, type Route, settle } from '../board.ts';
import { type Day, packDay } from '../day.ts';
import { resumeFrom } from '../resume.ts';

/** Where a trial added a fill and a delivery; `at` is -1 in routes that consist of additions only. */
interface Added {
  tanker: number;
  at: number;
}

/** Before stop `at` of tanker `r` (its count: before home) there are `seconds` to spare. */
export interface Gap {
  r: number;
  at: number;
  seconds: number;
}

/** One stop that a trial added. */
interface AddedStop {
  tanker: number;
  /** Node before it, and after it. */
  from: number;
  to: number;
  node: number;
  start: number;
  finish: number;
  litres: number;
}

/** A copy of a planned day to try changes on, with one spare tanker (the last) that stands idle until it is used. */
export interface Study {
  /** As it was given, without the spare tanker. */
  problem: Problem;
  day: Day;
  board: Board;
  spare: number;
  spareTanker: Tanker;
  added: Added[];
  /** Routes before the additions. */
  kept: Route[];
  /** Tankers that the plan leaves at home. */
  free: number[];
  /** What a tanker is, in words that alike ones share. */
  kinds: string[];
  /** Places in routes with time to spare, longest first. */
  gaps: Gap[];
}

/** A window that no service can lie in; it stands where a list has none, so that one can be set. */
export const NO_WINDOW: Interval[] = [[-2, -1]];

/** No gap shorter than this is looked at, seconds. */
const SHORTEST_GAP = 240;

export function openStudy(problem: Problem, board: Board, previous: Plan | undefined): Study {
  const home = problem.tankers[0]?.home ?? problem.sources[0]?.place ?? problem.places[0]?.id ?? '';
  const spareTanker: Tanker = { id: '', home, litres: 0, from: 0, to: 0 };
  const widened: Problem = {
    ...problem,
    tankers: [...problem.tankers.map((tanker) => ({ ...tanker })), spareTanker],
    sources: problem.sources.map((s) => (s.open.length > 0 ? s : { ...s, open: NO_WINDOW })),
    points: problem.points.map((p) => (p.open?.length === 0 ? { ...p, open: NO_WINDOW } : p)),
  };
  const day = packDay(widened, resumeFrom(widened, previous, board.day.now), false);
  const trial = newBoard(day, board.weights);
  board.routes.forEach((route, r) => {
    lift(trial, r);
    copyRoute(route, trial.routes[r] as Route);
    settle(trial, r);
  });
  const study: Study = {
    problem,
    day,
    board: trial,
    spare: problem.tankers.length,
    spareTanker,
    added: [],
    kept: trial.routes.map((route) => {
      const copy = newRoute(route.count + 8);
      copyRoute(route, copy);
      return copy;
    }),
    free: [],
    kinds: problem.tankers.map(({ id: _, ...kind }, r) =>
      JSON.stringify([kind, day.resume.tankers[r]?.load]),
    ),
    gaps: [],
  };
  for (let r = 0; r < study.spare; r += 1) {
    const route = trial.routes[r] as Route;
    const state = day.resume.tankers[r];
    if (state?.idle) continue;
    if (route.count > 0) findGaps(study, r);
    else if (route.back < 0 && state?.atHome) study.free.push(r);
  }
  study.gaps.sort((a, b) => b.seconds - a.seconds);
  return study;
}

function findGaps(study: Study, r: number): void {
  const { day, board } = study;
  const route = board.routes[r] as Route;
  const fresh = day.resume.tankers[r]?.kept.length === 0;
  let at = day.start[r] as number;
  let leave = fresh ? route.leave : Math.max(day.now, day.resume.tankers[r]?.since ?? 0);
  for (let i = 0; i <= route.count; i += 1) {
    const last = i === route.count;
    const node = last ? (day.home[r] as number) : (route.node[i] as number);
    const bound = last ? route.back : (route.start[i] as number);
    const seconds = bound - leave - (day.drive[at * day.V + node] as number);
    if (seconds >= SHORTEST_GAP) study.gaps.push({ r, at: i, seconds });
    at = node;
    if (!last) leave = route.finish[i] as number;
  }
}

/** Takes all additions off again. */
export function clearAdded(study: Study): void {
  const { board } = study;
  const touched = new Set(study.added.map(({ tanker }) => tanker));
  for (const r of touched) lift(board, r);
  for (const r of touched) {
    copyRoute(study.kept[r] as Route, board.routes[r] as Route);
    settle(board, r);
  }
  study.added = [];
}

/** Every stop that is added now. */
export function addedStops(study: Study): AddedStop[] {
  const { board, day } = study;
  const stops: AddedStop[] = [];
  const add = (r: number, i: number) => {
    const route = board.routes[r] as Route;
    stops.push({
      tanker: r,
      from: i > 0 ? (route.node[i - 1] as number) : (day.start[r] as number),
      to: i + 1 < route.count ? (route.node[i + 1] as number) : (day.home[r] as number),
      node: route.node[i] as number,
      start: route.start[i] as number,
      finish: route.finish[i] as number,
      litres: route.litres[i] as number,
    });
  };
  const whole = new Set<number>();
  for (const { tanker, at } of study.added) {
    if ((study.kept[tanker] as Route).count > 0) {
      add(tanker, at);
      add(tanker, at + 1);
    } else whole.add(tanker);
  }
  for (const r of whole) for (let i = 0; i < (board.routes[r] as Route).count; i += 1) add(r, i);
  return stops;
}

/** The free tankers, but of those that are alike in everything only the first that has nothing to do. */
export function differentFree(study: Study): number[] {
  const seen = new Set<string>();
  return study.free.filter((r) => {
    if ((study.board.routes[r] as Route).count > 0) return true;
    const key = `${study.kinds[r]} ${study.day.problem.tankers[r]?.from} ${study.day.until[r]}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Makes the spare tanker one of this kind; `undefined` takes it out of service. */
export function setSpare(study: Study, kind: Tanker | undefined): void {
  const { day, spare, spareTanker } = study;
  const home = day.problem.tankers.findIndex((tanker) => tanker.home === kind?.home);
  Object.assign(spareTanker, kind ?? { litres: 0, from: 0, to: 0 });
  day.size[spare] = kind?.litres ?? 0;
  day.until[spare] = kind?.to ?? 0;
  day.restEvery[spare] = kind?.rest?.every ?? -1;
  day.restSeconds[spare] = kind?.rest?.seconds ?? 0;
  if (home >= 0) {
    day.home[spare] = day.home[home] as number;
    day.start[spare] = day.home[home] as number;
  }
  day.problem.points.forEach((point, p) => {
    const fits = kind && kind.litres <= (point.maxTankerLitres ?? kind.litres);
    day.may[spare * day.N + p] = fits && (day.most[p] as number) > 0 ? 1 : 0;
  });
}

import {
  NEVER,
  NO_WAY,
  type Problem,
  type Route,
  type VehicleType,
  type Visit,
} from '../problem.ts';
import { type Say, say } from './fault.ts';

/** What stands against a route: at which visit, or at the route itself. */
export interface Obstruction {
  at: string;
  cause: Say;
}

const NO_WAY_TO_IT = say('没有路到这里', 'there is no way to it');
const TOO_LATE = say('最早到达也已太晚', 'is reached too late, however early the route begins');
const NO_RELOAD = say(
  '这种车辆不能在此补货',
  'vehicles of its type may not reload here, or not as often',
);
const TOO_MUCH = say('超过车辆容量', 'is more than the vehicle holds');
const TOO_LONG = say('时长超过 durationAtMost', 'takes longer than durationAtMost');
const TOO_FAR = say('里程超过 distanceAtMost', 'drives farther than distanceAtMost');

/** The first rule that keeps these visits from being a whole route, if there is one. Expects a well-formed problem. */
export function findObstruction(
  problem: Problem,
  { vehicle, visits }: Route,
  at: string,
): Obstruction | undefined {
  const type = problem.vehicles[vehicle] as VehicleType;
  const start = type.start ?? 0;
  const trial = new Trial(problem, type, start);
  const first = trial.load(start, visits);
  if (first) return { at, cause: first };
  for (const [i, visit] of visits.entries()) {
    const cause =
      'client' in visit
        ? trial.visit(visit.client)
        : trial.reload(visit.reload, visits.slice(i + 1));
    if (cause) return { at: `${at}.visits[${i}]`, cause };
  }
  const cause = trial.finish(type.end ?? start);
  return cause && { at, cause };
}

/** A route under way. When it began at `begin`, it is now the later of `begin + elapsed` and `floor`, what the waits impose. */
class Trial {
  readonly #problem: Problem;
  readonly #type: VehicleType;
  #place: number;
  #elapsed = 0;
  #floor = 0;
  #lastBegin = NEVER;
  #distance = 0;
  #load = 0;
  #reloads = 0;

  constructor(problem: Problem, type: VehicleType, start: number) {
    this.#problem = problem;
    this.#type = type;
    this.#place = problem.depots[start]?.place ?? 0;
  }

  reload(depot: number, then: Visit[]): Say | undefined {
    const { reloads = [], reloadsAtMost = Number.POSITIVE_INFINITY } = this.#type;
    this.#reloads++;
    if (!reloads.includes(depot) || this.#reloads > reloadsAtMost) return NO_RELOAD;
    return this.#drive(this.#problem.depots[depot]?.place ?? 0) ?? this.load(depot, then);
  }

  load(depot: number, then: Visit[]): Say | undefined {
    const { earliest = 0, latest = NEVER, service = 0 } = this.#problem.depots[depot] ?? {};
    this.#load = 0;
    this.#pass(service);
    this.#wait(Math.max(earliest, this.#releaseOf(then)));
    return this.#by(latest);
  }

  visit(client: number): Say | undefined {
    const visited = this.#problem.clients[client];
    this.#load += visited?.demand ?? 0;
    if (this.#load > (this.#type.capacity ?? Number.POSITIVE_INFINITY)) return TOO_MUCH;
    const noWay = this.#drive(visited?.place ?? 0);
    if (noWay) return noWay;
    this.#wait(visited?.earliest ?? 0);
    const late = this.#by(visited?.latest ?? NEVER);
    this.#pass(visited?.service ?? 0);
    return late;
  }

  finish(end: number): Say | undefined {
    const { durationAtMost, distanceAtMost, latest = NEVER } = this.#type;
    const depot = this.#problem.depots[end];
    const stuck =
      this.#drive(depot?.place ?? 0) ?? this.#by(Math.min(latest, depot?.latest ?? NEVER));
    if (stuck) return stuck;
    const shortest = Math.max(this.#elapsed, this.#floor - this.#lastBegin);
    if (shortest > (durationAtMost ?? Number.POSITIVE_INFINITY)) return TOO_LONG;
    return this.#distance > (distanceAtMost ?? Number.POSITIVE_INFINITY) ? TOO_FAR : undefined;
  }

  #drive(place: number): Say | undefined {
    const { places, profiles } = this.#problem;
    const profile = profiles[this.#type.profile ?? 0];
    const metres = profile?.distances[this.#place * places + place] ?? NO_WAY;
    const seconds = profile?.durations[this.#place * places + place] ?? NO_WAY;
    if (metres >= NO_WAY || seconds >= NO_WAY) return NO_WAY_TO_IT;
    this.#distance += metres;
    this.#place = place;
    this.#pass(seconds);
    return undefined;
  }

  #pass(time: number): void {
    this.#elapsed += time;
    this.#floor += time;
  }

  #wait(moment: number): void {
    this.#floor = Math.max(this.#floor, moment);
  }

  #by(latest: number): Say | undefined {
    this.#lastBegin = Math.min(this.#lastBegin, latest - this.#elapsed);
    const inTime = this.#floor <= latest && this.#lastBegin >= (this.#type.earliest ?? 0);
    return inTime ? undefined : TOO_LATE;
  }

  /** When everything for the trip that begins with these visits is released. */
  #releaseOf(visits: Visit[]): number {
    let latest = 0;
    for (const visit of visits) {
      if ('reload' in visit) break;
      latest = Math.max(latest, this.#problem.clients[visit.client]?.release ?? 0);
    }
    return latest;
  }
}

/** Times in whole seconds of any one clock. */
export interface Carrying {
  /** When each carrier is free to leave. */
  free: readonly number[];
  perRound: number;
  /** Seconds of a round to each building. */
  takes: ReadonlyMap<string, number>;
  parcels: readonly { id: string; building: string; ready: number }[];
}

export interface CarriedRound {
  building: string;
  /** Its place in `free`. */
  carrier: number;
  leaves: number;
  back: number;
  parcels: string[];
}

export interface CarryPlan {
  rounds: CarriedRound[];
  /** When the last carrier is back. */
  ends: number;
  /** No plan whatever ends before this. */
  bound: number;
}

interface Load {
  building: string;
  ready: number;
  takes: number;
  parcels: string[];
}

/**
 * Which parcels go to which building, with which carrier, when: the last round back as early as can be, and what is ready
 * first goes first.
 *
 * A round goes to one building, so a building’s parcels are put together from the last one that is ready backwards, each
 * round full but the first. No plan is ever better with other rounds: of the k last rounds to a building in any plan, the
 * first leaves no sooner than this one is ready (Ikura and Gimple, 1986). What is left is rounds that take known times,
 * from known moments, on a few equal carriers; they are listed in several orders, and the plan that ends first is kept.
 */
export function planRounds(problem: Carrying): CarryPlan {
  const loads = loadsOf(problem);
  const bound = boundOf(loads, problem.free);
  const byReady = (a: Load, b: Load) => a.ready - b.ready;
  const longest = (a: Load, b: Load) => b.takes - a.takes;
  const orders: ((a: Load, b: Load) => number)[] = [
    (a, b) => byReady(a, b) || longest(a, b),
    (a, b) => longest(a, b) || byReady(a, b),
    (a, b) => b.ready + b.takes - (a.ready + a.takes) || longest(a, b),
  ];
  let best: CarriedRound[] | undefined;
  let ends = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    const rounds = schedule([...loads].sort(order), problem.free);
    const last = endOf(rounds, problem.free);
    if (last < ends) [best, ends] = [rounds, last];
    if (ends === bound) break;
  }
  return { rounds: best ?? [], ends: loads.length === 0 ? bound : ends, bound };
}

function loadsOf({ parcels, perRound, takes }: Carrying): Load[] {
  const by = Map.groupBy(parcels, ({ building }) => building);
  return [...by].flatMap(([building, all]) => {
    const last = [...all].sort((a, b) => a.ready - b.ready || (a.id < b.id ? -1 : 1));
    const loads: Load[] = [];
    while (last.length > 0) {
      const full = last.splice(Math.max(0, last.length - perRound));
      loads.unshift({
        building,
        ready: full.at(-1)?.ready ?? 0,
        takes: takes.get(building) ?? 0,
        parcels: full.map(({ id }) => id),
      });
    }
    return loads;
  });
}

/** Whenever a carrier is free, the first in the list that is ready goes; where none is, the one that will be ready first. */
function schedule(list: readonly Load[], free: readonly number[]): CarriedRound[] {
  const at = [...free];
  const waiting = [...list];
  const rounds: CarriedRound[] = [];
  while (waiting.length > 0) {
    const carrier = at.indexOf(Math.min(...at));
    const now = Math.max(at[carrier] ?? 0, Math.min(...waiting.map(({ ready }) => ready)));
    const next = waiting.findIndex(({ ready }) => ready <= now);
    const [load] = waiting.splice(next, 1);
    if (!load) break;
    const { building, takes, parcels } = load;
    rounds.push({ building, carrier, leaves: now, back: now + takes, parcels });
    at[carrier] = now + takes;
  }
  return rounds;
}

const endOf = (rounds: readonly CarriedRound[], free: readonly number[]): number =>
  rounds.reduce((last, { back }) => Math.max(last, back), Math.min(...free));

/** From every moment on: what is only ready then must be carried after it, by all carriers together, and the longest by one alone. */
function boundOf(loads: readonly Load[], free: readonly number[]): number {
  let bound = Math.min(...free);
  for (const from of new Set(loads.map(({ ready }) => ready))) {
    const after = loads.filter(({ ready }) => ready >= from);
    const begin = free.map((one) => Math.max(one, from)).sort((a, b) => a - b);
    const work = after.reduce((sum, { takes }) => sum + takes, 0);
    const longest = Math.max(...after.map(({ takes }) => takes));
    bound = Math.max(bound, (begin[0] ?? from) + longest, sharedEnd(begin, work));
  }
  return bound;
}

/** The earliest end of so much work, were it shared out to the second among those who begin at these moments. */
function sharedEnd(begin: readonly number[], work: number): number {
  let sum = 0;
  for (let many = 1; many <= begin.length; many++) {
    sum += begin[many - 1] ?? 0;
    const end = Math.ceil((work + sum) / many);
    if (end <= (begin[many] ?? Number.POSITIVE_INFINITY)) return end;
  }
  return begin[0] ?? 0;
}

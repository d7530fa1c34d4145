import type {
  Changed,
  Conflict,
  Load,
  Placement,
  Problem,
  Resource,
  Result,
  Short,
} from './problem.ts';
import type { Instance } from './search/instance.ts';
import { type Choice, measure } from './search/measure.ts';
import type { Shortage } from './search/standing.ts';

type Reported = Pick<Result, 'placements' | 'loads' | 'costs' | 'conflicts' | 'changes'>;

/** How a choice is told. */
export function reportOf(
  problem: Problem,
  instance: Instance,
  choice: Choice,
  shortages: readonly Shortage[],
): Reported {
  const { overload: _, ...costs } = measure(instance, choice);
  const placements = placementsOf(problem, instance, choice);
  return {
    placements,
    loads: loadsOf(problem, instance, choice),
    costs,
    conflicts: shortages.map(({ resources, minimal }): Conflict => {
      const short = resources.map((r) => shortOf(problem, r));
      return { because: 'capacity', resources: short, minimal };
    }),
    changes: changesOf(problem, placements),
  };
}

function placementsOf({ activities }: Problem, { acts }: Instance, choice: Choice): Placement[] {
  return activities.map(({ id, people, ways }, a) => {
    const option = acts[a]?.options[choice[a] ?? 0];
    const way = ways[option?.way ?? 0];
    const start = option?.start ?? 0;
    const uses = (way?.uses ?? []).map(({ resource, offset = 0, minutes, amount = people }) => {
      const from = start + offset;
      return { resource, from, to: from + minutes, amount };
    });
    return { activity: id, start, way: way?.id ?? '', uses };
  });
}

function loadsOf({ resources }: Problem, { acts, cells }: Instance, choice: Choice): Load[] {
  const amounts = cells.map(() => 0);
  const kinds = cells.map(() => new Set<number>());
  acts.forEach(({ options, kind }, a) => {
    const option = options[choice[a] ?? 0];
    option?.cells.forEach((c, i) => {
      amounts[c] = (amounts[c] ?? 0) + (option.amounts[i] ?? 0);
      kinds[c]?.add(kind);
    });
  });
  const loads: Load[] = [];
  cells.forEach(({ resource: r, from, to, capacity, oneKind }, c) => {
    const amount = amounts[c] ?? 0;
    const many = kinds[c]?.size ?? 0;
    if (amount === 0) return;
    const over = Math.max(0, amount - capacity);
    const mixed = oneKind && many > 1 ? many : 0;
    const resource = resources[r]?.id ?? '';
    const last = loads.at(-1);
    const same = last?.resource === resource && last.to === from && last.amount === amount;
    if (same && last.capacity === capacity && last.mixed === mixed) last.to = to;
    else loads.push({ resource, from, to, amount, capacity, over, mixed });
  });
  return loads;
}

function changesOf({ previous = [] }: Problem, placements: readonly Placement[]): Changed[] {
  const before = new Map(previous.map((one) => [one.activity, one]));
  return placements.flatMap(({ activity, start, way }): Changed[] => {
    const was = before.get(activity);
    if (!was || (was.start === start && was.way === way)) return [];
    return [{ activity, from: { start: was.start, way: was.way }, to: { start, way } }];
  });
}

function shortOf({ resources, activities }: Problem, r: number): Short {
  const { id, capacity, openings } = resources[r] as Resource;
  const bound = activities.flatMap(({ ways, people, starts }) => {
    const takes = ways.map(({ uses }) => uses.filter(({ resource }) => resource === id));
    if (takes.some((uses) => uses.length === 0)) return [];
    const amounts = takes.map((uses) => Math.max(...uses.map(({ amount = people }) => amount)));
    return [{ amount: Math.min(...amounts), starts }];
  });
  return {
    resource: id,
    capacity: openings ? Math.max(0, ...openings.map((one) => one.capacity ?? capacity)) : capacity,
    activities: bound.length,
    amount: bound.reduce((total, { amount }) => total + amount, 0),
    starts: new Set(bound.flatMap(({ starts }) => starts)).size,
  };
}

import type { Activity, Conflict, Problem, Resource, Use } from '../problem.ts';
import { type Link, linksOf, narrow } from './links.ts';

/** A start and a way that an activity may have. */
export interface Option {
  start: number;
  /** Index into the activity's ways. */
  way: number;
  /** Away from the preferred start, people-minutes. */
  waiting: number;
  /** Another than before, people-minutes. */
  changing: number;
  /** What it takes: indices of cells, ascending, and how much of each. */
  cells: number[];
  amounts: number[];
}

export interface Act {
  phase: number;
  kind: number;
  people: number;
  /** By start, then way. */
  options: Option[];
  /** The option that is as before; −1: no option is; `undefined`: nothing was before. */
  previous: number | undefined;
}

/** A stretch of time of a resource in which whoever is there is there throughout. */
export interface Cell {
  resource: number;
  from: number;
  to: number;
  capacity: number;
  oneKind: boolean;
}

/** A problem in numbers: what everything in this folder works on. */
export interface Instance {
  acts: Act[];
  links: Link[];
  cells: Cell[];
  /** Of each phase, what a minute between its first and last start costs. */
  spreads: number[];
  /** For each person. */
  change: number;
}

/** @returns the instance, or why there is none: something that no capacity could mend. */
export function instanceOf(problem: Problem): Instance | Conflict {
  const { resources, phases, activities, previous = [], change = 0 } = problem;
  const resourceIndex = indexById(resources);
  const phaseIndex = indexById(phases);
  const before = new Map(previous.map((one) => [one.activity, one]));
  const kinds = new Map<string, number>();
  const takes = (activity: Activity, start: number, way: number): Stretch[] =>
    (activity.ways[way]?.uses ?? []).map((use) =>
      stretchOf(activity, use, start, resourceIndex.get(use.resource) ?? 0),
    );
  const stretches: Stretch[][] = resources.map(() => []);
  const closed: string[] = [];
  const choices = activities.map((activity) => {
    const own = activity.starts
      .toSorted((a, b) => a - b)
      .flatMap((start) =>
        activity.ways.flatMap((_, way) => {
          const taken = takes(activity, start, way);
          const open = taken.every((one) => isOpen(resources[one.resource], one, activity.kind));
          if (!open) return [];
          for (const one of taken) stretches[one.resource]?.push(one);
          return [{ start, way, taken }];
        }),
      );
    if (own.length === 0) closed.push(activity.id);
    return own;
  });
  if (closed.length > 0) return { because: 'closed', activities: closed };
  const cells = resources.flatMap((resource, r) => cellsOf(resource, r, stretches[r] ?? []));
  const firstCell = resources.map((_, r) => cells.findIndex((cell) => cell.resource === r));
  const acts = activities.map((activity, a): Act => {
    const { people, preferred, weight = 1 } = activity;
    const was = before.get(activity.id);
    const options = (choices[a] ?? []).map(({ start, way, taken }): Option => {
      const same = was?.start === start && was.way === activity.ways[way]?.id;
      return {
        start,
        way,
        waiting: people * weight * Math.abs(start - (preferred ?? start)),
        changing: was && !same ? people * change : 0,
        ...takenOf(cells, firstCell, taken),
      };
    });
    const kind = activity.kind ?? '';
    if (!kinds.has(kind)) kinds.set(kind, kinds.size);
    return {
      phase: phaseIndex.get(activity.phase) ?? 0,
      kind: kinds.get(kind) ?? 0,
      people,
      options,
      previous: undefined,
    };
  });
  const links = linksOf(problem, indexById(activities));
  const conflict = narrow(problem, acts, links);
  if (conflict) return conflict;
  for (const [a, act] of acts.entries()) {
    const was = before.get(activities[a]?.id ?? '');
    if (!was) continue;
    const ways = activities[a]?.ways;
    act.previous = act.options.findIndex(
      ({ start, way }) => start === was.start && ways?.[way]?.id === was.way,
    );
  }
  return { acts, links, cells, spreads: phases.map(({ spread = 0 }) => spread), change };
}

interface Stretch {
  resource: number;
  from: number;
  to: number;
  amount: number;
}

function stretchOf(activity: Activity, use: Use, start: number, resource: number): Stretch {
  const from = start + (use.offset ?? 0);
  return { resource, from, to: from + use.minutes, amount: use.amount ?? activity.people };
}

/** Open all the while, to this kind; openings may follow one another. */
function isOpen(resource: Resource | undefined, { from, to }: Stretch, kind = ''): boolean {
  if (!resource?.openings) return true;
  let until = from;
  for (const opening of resource.openings.toSorted((a, b) => a.from - b.from)) {
    if (opening.to <= until || opening.from > until) continue;
    if (opening.kinds && !opening.kinds.includes(kind)) return false;
    until = opening.to;
    if (until >= to) return true;
  }
  return until >= to;
}

function cellsOf(resource: Resource, r: number, stretches: readonly Stretch[]): Cell[] {
  if (stretches.length === 0) return [];
  const openings = resource.openings ?? [];
  const marks = new Set([
    ...stretches.flatMap(({ from, to }) => [from, to]),
    ...openings.flatMap(({ from, to }) => [from, to]),
  ]);
  const times = [...marks].sort((a, b) => a - b);
  return times.slice(1).map((to, i): Cell => {
    const from = times[i] ?? 0;
    const opening = openings.find((one) => one.from <= from && to <= one.to);
    const { capacity, oneKind = false } = resource;
    return { resource: r, from, to, capacity: opening?.capacity ?? capacity, oneKind };
  });
}

function takenOf(
  cells: readonly Cell[],
  firstCell: readonly number[],
  taken: readonly Stretch[],
): Pick<Option, 'cells' | 'amounts'> {
  const amounts = new Map<number, number>();
  for (const { resource, from, to, amount } of taken) {
    for (let c = firstCell[resource] ?? 0; cells[c]?.resource === resource; c += 1) {
      const cell = cells[c] as Cell;
      if (cell.from >= to) break;
      if (cell.from >= from) amounts.set(c, (amounts.get(c) ?? 0) + amount);
    }
  }
  const own = [...amounts].sort(([a], [b]) => a - b);
  return { cells: own.map(([c]) => c), amounts: own.map(([, amount]) => amount) };
}

export function indexById(list: readonly { id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, i) => [id, i]));
}

/** Largest whole number that divides both. */
export function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

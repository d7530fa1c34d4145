import type { Highs } from 'highs';
import { wholeBelow } from './greedy.ts';
import { type Aim, type Choice, type Model, modelOf } from './model.ts';
import { firstOpen, isUniform, type Part, sum } from './part.ts';
import { type Run, run } from './run.ts';
import { serve } from './serve.ts';
import { figuresOf, type Standing, served, standingOf, type Trip } from './standing.ts';

export interface Settling {
  highs: Highs;
  part: Part;
  choice: Choice;
  /** Seconds left for this. */
  left: () => number;
  /** Told each time that something better is found or known. */
  onStanding: (standing: Standing) => void;
}

/** Objectives are whole: a bound that misses a whole number by less has only been rounded. */
const ROUNDING = 0.01;

/** Part of the time, and most seconds. */
const KEPT_SHARE = 0.1;
const MOST_KEPT = 2;

/**
 * The best choice of at most so many new sites: most people; among such choices the least cost; among these the least
 * walking. Three programs, each bound by the values of those before it; one whose time is over leaves the later ones unsolved.
 * @param first a choice to begin with, with a bound
 * @returns the last standing told
 */
export function settle(settling: Settling, first: Standing): Standing {
  const { part, choice, onStanding } = settling;
  let best = first;
  const tell = (better: Partial<Standing>): void => {
    best = { ...best, ...better };
    onStanding(best);
  };
  // A little is kept for saying who fetches where.
  const kept = Math.min(MOST_KEPT, settling.left() * KEPT_SHARE);
  const search = { ...settling, left: () => Math.max(0, settling.left() - kept) };
  if (!best.proven.people) mostPeople(search, best, tell);
  const free = choice.most > part.must;
  if (best.proven.people && !best.proven.cost) {
    if (free) leastCost(search, best, tell);
    else tell({ proven: { ...best.proven, cost: true } });
  }
  arrange(settling, best, tell);
  if (free && best.proven.cost) leastWalking(settling, best, tell);
  tell({ adds: best.open.map((site) => addsOf(settling, best, site)) });
  return best;
}

type Tell = (better: Partial<Standing>) => void;

function mostPeople({ highs, part, choice, left }: Settling, first: Standing, tell: Tell): void {
  let best = first;
  let { bound } = first;
  const known = (): void => {
    const proven = { people: best.people >= bound, cost: false, walking: false };
    tell({ ...best, bound, proven });
  };
  if (best.people >= bound) {
    known();
    return;
  }
  const fixed = choice.most > part.must ? {} : { open: firstOpen(part) };
  const model = modelOf(part, { kind: 'people' }, { ...choice, ...fixed });
  const look = (values: ArrayLike<number>): void => {
    const open = openIn(part, model, values);
    const next = standingOf(part, open, served(part, open, fetchedIn(part, model, values)), bound);
    if (next.people <= best.people) return;
    best = next;
    known();
  };
  const cap = (lowest: number): void => {
    const lower = Math.min(bound, Math.floor(-lowest + ROUNDING));
    if (lower >= bound) return;
    bound = Math.max(lower, best.people);
    known();
  };
  const found = run(highs, model, {
    seconds: left(),
    start: startOf(part, model, best, { kind: 'people' }),
    onBetter: look,
    onBound: cap,
  });
  if (found.values) look(found.values);
  cap(found.bound);
  known();
}

function leastCost({ highs, part, choice, left }: Settling, best: Standing, tell: Tell): void {
  const aim: Aim = { kind: 'cost', people: best.people };
  const model = modelOf(part, aim, choice);
  const start = startOf(part, model, best, aim);
  const { values, bound } = run(highs, model, { seconds: left(), start });
  const next = values ? choiceIn(part, model, values, best.people) : undefined;
  const kept = next && next.cost < best.cost ? next : best;
  const given = sum(firstOpen(part).map((i) => part.cost[i] ?? 0));
  const least = given + Math.ceil(bound - ROUNDING) * model.step;
  const proven = { ...best.proven, cost: kept.cost <= least };
  tell({ ...kept, bound: best.bound, proven });
}

function leastWalking({ highs, part, choice, left }: Settling, best: Standing, tell: Tell): void {
  const aim: Aim = { kind: 'walking', people: best.people, cost: best.cost };
  const model = modelOf(part, aim, choice);
  const start = startOf(part, model, best, aim);
  const { values, bound } = run(highs, model, { seconds: left(), start });
  let kept = best;
  const open = values ? openIn(part, model, values) : best.open;
  if (open.join() !== best.open.join()) {
    const trips = tripsOf(highs, part, choice, open, best.people, left());
    const next = trips && figuresOf(part, open, trips);
    if (
      next &&
      next.people === best.people &&
      next.cost <= best.cost &&
      next.walking < best.walking
    )
      kept = { ...best, ...next, adds: [] };
  }
  const walking = kept.walking <= Math.ceil(bound - ROUNDING);
  tell({ ...kept, proven: { ...best.proven, walking } });
}

/** Who fetches where, with the least walking for the sites as they are. */
function arrange({ highs, part, choice, left }: Settling, best: Standing, tell: Tell): void {
  const trips = tripsOf(highs, part, choice, best.open, best.people, left());
  if (!trips) return;
  const next = figuresOf(part, best.open, trips);
  const only = choice.most === part.must;
  if (next.people !== best.people || next.walking > best.walking) return;
  tell({ ...next, proven: { ...best.proven, walking: only && best.proven.cost } });
}

/** @returns nothing where it was not found in time. */
function tripsOf(
  highs: Highs,
  part: Part,
  choice: Choice,
  open: readonly number[],
  people: number,
  seconds: number,
): Trip[] | undefined {
  if (people === 0) return [];
  const model = modelOf(part, { kind: 'walking', people, cost: 0 }, { ...choice, open });
  const { values, optimal } = run(highs, model, { seconds });
  if (!values || !optimal) return undefined;
  return part.groups.flatMap(({ sites }, group) =>
    sites.flatMap((site, e): Trip[] => {
      const count = Math.round(values[(model.firstColumn[group] ?? 0) + e] ?? 0);
      return count > 0 ? [{ group, site, people: count }] : [];
    }),
  );
}

/** How many fewer are served without a site. `null`: not found in time. */
function addsOf(
  { highs, part, choice, left }: Settling,
  best: Standing,
  site: number,
): number | null {
  const open = best.open.filter((other) => other !== site);
  const guess = serve(part, open);
  if (isUniform(part) || guess.people === wholeBelow(guess.divided))
    return best.people - guess.people;
  const found = run(highs, modelOf(part, { kind: 'people' }, { ...choice, open }), {
    seconds: left(),
  });
  return found.optimal ? best.people - peopleIn(found) : null;
}

function peopleIn({ values = [] }: Run): number {
  return sum(values.map(Math.round));
}

/** The choice of a solution, if it does serve as many as it says. */
function choiceIn(
  part: Part,
  model: Model,
  values: readonly number[],
  people: number,
): Standing | undefined {
  const open = openIn(part, model, values);
  const at = served(part, open, fetchedIn(part, model, values));
  const next = standingOf(part, open, at, people);
  return next.people >= people ? next : undefined;
}

function openIn(part: Part, { siteColumn }: Model, values: ArrayLike<number>): number[] {
  return part.sites.flatMap((_, i) => {
    const column = siteColumn[i] ?? -1;
    const given = i < part.existing + part.must;
    return given || (column >= 0 && (values[column] ?? 0) > 0.5) ? [i] : [];
  });
}

function fetchedIn(part: Part, { firstColumn }: Model, values: ArrayLike<number>): number[][] {
  return part.classes.map(({ sites }, c) =>
    sites.map((_, e) => values[(firstColumn[c] ?? 0) + e] ?? 0),
  );
}

/** A standing as values of a model's columns. */
function startOf(part: Part, model: Model, { open, trips }: Standing, aim: Aim): number[] {
  const values = Array.from({ length: model.data.numCols }, () => 0);
  for (const i of open) {
    const column = model.siteColumn[i] ?? -1;
    if (column >= 0) values[column] = 1;
  }
  const row = new Map<number, number>();
  if (aim.kind === 'walking') part.groups.forEach((_, group) => row.set(group, group));
  else part.classes.forEach(({ members }, c) => members.forEach((group) => row.set(group, c)));
  for (const { group, site, people } of trips) {
    const at = row.get(group) ?? 0;
    const sites = part.groups[group]?.sites ?? [];
    const column = (model.firstColumn[at] ?? 0) + sites.indexOf(site);
    values[column] = (values[column] ?? 0) + people;
  }
  return values;
}

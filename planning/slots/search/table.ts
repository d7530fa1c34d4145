import type { Act, Instance, Option } from './instance.ts';
import type { Choice } from './measure.ts';

/** Overload and cost, or a difference of two of them. */
export interface Weight {
  overload: number;
  cost: number;
}

export function isLess(a: Weight, b: Weight): boolean {
  return a.overload !== b.overload ? a.overload < b.overload : a.cost < b.cost;
}

/** A timetable that is being made: activities are put in and taken out, and what that changes is known at once. */
export class Table {
  readonly #instance: Instance;
  readonly #linksOf: number[][];
  readonly #load: number[];
  /** For each cell that takes one kind, how many activities of each kind are in it. */
  readonly #kinds: Map<number, number>[];
  readonly #lines: Line[];
  /** The option of each activity; −1: it is not in the table. */
  readonly at: number[];

  constructor(instance: Instance) {
    this.#instance = instance;
    const { acts, links, cells, spreads } = instance;
    this.#linksOf = acts.map(() => []);
    links.forEach(({ a, b }, i) => {
      this.#linksOf[a]?.push(i);
      this.#linksOf[b]?.push(i);
    });
    this.#load = cells.map(() => 0);
    this.#kinds = cells.map(() => new Map());
    this.#lines = spreads.map((_, phase) => new Line(acts.filter((act) => act.phase === phase)));
    this.at = acts.map(() => -1);
  }

  get choice(): Choice {
    return [...this.at];
  }

  /** What puts the activity in at this option. */
  put(a: number, o: number): Weight {
    return this.#turn(a, o, 1);
  }

  /** What takes the activity out. */
  take(a: number): Weight {
    return this.#turn(a, this.at[a] ?? -1, -1);
  }

  /** Whether the links of an activity to those in the table allow the option. */
  fits(a: number, o: number): boolean {
    const { acts, links } = this.#instance;
    const start = acts[a]?.options[o]?.start ?? 0;
    return (this.#linksOf[a] ?? []).every((i) => {
      const link = links[i];
      if (!link) return true;
      const other = this.#startOf(link.a === a ? link.b : link.a);
      if (other === undefined) return true;
      const apart = link.a === a ? other - start : start - other;
      return apart >= link.least && apart <= link.most;
    });
  }

  /** What `put` would say; the table stays as it is. */
  weigh(a: number, o: number): Weight {
    const weight = this.put(a, o);
    this.take(a);
    return weight;
  }

  #turn(a: number, o: number, by: 1 | -1): Weight {
    const act = this.#instance.acts[a];
    const option = act?.options[o];
    if (!act || !option) return { overload: 0, cost: 0 };
    if (by < 0) this.at[a] = -1;
    const overload = this.#fill(option, act.kind, by);
    const cost =
      by * (option.waiting + option.changing + this.#apart(a, option.start)) +
      this.#stretch(act.phase, option.start, by);
    if (by > 0) this.at[a] = o;
    return { overload, cost };
  }

  #fill({ cells, amounts }: Option, kind: number, by: 1 | -1): number {
    let overload = 0;
    cells.forEach((c, i) => {
      const cell = this.#instance.cells[c];
      if (!cell) return;
      const before = this.#load[c] ?? 0;
      const after = before + by * (amounts[i] ?? 0);
      this.#load[c] = after;
      let over = Math.max(0, after - cell.capacity) - Math.max(0, before - cell.capacity);
      const kinds = this.#kinds[c];
      if (cell.oneKind && kinds) {
        const there = kinds.size;
        count(kinds, kind, by);
        over += Math.max(0, kinds.size - 1) - Math.max(0, there - 1);
      }
      overload += over * (cell.to - cell.from);
    });
    return overload;
  }

  #apart(a: number, start: number): number {
    let cost = 0;
    for (const i of this.#linksOf[a] ?? []) {
      const link = this.#instance.links[i];
      if (!link || link.price === 0) continue;
      const other = this.#startOf(link.a === a ? link.b : link.a);
      if (other !== undefined) cost += link.price * Math.abs(other - start);
    }
    return cost;
  }

  #stretch(phase: number, start: number, by: 1 | -1): number {
    const price = this.#instance.spreads[phase] ?? 0;
    const line = this.#lines[phase];
    if (price === 0 || !line) return 0;
    const before = line.width();
    line.count(start, by);
    return price * (line.width() - before);
  }

  #startOf(a: number): number | undefined {
    return this.#instance.acts[a]?.options[this.at[a] ?? -1]?.start;
  }
}

function count(counts: Map<number, number>, key: number, by: 1 | -1): void {
  const next = (counts.get(key) ?? 0) + by;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}

/** How many activities of a phase start at each time. */
class Line {
  readonly #times: number[];
  readonly #index: Map<number, number>;
  readonly #counts: number[];

  constructor(acts: readonly Act[]) {
    const starts = acts.flatMap(({ options }) => options.map(({ start }) => start));
    this.#times = [...new Set(starts)].sort((a, b) => a - b);
    this.#index = new Map(this.#times.map((time, i) => [time, i]));
    this.#counts = this.#times.map(() => 0);
  }

  count(start: number, by: 1 | -1): void {
    const i = this.#index.get(start) ?? 0;
    this.#counts[i] = (this.#counts[i] ?? 0) + by;
  }

  /** From the first time at which something starts to the last. */
  width(): number {
    const counts = this.#counts;
    let first = 0;
    let last = counts.length - 1;
    while (first < last && counts[first] === 0) first += 1;
    while (last > first && counts[last] === 0) last -= 1;
    return first < last ? (this.#times[last] ?? 0) - (this.#times[first] ?? 0) : 0;
  }
}

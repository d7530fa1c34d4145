import type { Change, Limit, Open, Outcome } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import type { Side } from '../compile/facts.ts';
import { NO_SUM } from '../compile/reading.ts';
import { rangeOf } from '../search/axis.ts';
import {
  type Diagram,
  diagramOf,
  type Free,
  type FreeAxes,
  freeAxes,
  type Links,
  MOST_WORK,
  type Reading,
} from '../search/diagram.ts';
import { linkedAxes, linksOf, type OpenAxis } from '../search/links.ts';
import { both, fullMask, has, isSame, keep, type Mask, rulesOf } from '../search/mask.ts';
import { closed } from '../sfeel/closed.ts';
import { DAY } from '../sfeel/value.ts';
import { numberOf, type Standing, UNKNOWN } from './standing.ts';

/** What a table says, as far as it is known where on each axis the facts are. */
export interface Resolution {
  known: boolean;
  /** Null where it is not known. */
  outcome: Outcome;
  /** What tells known outcomes apart; where one rule decides the outcome's number. */
  key: string;
  /** What it may be, as far as it is one of several; a list is not told. */
  possible: readonly Outcome[];
  /** Axes that are not known and matter. */
  asks: readonly number[];
  /** Rules (bits) that may apply, and those that do. */
  may: Mask;
  does: Mask;
  /** That it is not known, once that has been said. */
  open?: Open | Limit;
  /** What would change it, once that has been looked for. */
  changes?: readonly Change[];
  /** The work ran out: `asks` has all that may matter, and nothing is known. */
  limited: boolean;
}

const MOST_KEPT = 20_000;

/** So many sets of axes that are not known are kept. */
const MOST_OPEN = 500;

/** Answers by where on each axis the facts are, and keeps what it found: of many people most stand in few places. */
export class Resolver {
  readonly #compiled: Compiled;
  readonly #kept = new Map<string | number, Resolution>();
  readonly #radix: readonly number[];
  readonly #numeric: boolean;
  readonly #most: number;
  readonly #open = new Map<string, Unknowns>();
  #spent = 0;

  constructor(compiled: Compiled, most = MOST_WORK) {
    this.#compiled = compiled;
    this.#most = most;
    this.#radix = compiled.axes.map(({ masks }) => masks.length + 1);
    this.#numeric = this.#radix.reduce((product, own) => product * own, 1) < 2 ** 53;
  }

  /**
   * @param regions of each axis the region, or `UNKNOWN`.
   * @param values of each fact, then of the clock: where axes share a fact, what is known narrows what is not.
   */
  resolve(regions: ArrayLike<number>, values?: readonly Standing[]): Resolution {
    const links = values && this.#compiled.shared ? this.#linksOf(regions, values) : undefined;
    if (links) return this.#work(regions, links);
    const key = this.#keyOf(regions);
    let found = this.#kept.get(key);
    if (!found) {
      found = this.#work(regions, undefined);
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(key, found);
    }
    return found;
  }

  #keyOf(regions: ArrayLike<number>): string | number {
    if (!this.#numeric) return Array.prototype.join.call(regions, ',');
    let key = 0;
    for (let axis = 0; axis < regions.length; axis += 1) {
      key = key * this.#radix[axis] + regions[axis] + 1;
    }
    return key;
  }

  /** The work that was done so far. */
  get spent(): number {
    return this.#spent;
  }

  #work(regions: ArrayLike<number>, linked: Linked | undefined): Resolution {
    const { axes, rowOf, groups } = this.#compiled;
    const alive = fullMask(rowOf.length);
    for (let axis = 0; axis < axes.length; axis += 1) {
      if (regions[axis] !== UNKNOWN) keep(alive, axes[axis].masks[regions[axis]]);
    }
    this.#spent += axes.length * alive.length + groups.length;
    const [{ reading }, ...more] = groups.length > 0 ? groups : [NO_GROUP];
    if (reading.kind === 'first' && more.length === 0 && !hasUnknown(regions)) {
      return this.#decided(alive, reading);
    }
    const { axes: open, free } = linked ?? this.#openOf(regions, alive.length);
    const may = both(alive, free.ever[0]);
    const does = both(alive, free.always[0]);
    const diagrams = this.#diagrams(alive, may, does, free, linked);
    const limited = diagrams.some((one) => one.limited);
    const known = !limited && diagrams.every(({ outcomes }) => outcomes.length === 1);
    const asks = (): number[] =>
      limited
        ? open.filter((_, i) => rulesOf(may).some((rule) => !has(free.list[i].always, rule)))
        : open.filter((_, i) => diagrams.some(({ matters }) => matters[i]));
    return {
      known,
      outcome: known ? this.#outcomeOf(diagrams, may, does) : null,
      key: known ? diagrams.map(({ outcomes }) => outcomes[0]).join() : '',
      possible: known || limited ? [] : this.#possible(diagrams),
      asks: known ? [] : asks(),
      may,
      does,
      limited,
    };
  }

  /** Everything is known: the first rule that is left decides. */
  #decided(alive: Mask, { outcomes, otherwise }: Extract<Reading, { kind: 'first' }>): Resolution {
    let number = otherwise;
    for (let i = 0; i < alive.length; i += 1) {
      if (alive[i] === 0) continue;
      number = outcomes[i * 32 + 31 - Math.clz32(alive[i] & -alive[i])];
      break;
    }
    return {
      known: true,
      outcome: this.#told(number),
      key: String(number),
      possible: NOTHING,
      asks: NOTHING,
      may: alive,
      does: alive,
      limited: false,
    };
  }

  #openOf(regions: ArrayLike<number>, words: number): Unknowns {
    const { axes, order } = this.#compiled;
    const open = order.filter((axis) => regions[axis] === UNKNOWN);
    const key = open.join();
    let found = this.#open.get(key);
    if (!found) {
      found = {
        axes: open,
        free: freeAxes(
          open.map((axis) => axes[axis]),
          words,
        ),
      };
      if (this.#open.size >= MOST_OPEN) this.#open.clear();
      this.#open.set(key, found);
    }
    return found;
  }

  #diagrams(
    alive: Mask,
    may: Mask,
    does: Mask,
    free: FreeAxes,
    linked: Linked | undefined,
  ): Diagram[] {
    const options = { most: this.#most, ...(linked && { links: linked.links }) };
    return this.#compiled.groups.map(({ rules, only, reading }) => {
      if (only !== undefined && !linked) return diagramOfOne(only, may, does, free);
      const diagram = diagramOf(both(alive, rules), free, reading, options);
      this.#spent += diagram.work;
      return diagram;
    });
  }

  #outcomeOf(diagrams: readonly Diagram[], may: Mask, does: Mask): Outcome {
    const { groups, outcomes, table, rowOf } = this.#compiled;
    if (table.hitPolicy !== 'COLLECT' || table.aggregation !== undefined) {
      return this.#told(diagrams[0].outcomes[0]);
    }
    if (isSame(may, does)) {
      return rulesOf(does).map((rule) => outcomes.list[outcomes.ofRow[rowOf[rule]]]);
    }
    return groups.flatMap(({ counts = 0 }, g) =>
      Array.from({ length: diagrams[g].outcomes[0] }, () => outcomes.list[counts]),
    );
  }

  /** The outcome that a number of the table's one diagram stands for. */
  #told(number: number): Outcome {
    const { groups, outcomes } = this.#compiled;
    const { divisor } = groups[0];
    if (divisor === undefined) return outcomes.list[number];
    return number === NO_SUM ? null : number / divisor;
  }

  #possible(diagrams: readonly Diagram[]): Outcome[] {
    const { table } = this.#compiled;
    if (table.hitPolicy === 'COLLECT' && table.aggregation === undefined) return [];
    return diagrams[0].outcomes.map((number) => this.#told(number));
  }

  /** Undefined where what is not known can be chosen each for itself. */
  #linksOf(regions: ArrayLike<number>, values: readonly Standing[]): Linked | undefined {
    const { axes, order, sources, facts } = this.#compiled;
    const open = order.filter((axis) => regions[axis] === UNKNOWN);
    const sides = open.map((axis): OpenAxis => {
      const { minuend, subtrahend, scale } = sources[axis];
      const missing = (side: Side | undefined) =>
        typeof side === 'number' && values[side] === undefined ? side : undefined;
      const known = (side: Side | undefined) =>
        side === undefined ? 0 : Number(values[numberOf(side, facts.length)] ?? 0);
      const inDays = subtrahend === undefined && axes[axis].type === 'date';
      return {
        minuend: missing(minuend),
        subtrahend: missing(subtrahend),
        offset: known(minuend) * scale[0] - known(subtrahend) * scale[1],
        scale: inDays ? DAY : 1,
        ranges: [],
      };
    });
    const linked = linkedAxes(
      sides.map((side, i) => ({ ...side, isNullable: axes[open[i]].possible.at(-1) === true })),
    );
    if (!linked.includes(true)) return undefined;
    const free = open.map((axis, i): Free & { ranges?: OpenAxis['ranges'] } => {
      if (!linked[i]) return axes[axis];
      const own = axes[axis].possible.flatMap((is, region) => (is ? [region] : []));
      const { always, ever, masks } = axes[axis];
      return {
        always,
        ever,
        atoms: own.map((region) => ({ mask: masks[region] })),
        ranges: own.map((region) => closed(rangeOf(axes[axis], region), axes[axis].type)),
      };
    });
    const openAxes = sides.map((side, i) => ({ ...side, ranges: free[i].ranges ?? [] }));
    const words = free[0].always.length;
    return { axes: open, free: freeAxes(free, words), links: linksOf(openAxes, linked) };
  }
}

/** Axes that are not known. */
interface Unknowns {
  axes: readonly number[];
  free: FreeAxes;
}

interface Linked extends Unknowns {
  links: Links;
}

const NOTHING: readonly never[] = [];

/** A table without rules. */
const NO_GROUP: { reading: Reading } = { reading: { kind: 'sum', weights: [], none: 0 } };

function hasUnknown(regions: ArrayLike<number>): boolean {
  for (let axis = 0; axis < regions.length; axis += 1) if (regions[axis] === UNKNOWN) return true;
  return false;
}

/** Whether one rule by itself applies. */
function diagramOfOne(rule: number, may: Mask, does: Mask, free: FreeAxes): Diagram {
  if (has(does, rule)) return ONE;
  if (!has(may, rule)) return NONE;
  const matters = free.list.map(({ always }) => !has(always, rule));
  return { outcomes: [0, 1], matters, limited: false, work: 0 };
}

const ONE: Diagram = { outcomes: [1], matters: [], limited: false, work: 0 };
const NONE: Diagram = { outcomes: [0], matters: [], limited: false, work: 0 };

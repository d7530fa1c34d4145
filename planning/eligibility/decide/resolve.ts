import type { Compiled } from '../compile/compile-table.ts';
import type { Side } from '../compile/facts.ts';
import type { Outcome } from '../compile/outcomes.ts';
import { NO_SUM } from '../compile/reading.ts';
import { rangeOf } from '../search/axis.ts';
import { type Diagram, diagramOf, type Free, type Links, MOST_STATES } from '../search/diagram.ts';
import { linkedAxes, linksOf, type OpenAxis } from '../search/links.ts';
import { both, fullMask, has, keep, type Mask, rulesOf } from '../search/mask.ts';
import type { Range } from '../sfeel/read-cell.ts';
import { DAY, isDiscrete } from '../sfeel/value.ts';
import type { ValueType } from '../table.ts';
import { numberOf, type Standing, UNKNOWN } from './standing.ts';

/** What a table says, as far as it is known where on each axis the facts are. */
export interface Resolution {
  known: boolean;
  /** Null where it is not known. */
  outcome: Outcome;
  /** What tells outcomes apart; of one that is not known empty. */
  key: string;
  /** What it may be, as far as it is one of several; a list is not told. */
  possible: readonly Outcome[];
  /** Axes that are not known and matter. */
  asks: readonly number[];
  /** Rules (bits) that may apply, and those that do. */
  may: Mask;
  does: Mask;
  /** The work ran out: `asks` has all that may matter, and nothing is known. */
  limited: boolean;
}

const MOST_KEPT = 20_000;

/** Answers by where on each axis the facts are, and keeps what it found: of many people most stand in few places. */
export class Resolver {
  readonly #compiled: Compiled;
  readonly #kept = new Map<string | number, Resolution>();
  readonly #radix: readonly number[];
  readonly #numeric: boolean;
  readonly #most: number;

  constructor(compiled: Compiled, most = MOST_STATES) {
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

  #work(regions: ArrayLike<number>, linked: Linked | undefined): Resolution {
    const { axes, order, groups, rowOf } = this.#compiled;
    const alive = fullMask(rowOf.length);
    for (let axis = 0; axis < axes.length; axis += 1) {
      if (regions[axis] !== UNKNOWN) keep(alive, axes[axis].masks[regions[axis]]);
    }
    const open = linked?.open ?? order.filter((axis) => regions[axis] === UNKNOWN);
    const free = linked?.free ?? open.map((axis) => axes[axis]);
    const may = free.reduce((mask, { ever }) => both(mask, ever), alive);
    const does = free.reduce((mask, { always }) => both(mask, always), alive);
    const options = { most: this.#most, ...(linked && { links: linked.links }) };
    const diagrams = groups.map(({ rules, reading }) =>
      diagramOf(both(alive, rules), free, reading, options),
    );
    const limited = diagrams.some((one) => one.limited);
    const known = !limited && diagrams.every(({ outcomes }) => outcomes.size === 1);
    const asks = limited
      ? open.filter((_, i) => rulesOf(may).some((rule) => !has(free[i].always, rule)))
      : open.filter((_, i) => diagrams.some(({ matters }) => matters[i]));
    const outcome = known ? this.#outcomeOf(diagrams, may, does) : null;
    return {
      known,
      outcome,
      key: known ? JSON.stringify(outcome) : '',
      possible: known || limited ? [] : this.#possible(diagrams),
      asks: known ? [] : asks,
      may,
      does,
      limited,
    };
  }

  #outcomeOf(diagrams: readonly Diagram[], may: Mask, does: Mask): Outcome {
    const { groups, outcomes, table, rowOf } = this.#compiled;
    if (table.hitPolicy !== 'COLLECT' || table.aggregation !== undefined) {
      const [only] = [...(diagrams[0]?.outcomes ?? [])];
      return this.#told(only);
    }
    const certain = rulesOf(does);
    if (certain.length === rulesOf(may).length) {
      return certain.map((rule) => outcomes.list[outcomes.ofRow[rowOf[rule]]]);
    }
    return groups.flatMap(({ counts = 0 }, g) => {
      const [count] = [...diagrams[g].outcomes];
      return Array.from({ length: count }, () => outcomes.list[counts]);
    });
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
    return [...(diagrams[0]?.outcomes ?? [])].map((number) => this.#told(number));
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
    return { open, free, links: linksOf(openAxes, linked) };
  }
}

interface Linked {
  open: readonly number[];
  free: readonly Free[];
  links: Links;
}

/** Of whole values the bounds that are in the range. */
function closed(range: Range | undefined, type: ValueType | undefined): Range | undefined {
  if (!range || type === undefined || !isDiscrete(type)) return range;
  const { lo, hi, loOpen, hiOpen } = range;
  return {
    ...(lo !== undefined && { lo: loOpen ? Math.floor(Number(lo)) + 1 : lo }),
    loOpen: false,
    ...(hi !== undefined && { hi: hiOpen ? Math.ceil(Number(hi)) - 1 : hi }),
    hiOpen: false,
  };
}

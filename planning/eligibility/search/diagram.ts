import { both, isEmpty, keyOf, type Mask } from './mask.ts';

/** What is not known of an axis: which rules each thing that it may be leaves. */
export interface Free {
  atoms: readonly { mask: Mask }[];
  always: Mask;
  ever: Mask;
}

/** How the rules that apply make an outcome. */
export type Reading =
  | {
      kind: 'first';
      /** The outcome of each rule, by number; the first rule that applies decides. */
      outcomes: ArrayLike<number>;
      /** Where none applies. */
      otherwise: number;
    }
  | {
      kind: 'sum';
      /** What each rule that applies adds; whole numbers. */
      weights: ArrayLike<number>;
      /** Where none applies; 0, or what no sum is. */
      none: number;
    };

/** What may come of it, over everything that the free axes may be. */
export interface Diagram {
  /** `first`: numbers of outcomes. `sum`: sums. More than one: not known. */
  outcomes: ReadonlySet<number>;
  /** Of each free axis: whether some answer turns on it. */
  matters: readonly boolean[];
  /** The work ran out: neither is complete, and nothing is known. */
  limited: boolean;
}

/** So many states are looked at before a question is given up. */
export const MOST_STATES = 20_000;

/** Whether a choice of an atom on a free axis can go with those before it. */
export interface Links {
  /** Whether the axis shares a fact with another that is free. */
  linked: readonly boolean[];
  /** @returns false where nothing can be all of this; then it is not chosen. */
  choose(axis: number, atom: number): boolean;
  undo(): void;
}

/**
 * The reduced ordered decision diagram (Bryant 1986, with many-valued nodes: Srinivasan et al. 1990) of what a table says, over the axes that are not known.
 *
 * A state is the set of rules that may still apply; states that are alike are looked at once, and rules that can no longer decide are dropped from it, so what is
 * known is not multiplied out. In a reduced diagram an axis has a node exactly where the outcome depends on it.
 */
export function diagramOf(
  alive: Mask,
  free: readonly Free[],
  reading: Reading,
  { most = MOST_STATES, links }: { most?: number; links?: Links } = {},
): Diagram {
  const builder = new Builder(free, reading, most, links);
  builder.node(0, alive, 0, false, '');
  return builder.result();
}

class Builder {
  readonly #free: readonly Free[];
  readonly #reading: Reading;
  readonly #links: Links | undefined;
  readonly #always: Mask[] = [];
  readonly #ever: Mask[] = [];
  readonly #seen = new Map<string | number, number>();
  readonly #nodes = new Map<string, number>();
  readonly #outcomes = new Map<number, number>();
  readonly #matters: boolean[];
  #left: number;

  constructor(free: readonly Free[], reading: Reading, most: number, links: Links | undefined) {
    this.#free = free;
    this.#reading = reading;
    this.#links = links;
    this.#left = most;
    this.#matters = free.map(() => false);
    const words = free[0]?.always.length ?? 0;
    this.#always[free.length] = new Uint32Array(words).fill(0xffffffff);
    this.#ever[free.length] = this.#always[free.length];
    for (let depth = free.length - 1; depth >= 0; depth -= 1) {
      this.#always[depth] = both(this.#always[depth + 1], free[depth].always);
      this.#ever[depth] = both(this.#ever[depth + 1], free[depth].ever);
    }
  }

  result(): Diagram {
    return {
      outcomes: new Set(this.#outcomes.keys()),
      matters: this.#matters,
      limited: this.#left < 0,
    };
  }

  /** The number of the node that stands for what these rules say; `path` is what was chosen on linked axes. */
  node(depth: number, alive: Mask, sum: number, any: boolean, path: string): number {
    const settled =
      this.#reading.kind === 'first'
        ? this.#settleFirst(depth, alive, this.#reading)
        : this.#settleSum(depth, alive, this.#reading, sum, any);
    if (settled.outcome !== undefined) return this.#terminal(settled.outcome);
    const { mask } = settled;
    const key = `${depth},${settled.sum},${settled.any},${path},${keyOf(mask)}`;
    const seen = this.#seen.get(key);
    if (seen !== undefined) return seen;
    this.#left -= 1;
    if (this.#left < 0) return -1;
    const node = this.#expand(depth, mask, settled.sum, settled.any, path);
    this.#seen.set(key, node);
    return node;
  }

  #expand(depth: number, alive: Mask, sum: number, any: boolean, path: string): number {
    const { atoms } = this.#free[depth];
    const linked = this.#links?.linked[depth] === true;
    const alike = new Map<string | number, number>();
    const children = atoms.map(({ mask }, atom): number => {
      const left = both(alive, mask);
      if (linked) {
        const can = this.#links?.choose(depth, atom) === true;
        const child = can ? this.node(depth + 1, left, sum, any, `${path}${atom};`) : IMPOSSIBLE;
        this.#links?.undo();
        return child;
      }
      const key = keyOf(left);
      let child = alike.get(key);
      if (child === undefined) {
        child = this.node(depth + 1, left, sum, any, path);
        alike.set(key, child);
      }
      return child;
    });
    const distinct = new Set(children);
    distinct.delete(IMPOSSIBLE);
    if (distinct.size === 0) return IMPOSSIBLE;
    if (distinct.size === 1) return [...distinct][0];
    this.#matters[depth] = true;
    const key = `${depth}:${children.join()}`;
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = TERMINALS + this.#nodes.size;
      this.#nodes.set(key, node);
    }
    return node;
  }

  #terminal(outcome: number): number {
    let terminal = this.#outcomes.get(outcome);
    if (terminal === undefined) {
      terminal = this.#outcomes.size;
      this.#outcomes.set(outcome, terminal);
    }
    return terminal;
  }

  #settleFirst(
    depth: number,
    alive: Mask,
    { outcomes, otherwise }: Extract<Reading, { kind: 'first' }>,
  ): Settled {
    const [always, ever] = [this.#always[depth], this.#ever[depth]];
    const mask = new Uint32Array(alive.length);
    let outcome = -1;
    let same = true;
    for (let i = 0; i < alive.length; i += 1) {
      for (let word = alive[i] & (ever[i] ?? -1); word !== 0; word &= word - 1) {
        const bit = word & -word;
        const own = outcomes[i * 32 + 31 - Math.clz32(bit)];
        if (outcome === -1) outcome = own;
        else if (own !== outcome) same = false;
        mask[i] |= bit;
        if (((always[i] ?? -1) & bit) !== 0)
          return { mask, sum: 0, any: false, ...(same && { outcome }) };
      }
    }
    if (outcome === -1) return { mask, sum: 0, any: false, outcome: otherwise };
    return { mask, sum: 0, any: false, ...(same && outcome === otherwise && { outcome }) };
  }

  #settleSum(
    depth: number,
    alive: Mask,
    { weights, none }: Extract<Reading, { kind: 'sum' }>,
    before: number,
    anyBefore: boolean,
  ): Settled {
    const [always, ever] = [this.#always[depth], this.#ever[depth]];
    const mask = new Uint32Array(alive.length);
    let [sum, any] = [before, anyBefore];
    for (let i = 0; i < alive.length; i += 1) {
      for (let word = alive[i] & (ever[i] ?? -1); word !== 0; word &= word - 1) {
        const bit = word & -word;
        if (((always[i] ?? -1) & bit) === 0) mask[i] |= bit;
        else {
          sum += weights[i * 32 + 31 - Math.clz32(bit)];
          any = true;
        }
      }
    }
    return { mask, sum, any, ...(isEmpty(mask) && { outcome: any ? sum : none }) };
  }
}

/** Numbers of inner nodes begin here. */
const TERMINALS = 1_000_000_000;

/** No choice of atoms can be made below here. */
const IMPOSSIBLE = -2;

interface Settled {
  mask: Mask;
  sum: number;
  any: boolean;
  outcome?: number;
}

import { both, isEmpty, keyOf, type Mask } from './mask.ts';

/** What is not known of an axis: which rules each thing that it may be leaves. */
export interface Free {
  atoms: readonly { mask: Mask }[];
  always: Mask;
  ever: Mask;
}

/** Axes that are not known, in the order in which they are divided, with what the last of them leave together. */
export interface FreeAxes {
  list: readonly Free[];
  /** [axis] what rules accept of it and of all after it, whatever they are; one more at the end. */
  always: readonly Mask[];
  ever: readonly Mask[];
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
  outcomes: readonly number[];
  /** Of each free axis: whether some answer turns on it; empty where none does. */
  matters: readonly boolean[];
  /** The work ran out: neither is complete, and nothing is known. */
  limited: boolean;
  /** What it took, in words of masks. */
  work: number;
}

/** So much work is done on a question before it is given up: a word of a mask for each atom of each state. */
export const MOST_WORK = 1_000_000;

/** Whether a choice of an atom on a free axis can go with those before it. */
export interface Links {
  /** Whether the axis shares a fact with another that is free. */
  linked: readonly boolean[];
  /** @returns false where nothing can be all of this; then it is not chosen. */
  choose(axis: number, atom: number): boolean;
  undo(): void;
}

export function freeAxes(list: readonly Free[], words: number): FreeAxes {
  const always: Mask[] = [];
  const ever: Mask[] = [];
  always[list.length] = new Uint32Array(words).fill(0xffffffff);
  ever[list.length] = always[list.length];
  for (let axis = list.length - 1; axis >= 0; axis -= 1) {
    always[axis] = both(always[axis + 1], list[axis].always);
    ever[axis] = both(ever[axis + 1], list[axis].ever);
  }
  return { list, always, ever };
}

/**
 * The reduced ordered decision diagram (Bryant 1986, with many-valued nodes: Srinivasan et al. 1990) of what a table says, over the axes that are not known.
 *
 * A state is the set of rules that may still apply; states that are alike are looked at once, and rules that can no longer decide are dropped from it, so what is
 * known is not multiplied out. In a reduced diagram an axis has a node exactly where the outcome depends on it.
 */
export function diagramOf(
  alive: Mask,
  free: FreeAxes,
  reading: Reading,
  { most = MOST_WORK, links }: { most?: number; links?: Links } = {},
): Diagram {
  const settled = settle(free, 0, alive, reading, 0, false);
  if (settled.outcome !== undefined) {
    return { outcomes: [settled.outcome], matters: [], limited: false, work: alive.length };
  }
  const builder = new Builder(free, reading, most, links);
  builder.node(0, alive, 0, false, '');
  return builder.result();
}

interface Settled {
  /** The rules that are still open. */
  mask: Mask;
  sum: number;
  any: boolean;
  outcome: number | undefined;
}

/** What is decided whatever the axes from `depth` on are. */
function settle(
  free: FreeAxes,
  depth: number,
  alive: Mask,
  reading: Reading,
  before: number,
  anyBefore: boolean,
): Settled {
  const [always, ever] = [free.always[depth], free.ever[depth]];
  const mask = new Uint32Array(alive.length);
  if (reading.kind === 'first') {
    const { outcomes, otherwise } = reading;
    let first: number | undefined;
    let same = true;
    for (let i = 0; i < alive.length; i += 1) {
      for (let word = alive[i] & ever[i]; word !== 0; word &= word - 1) {
        const bit = word & -word;
        const own = outcomes[i * 32 + 31 - Math.clz32(bit)];
        if (first === undefined) first = own;
        else if (own !== first) same = false;
        mask[i] |= bit;
        if ((always[i] & bit) !== 0) {
          return { mask, sum: 0, any: false, outcome: same ? first : undefined };
        }
      }
    }
    const known = first === undefined ? otherwise : first === otherwise && same ? first : undefined;
    return { mask, sum: 0, any: false, outcome: known };
  }
  let [sum, any] = [before, anyBefore];
  for (let i = 0; i < alive.length; i += 1) {
    for (let word = alive[i] & ever[i]; word !== 0; word &= word - 1) {
      const bit = word & -word;
      if ((always[i] & bit) === 0) mask[i] |= bit;
      else {
        sum += reading.weights[i * 32 + 31 - Math.clz32(bit)];
        any = true;
      }
    }
  }
  return { mask, sum, any, outcome: isEmpty(mask) ? (any ? sum : reading.none) : undefined };
}

/** Numbers of inner nodes begin here. */
const INNER = 1_000_000_000;

/** No choice of atoms can be made below here. */
const IMPOSSIBLE = -2;

/** The work ran out. */
const GIVEN_UP = -1;

class Builder {
  readonly #free: FreeAxes;
  readonly #reading: Reading;
  readonly #links: Links | undefined;
  readonly #seen = new Map<string, number>();
  readonly #nodes = new Map<string, number>();
  readonly #outcomes = new Map<number, number>();
  readonly #matters: boolean[];
  readonly #most: number;
  #work = 0;

  constructor(free: FreeAxes, reading: Reading, most: number, links: Links | undefined) {
    this.#free = free;
    this.#reading = reading;
    this.#links = links;
    this.#most = most;
    this.#matters = free.list.map(() => false);
  }

  result(): Diagram {
    return {
      outcomes: [...this.#outcomes.keys()],
      matters: this.#matters,
      limited: this.#work > this.#most,
      work: this.#work,
    };
  }

  /** The number of the node that stands for what these rules say; `path` is what was chosen on linked axes. */
  node(from: number, alive: Mask, before: number, anyBefore: boolean, path: string): number {
    const { mask, sum, any, outcome } = settle(
      this.#free,
      from,
      alive,
      this.#reading,
      before,
      anyBefore,
    );
    if (outcome !== undefined) return this.#terminal(outcome);
    let depth = from;
    while (!this.#isLinked(depth) && isWithin(mask, this.#free.list[depth].always)) depth += 1;
    const key = `${depth},${sum},${any},${path},${keyOf(mask)}`;
    const seen = this.#seen.get(key);
    if (seen !== undefined) return seen;
    this.#work += this.#free.list[depth].atoms.length * mask.length;
    if (this.#work > this.#most) return GIVEN_UP;
    const node = this.#expand(depth, mask, sum, any, path);
    this.#seen.set(key, node);
    return node;
  }

  #isLinked(depth: number): boolean {
    return this.#links?.linked[depth] === true;
  }

  #expand(depth: number, alive: Mask, sum: number, any: boolean, path: string): number {
    const { atoms } = this.#free.list[depth];
    const linked = this.#isLinked(depth);
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
      node = INNER + this.#nodes.size;
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
}

function isWithin(mask: Mask, other: Mask): boolean {
  for (let i = 0; i < mask.length; i += 1) if ((mask[i] & ~other[i]) !== 0) return false;
  return true;
}

import type { ModelData } from 'highs';

export type Entry = readonly [column: number, factor: number];

/** What a column is when those before it are known. */
type Fill = (values: readonly number[]) => number;

/** A mixed-integer program, to be minimised, that is being written down. */
export class Program {
  readonly cost: number[] = [];
  readonly #upper: number[] = [];
  readonly #whole: (0 | 1)[] = [];
  readonly #fills: (Fill | undefined)[] = [];
  readonly #rows: { entries: readonly Entry[]; lower: number; upper: number }[] = [];

  get columns(): number {
    return this.cost.length;
  }

  /** @param fill says what the column is when those before it are known; without it its value comes from outside. */
  column(cost: number, upper: number, whole: boolean, fill?: Fill): number {
    this.#upper.push(upper);
    this.#whole.push(whole ? 1 : 0);
    this.#fills.push(fill);
    return this.cost.push(cost) - 1;
  }

  atMost(entries: readonly Entry[], upper: number): void {
    if (entries.length > 0) this.#rows.push({ entries, lower: -Infinity, upper });
  }

  exactly(entries: readonly Entry[], value: number): void {
    this.#rows.push({ entries, lower: value, upper: value });
  }

  /** A column can be so much at most. */
  most(column: number): number {
    return this.#upper[column] ?? 0;
  }

  /** Values of all columns, from those that have no fill. */
  filled(given: ReadonlyMap<number, number>): number[] {
    const values: number[] = [];
    this.#fills.forEach((fill, column) => {
      values.push(fill ? fill(values) : (given.get(column) ?? 0));
    });
    return values;
  }

  /** @param step what all costs are divided by. */
  data(step: number): ModelData {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { entries } of this.#rows) {
      for (const [at, factor] of entries) {
        indices.push(at);
        values.push(factor);
      }
      starts.push(indices.length);
    }
    const [numCols, numRows] = [this.columns, this.#rows.length];
    return {
      numCols,
      numRows,
      colCost: this.cost.map((one) => one / step),
      colLower: this.cost.map(() => 0),
      colUpper: this.#upper,
      rowLower: this.#rows.map(({ lower }) => lower),
      rowUpper: this.#rows.map(({ upper }) => upper),
      integrality: this.#whole,
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    };
  }
}

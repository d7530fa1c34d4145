import type { Cell, Range } from '../sfeel/read-cell.ts';
import type { Expression } from '../sfeel/read-expression.ts';
import { hasBetween, hasValue, type Value } from '../sfeel/value.ts';
import type { ValueType } from '../table.ts';
import { addTo, emptyMask, join, keep, keyOf, type Mask } from './mask.ts';

/**
 * One question of a table, divided where its cells tell values apart.
 *
 * With *n* points there are 2*n* + 1 regions: before the first, each point, between each two, after the last; and one more, the last, for null.
 * An atom is all regions which the same rules accept.
 */
export interface Axis {
  expression: Expression;
  /** Undefined where no cell compares it with anything. */
  type: ValueType | undefined;
  /** Indexes into the table's columns; several where columns ask the same. */
  columns: readonly number[];
  points: readonly Value[];
  /** Which rules accept each region. */
  masks: readonly Mask[];
  /** Whether a fact that is missing may turn out to be in a region. */
  possible: readonly boolean[];
  /** Whether a fact may be given in a region: all that are possible, and null. */
  atoms: readonly Atom[];
  /** Which rules accept whatever is possible. */
  always: Mask;
  /** Which rules accept something that is possible. */
  ever: Mask;
}

export interface Atom {
  mask: Mask;
  regions: readonly number[];
}

/** What an axis is made of: its cells by rule, for each of its columns, and the values that there are. */
export interface AxisCells {
  expression: Expression;
  type: ValueType | undefined;
  columns: readonly number[];
  /** [column][rule]; rules in the order of their bits. */
  cells: readonly (readonly Cell[])[];
  /** Of each column; undefined: any value of the type. */
  values: readonly (Cell | undefined)[];
  /** What is missing may turn out to be null. */
  nullable: boolean;
}

export function makeAxis({ expression, type, columns, cells, values, nullable }: AxisCells): Axis {
  const known = values.filter((cell) => cell !== undefined);
  const points = pointsOf([...known, ...cells.flat()]);
  const regions = 2 * points.length + 2;
  const ofNull = regions - 1;
  const rules = cells[0]?.length ?? 0;
  const masks = Array.from({ length: regions }, () => emptyMask(rules));
  cells.forEach((column, i) => {
    const own = i === 0 ? masks : masks.map(() => emptyMask(rules));
    column.forEach((cell, rule) => {
      markRegions(cell, points, (region) => addTo(own[region], rule));
    });
    if (i > 0) masks.forEach((mask, region) => keep(mask, own[region]));
  });
  const allowed = masks.map((_, region) => region !== ofNull && isReal(type, points, region));
  for (const cell of known) {
    const listed = masks.map(() => false);
    markRegions(cell, points, (region) => {
      listed[region] = true;
    });
    listed.forEach((is, region) => {
      if (!is) allowed[region] = false;
    });
  }
  allowed[ofNull] = nullable;
  const atoms = atomsOf(masks, allowed);
  const always = emptyMask(rules).fill(0xffffffff);
  const ever = emptyMask(rules);
  for (const { mask } of atoms) {
    keep(always, mask);
    join(ever, mask);
  }
  return { expression, type, columns, points, masks, possible: allowed, atoms, always, ever };
}

/** The region of a value, null for null. */
export function regionOf({ points }: Axis, value: Value | null): number {
  if (value === null) return 2 * points.length + 1;
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (points[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low < points.length && points[low] === value ? 2 * low + 1 : 2 * low;
}

/** What a region holds; undefined for null. */
export function rangeOf({ points }: Axis, region: number): Range | undefined {
  if (region > 2 * points.length) return undefined;
  const i = region >> 1;
  if (region % 2 === 1) return { lo: points[i], loOpen: false, hi: points[i], hiOpen: false };
  return {
    ...(i > 0 && { lo: points[i - 1] }),
    loOpen: true,
    ...(i < points.length && { hi: points[i] }),
    hiOpen: true,
  };
}

/** Whether a cell of the axis accepts one of its regions. */
export function acceptsRegion(cell: Cell, axis: Axis, region: number): boolean {
  let found = false;
  markRegions(cell, axis.points, (one) => {
    if (one === region) found = true;
  });
  return found;
}

function pointsOf(cells: readonly Cell[]): Value[] {
  const points = new Set<Value>();
  for (const { ranges } of cells) {
    for (const { lo, hi } of ranges) {
      if (lo !== undefined) points.add(lo);
      if (hi !== undefined) points.add(hi);
    }
  }
  return [...points].sort((a, b) => (a < b ? -1 : 1));
}

function isReal(type: ValueType | undefined, points: readonly Value[], region: number): boolean {
  if (type === undefined) return true;
  const i = region >> 1;
  if (region % 2 === 1) return hasValue(type, points[i]);
  return hasBetween(type, points[i - 1], points[i]);
}

function markRegions(cell: Cell, points: readonly Value[], mark: (region: number) => void): void {
  const last = 2 * points.length;
  if (cell.any || (cell.null && !cell.not)) mark(last + 1);
  if (cell.any) {
    for (let region = 0; region <= last; region += 1) mark(region);
    return;
  }
  const inside = cell.not ? new Set<number>() : undefined;
  for (const range of cell.ranges) {
    const from =
      range.lo === undefined ? 0 : 2 * indexOf(points, range.lo) + (range.loOpen ? 2 : 1);
    const to =
      range.hi === undefined ? last : 2 * indexOf(points, range.hi) + (range.hiOpen ? 0 : 1);
    for (let region = from; region <= to; region += 1) {
      if (inside) inside.add(region);
      else mark(region);
    }
  }
  if (!inside) return;
  for (let region = 0; region <= last; region += 1) if (!inside.has(region)) mark(region);
}

/** The place of a point that is among them. */
function indexOf(points: readonly Value[], point: Value): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (points[middle] < point) low = middle + 1;
    else high = middle;
  }
  return low;
}

function atomsOf(masks: readonly Mask[], possible: readonly boolean[]): Atom[] {
  const atoms = new Map<number | string, { mask: Mask; regions: number[] }>();
  masks.forEach((mask, region) => {
    if (!possible[region]) return;
    const key = keyOf(mask);
    const atom = atoms.get(key);
    if (atom) atom.regions.push(region);
    else atoms.set(key, { mask, regions: [region] });
  });
  return [...atoms.values()];
}

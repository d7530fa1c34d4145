import type { Cell, Range } from '../sfeel/read-cell.ts';
import type { Expression } from '../sfeel/read-expression.ts';
import { hasBetween, hasValue, type Value } from '../sfeel/value.ts';
import type { ValueType } from '../table.ts';
import { addTo, both, emptyMask, isSame, join, keep, type Mask } from './mask.ts';

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
  const ofNull = 2 * points.length + 1;
  const rules = cells[0]?.length ?? 0;
  const masks = masksOf(cells[0], points);
  for (const column of cells.slice(1)) {
    masksOf(column, points).forEach((own, region) => {
      masks[region] = both(masks[region], own);
    });
  }
  const allowed = masks.map((_, region) => region !== ofNull && isReal(type, points, region));
  for (const cell of known) {
    const listed = new Set(regionsIn(spansOf(cell, points)));
    allowed.forEach((is, region) => {
      allowed[region] = is && listed.has(region);
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
export function acceptsRegion(cell: Cell, { points }: Axis, region: number): boolean {
  if (region > 2 * points.length) return acceptsNull(cell);
  return spansOf(cell, points).some(([from, to]) => from <= region && region <= to);
}

/** Whether a cell of the axis accepts anything that there is. */
export function canHold(cell: Cell, { points, possible }: Axis): boolean {
  if (acceptsNull(cell) && possible[2 * points.length + 1]) return true;
  return spansOf(cell, points).some(([from, to]) => {
    const first = possible.indexOf(true, from);
    return first >= 0 && first <= to;
  });
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

function acceptsNull(cell: Cell): boolean {
  return cell.any || (cell.null && !cell.not);
}

type Span = readonly [from: number, to: number];

/** The regions but null's that a cell accepts, as stretches in order and apart from each other. */
function spansOf(cell: Cell, points: readonly Value[]): Span[] {
  const last = 2 * points.length;
  if (cell.any) return [[0, last]];
  const spans = cell.ranges
    .map(
      ({ lo, loOpen, hi, hiOpen }): Span => [
        lo === undefined ? 0 : 2 * indexOf(points, lo) + (loOpen ? 2 : 1),
        hi === undefined ? last : 2 * indexOf(points, hi) + (hiOpen ? 0 : 1),
      ],
    )
    .filter(([from, to]) => from <= to)
    .sort(([a], [b]) => a - b);
  const apart: [from: number, to: number][] = [];
  for (const [from, to] of spans) {
    const before = apart.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else apart.push([from, to]);
  }
  if (!cell.not) return apart;
  const rest: Span[] = [];
  let next = 0;
  for (const [from, to] of apart) {
    if (from > next) rest.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last) rest.push([next, last]);
  return rest;
}

function regionsIn(spans: readonly Span[]): number[] {
  return spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** Which rules accept each region, by going along them once. */
function masksOf(column: readonly Cell[], points: readonly Value[]): Mask[] {
  const regions = 2 * points.length + 1;
  const turns: number[][] = [];
  const ofNull = emptyMask(column.length);
  column.forEach((cell, rule) => {
    if (acceptsNull(cell)) addTo(ofNull, rule);
    for (const [from, to] of spansOf(cell, points)) {
      for (const region of [from, to + 1]) (turns[region] ??= []).push(rule);
    }
  });
  let mask = emptyMask(column.length);
  const masks: Mask[] = [];
  for (let region = 0; region < regions; region += 1) {
    const turning = turns[region];
    if (turning) {
      mask = mask.slice();
      for (const rule of turning) mask[rule >>> 5] ^= 1 << (rule & 31);
    }
    masks.push(mask);
  }
  return [...masks, ofNull];
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
  const byHash = new Map<number, { mask: Mask; regions: number[] }[]>();
  const atoms: Atom[] = [];
  masks.forEach((mask, region) => {
    if (!possible[region]) return;
    const hash = hashOf(mask);
    const alike = byHash.get(hash);
    const found = alike?.find((atom) => isSame(atom.mask, mask));
    if (found) return void found.regions.push(region);
    const atom = { mask, regions: [region] };
    atoms.push(atom);
    if (alike) alike.push(atom);
    else byHash.set(hash, [atom]);
  });
  return atoms;
}

/** FNV-1a over words (Fowler, Noll & Vo 1991). */
function hashOf(mask: Mask): number {
  let hash = 0x811c9dc5;
  for (const word of mask) hash = Math.imul(hash ^ word, 0x01000193);
  return hash;
}

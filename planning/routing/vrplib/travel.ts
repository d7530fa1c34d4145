import { sharedInts } from '../integers.ts';
import { NO_WAY } from '../problem.ts';
import { readExplicitMatrix } from './explicit-matrix.ts';
import { type FileFaults, shown } from './fault.ts';
import type { Layout } from './layout.ts';
import type { NodeRows } from './node-rows.ts';
import { getField } from './numbers.ts';
import type { Units } from './units.ts';

const FROM_POSITIONS: Record<string, (dx: number, dy: number) => number> = {
  EUC_2D: (dx, dy) => Math.sqrt(dx * dx + dy * dy),
  CEIL_2D: (dx, dy) => Math.ceil(Math.sqrt(dx * dx + dy * dy)),
  MAN_2D: (dx, dy) => Math.abs(dx) + Math.abs(dy),
  MAX_2D: (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy)),
};

const TILE = 64;

/** How the file gives its distances: by positions, or by a matrix. Undefined, and a fault, when it is not known. */
export function readEdgeWeightType(faults: FileFaults, layout: Layout): string | undefined {
  const field = getField(faults, layout, 'EDGE_WEIGHT_TYPE');
  if (!field) return undefined;
  const type = field.value.toUpperCase();
  if (type === 'EXPLICIT' || type in FROM_POSITIONS) return type;
  const known = [...Object.keys(FROM_POSITIONS), 'EXPLICIT'];
  faults.add(
    'unknown-edge-weight-type',
    field.line,
    'EDGE_WEIGHT_TYPE',
    [`没有 ${shown(field.value)} 这种距离`, `there are no distances of type ${shown(field.value)}`],
    [`用其中之一：${known.join('、')}`, `use one of ${known.join(', ')}`],
  );
  return undefined;
}

export function positionsMatrix(
  faults: FileFaults,
  { columns, name }: NodeRows,
  type: string,
  { distance }: Units,
): Int32Array {
  const [xs = new Float64Array(), ys = new Float64Array()] = columns;
  const apart = FROM_POSITIONS[type] ?? (() => Number.NaN);
  const nodes = xs.length;
  const matrix = sharedInts(nodes * nodes);
  let farthest = 0;
  // By tiles: half of the writes go down a column, which is slow on a large matrix otherwise.
  for (let top = 0; top < nodes; top += TILE) {
    for (let left = 0; left <= top; left += TILE) {
      for (let i = top; i < Math.min(top + TILE, nodes); i++) {
        const x = xs[i] ?? 0;
        const y = ys[i] ?? 0;
        for (let j = left; j < Math.min(left + TILE, i); j++) {
          const length = distance(apart(x - (xs[j] ?? 0), y - (ys[j] ?? 0)));
          if (length > farthest) farthest = length;
          matrix[i * nodes + j] = length;
          matrix[j * nodes + i] = length;
        }
      }
    }
  }
  if (farthest >= NO_WAY) addTooFar(faults, name);
  return matrix;
}

export function explicitMatrix(
  faults: FileFaults,
  layout: Layout,
  nodes: number,
  { distance }: Units,
): Int32Array | undefined {
  const section = layout.sections.get('EDGE_WEIGHT_SECTION');
  if (!section) return undefined;
  let farthest = 0;
  const matrix = readExplicitMatrix(faults, layout, section, nodes, (length) => {
    const entry = distance(length);
    farthest = Math.max(farthest, entry);
    return entry;
  });
  if (farthest >= NO_WAY) addTooFar(faults, section.name);
  return matrix;
}

function addTooFar(faults: FileFaults, at: string): void {
  faults.add(
    'too-far',
    0,
    at,
    [`有距离换成整数后达到 ${NO_WAY}`, `a distance made whole reaches ${NO_WAY}`],
    ['换成更大的单位', 'use a larger unit'],
  );
}

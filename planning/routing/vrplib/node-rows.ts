import { type FileFaults, shown } from './fault.ts';
import { rowsOf, type Section } from './layout.ts';
import { type Bounds, readBounded } from './numbers.ts';
import { MOST_NODES } from './units.ts';

/** A section with one row a node. */
export interface NodeRows {
  /** `columns[c][node]`, nodes counted from 0; NaN for what is no number or is not there, which is a fault. */
  columns: Float64Array[];
  /** Where each node's row is. */
  lines: Int32Array;
  name: string;
}

interface Shape {
  /** What stands after the node's number. */
  columns: readonly Bounds[];
  nodes: number;
  /** The number of the first node. */
  firstNode: number;
}

/** Reads `node value …`, each node once, in any order. */
export function readNodeRows(faults: FileFaults, section: Section, shape: Shape): NodeRows {
  const { nodes, firstNode } = shape;
  const { name } = section;
  const columns = shape.columns.map(() => new Float64Array(nodes).fill(Number.NaN));
  const lines = new Int32Array(nodes);
  let rows = 0;
  for (const { line, words } of rowsOf(section)) {
    rows++;
    if (rows > MOST_NODES) break;
    if (faults.full || rows > nodes) continue;
    if (words.length !== columns.length + 1) {
      addRowLength(faults, line, name, words.length, columns.length + 1);
      continue;
    }
    const node = readNode(faults, words[0] ?? '', line, name, nodes, firstNode);
    if (node < 0) continue;
    if (lines[node] !== 0) {
      faults.add(
        'duplicate-node',
        line,
        name,
        [
          `节点 ${node + firstNode} 在第 ${lines[node]} 行已有一行`,
          `node ${node + firstNode} has a row already, on line ${lines[node]}`,
        ],
        ['每个节点只写一行', 'give each node one row'],
      );
      continue;
    }
    lines[node] = line;
    shape.columns.forEach((bounds, c) => {
      const value = readBounded(faults, words[c + 1] ?? '', line, name, bounds);
      const column = columns[c];
      if (column) column[node] = value;
    });
  }
  if (rows !== nodes) {
    faults.add(
      'wrong-dimension',
      section.line,
      name,
      [
        `有${rows > MOST_NODES ? '过多的' : ` ${rows} `}行，而 DIMENSION 是 ${nodes}`,
        `has ${rows > MOST_NODES ? 'too many' : rows} rows, while DIMENSION is ${nodes}`,
      ],
      [
        '改正 DIMENSION（含车场），或补齐、删去行',
        'put DIMENSION right (depots included), or add or delete rows',
      ],
    );
  }
  return { columns, lines, name };
}

/** @returns the node, counted from 0; -1, and a fault, when there is none of that number. */
export function readNode(
  faults: FileFaults,
  word: string,
  line: number,
  at: string,
  nodes: number,
  firstNode: number,
): number {
  const last = firstNode + nodes - 1;
  const number = /^\d{1,9}$/.test(word) ? Number(word) : -1;
  if (number >= firstNode && number <= last) return number - firstNode;
  faults.add(
    'unknown-node',
    line,
    at,
    [`没有节点 ${shown(word)}`, `there is no node ${shown(word)}`],
    [`节点编号为 ${firstNode} 到 ${last}`, `nodes are numbered from ${firstNode} to ${last}`],
  );
  return -1;
}

export function addRowLength(
  faults: FileFaults,
  line: number,
  at: string,
  found: number,
  wanted: number,
): void {
  faults.add(
    'row-length',
    line,
    at,
    [`这一行有 ${found} 个数`, `the row has ${found} numbers`],
    [`应为 ${wanted} 个`, `it should have ${wanted}`],
  );
}

import { sharedInts } from '../integers.ts';
import { type FileFaults, shown } from './fault.ts';
import type { Layout, Section } from './layout.ts';
import { getField, readNumber } from './numbers.ts';

/** What a row holds: all, or the columns before or after the diagonal, with it or without. */
interface Triangle {
  part: 'full' | 'lower' | 'upper';
  diagonal: boolean;
}

/** A matrix is symmetric in all but the full one, so columns of one half are rows of the other. */
const FORMATS: Record<string, Triangle> = {
  FULL_MATRIX: { part: 'full', diagonal: true },
  LOWER_ROW: { part: 'lower', diagonal: false },
  UPPER_ROW: { part: 'upper', diagonal: false },
  LOWER_DIAG_ROW: { part: 'lower', diagonal: true },
  UPPER_DIAG_ROW: { part: 'upper', diagonal: true },
  LOWER_COL: { part: 'upper', diagonal: false },
  UPPER_COL: { part: 'lower', diagonal: false },
  LOWER_DIAG_COL: { part: 'upper', diagonal: true },
  UPPER_DIAG_COL: { part: 'lower', diagonal: true },
};

/**
 * The matrix that the file gives, each entry made whole by `whole`; undefined when it is broken.
 *
 * The entries may be broken into lines anywhere.
 */
export function readExplicitMatrix(
  faults: FileFaults,
  layout: Layout,
  section: Section,
  nodes: number,
  whole: (length: number) => number,
): Int32Array | undefined {
  const format = getField(faults, layout, 'EDGE_WEIGHT_FORMAT');
  if (!format) return undefined;
  const triangle = FORMATS[format.value.toUpperCase()];
  if (!triangle) {
    const known = Object.keys(FORMATS);
    faults.add(
      'unknown-edge-weight-format',
      format.line,
      'EDGE_WEIGHT_FORMAT',
      [`没有 ${shown(format.value)} 这种排法`, `there is no format ${shown(format.value)}`],
      [`用其中之一：${known.join('、')}`, `use one of ${known.join(', ')}`],
    );
    return undefined;
  }
  const wanted = countOf(triangle, nodes);
  const words = wordsOf(section);
  const matrix = sharedInts(nodes * nodes);
  let read = 0;
  for (let i = 0; i < nodes; i++) {
    const [first, last] = columnsOf(triangle, i, nodes);
    for (let j = first; j < last; j++) {
      const next = words.next();
      if (next.done) {
        addSize(faults, section, read, wanted);
        return undefined;
      }
      const { word, line } = next.value;
      const length = readNumber(faults, word, line, section.name);
      read++;
      if (!(length >= 0)) {
        if (length < 0) addNegative(faults, word, line, section.name);
        if (faults.full) return undefined;
        continue;
      }
      const entry = whole(length);
      matrix[i * nodes + j] = entry;
      if (triangle.part !== 'full') matrix[j * nodes + i] = entry;
    }
  }
  let more = 0;
  while (!words.next().done) more++;
  if (more > 0) addSize(faults, section, read + more, wanted);
  return matrix;
}

function columnsOf({ part, diagonal }: Triangle, i: number, nodes: number): [number, number] {
  if (part === 'lower') return [0, diagonal ? i + 1 : i];
  if (part === 'upper') return [diagonal ? i : i + 1, nodes];
  return [0, nodes];
}

function countOf({ part, diagonal }: Triangle, nodes: number): number {
  if (part === 'full') return nodes * nodes;
  return (nodes * (diagonal ? nodes + 1 : nodes - 1)) / 2;
}

/** Millions of them: found one at a time, never as a list. */
function* wordsOf({ text, from, to, line }: Section): Generator<{ word: string; line: number }> {
  let at = from;
  let row = line;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      if (code === 10) row++;
      at++;
      continue;
    }
    const begin = at;
    while (at < to && text.charCodeAt(at) > 32) at++;
    yield { word: text.slice(begin, Math.min(at, begin + 100)), line: row };
  }
}

function addNegative(faults: FileFaults, word: string, line: number, at: string): void {
  faults.add(
    'out-of-range',
    line,
    at,
    [`距离 ${word} 小于 0`, `the distance ${word} is below 0`],
    ['写 0 或更大的数', 'write 0 or more'],
  );
}

function addSize(faults: FileFaults, section: Section, found: number, wanted: number): void {
  faults.add(
    'wrong-matrix-size',
    section.line,
    section.name,
    [`有 ${found} 个数，应为 ${wanted} 个`, `has ${found} numbers, it should have ${wanted}`],
    [
      '检查 DIMENSION 和 EDGE_WEIGHT_FORMAT 是否与这些数相符',
      'see whether DIMENSION and EDGE_WEIGHT_FORMAT go with these numbers',
    ],
  );
}

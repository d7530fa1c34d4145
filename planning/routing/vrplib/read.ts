import { looksClassic, readClassicFile } from './classic-file.ts';
import { type FileFault, FileFaults } from './fault.ts';
import type { Instance } from './instance.ts';
import { looksLikeVrplib } from './layout.ts';
import { makeInstance } from './make-instance.ts';
import { readSectionsFile } from './sections-file.ts';

/** Longer texts are refused. */
const MOST_CHARACTERS = 400_000_000;

export type ReadVrplib = { ok: true; instance: Instance } | { ok: false; faults: FileFault[] };

/**
 * Reads the text of a VRPLIB file, or of one in the layout of Solomon's sets.
 *
 * - `TYPE` CVRP (also ACVRP and DCVRP), VRPTW and MTVRPTWR (several trips, with releases). `EDGE_WEIGHT_TYPE` EUC_2D,
 *   CEIL_2D, MAN_2D, MAX_2D, and EXPLICIT in every row and column format.
 * - Distances and times become whole as the set does it, see `Convention`. Both are one array. For CVRP that is rounding to
 *   the nearest, as in the X set; older sets that publish costs of unrounded distances differ by that.
 * - `DISTANCE` limits a route: its travel, and with a service time its travel and service together.
 * - Without `VEHICLES` there are as many as clients. Without `VEHICLES_DEPOT_SECTION` all begin at the first depot.
 * - Keys and sections that are not known are refused: a rule that is read over would not be kept.
 *
 * @param text of at most 400 million characters and 20,000 nodes.
 * @returns the instance; or every fault, with code, line, key or section, cause and remedy: at most a hundred, then
 *   `more-faults`. Never throws.
 */
export function readVrplib(text: string): ReadVrplib {
  const faults = new FileFaults();
  if (text.length > MOST_CHARACTERS) {
    addTooLong(faults, text.length);
    return { ok: false, faults: faults.close() };
  }
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const read = looksClassic(plain) ? readClassicFile : readSectionsFile;
    if (read === readSectionsFile && !looksLikeVrplib(plain)) addNotVrplib(faults);
    else {
      const sheet = read(faults, plain);
      if (sheet) return { ok: true, instance: makeInstance(sheet) };
    }
  } catch (error) {
    // What a machine says that has no room for the matrix.
    if (!(error instanceof RangeError)) throw error;
    addNoRoom(faults);
  }
  return { ok: false, faults: faults.close() };
}

function addNotVrplib(faults: FileFaults): void {
  faults.add(
    'not-vrplib',
    0,
    '',
    [
      '不是 VRPLIB 文件：开头没有 NAME、TYPE、DIMENSION 等任何键',
      'is not a VRPLIB file: no key such as NAME, TYPE or DIMENSION is at its beginning',
    ],
    [
      '给 VRPLIB 格式（.vrp）或 Solomon 格式的文本文件',
      "give a text file in VRPLIB's (.vrp) or Solomon's layout",
    ],
  );
}

function addTooLong(faults: FileFaults, length: number): void {
  faults.add(
    'too-large',
    0,
    '',
    [
      `有 ${length} 个字符，最多 ${MOST_CHARACTERS} 个`,
      `has ${length} characters; ${MOST_CHARACTERS} are the most`,
    ],
    ['按区域分成几个文件', 'divide it into several files, by area'],
  );
}

function addNoRoom(faults: FileFaults): void {
  faults.add(
    'too-large',
    0,
    '',
    ['内存放不下它的距离矩阵', 'has a matrix of distances for which there is no memory'],
    [
      '按区域分成几个文件，或换内存更大的机器',
      'divide it into several files, or use a machine with more memory',
    ],
  );
}

import { type FileFaults, shown } from './fault.ts';
import type { Field, Layout } from './layout.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/** Larger numbers are refused wherever they stand. */
export const LARGEST = 2 ** 30;

/** @returns NaN, and a fault, when it is no number or beyond what can be counted with. */
export function readNumber(faults: FileFaults, word: string, line: number, at: string): number {
  if (word.length > 60 || !NUMBER.test(word)) {
    faults.add(
      'not-number',
      line,
      at,
      [`${shown(word)} 不是数`, `${shown(word)} is not a number`],
      ['写数，如 12 或 3.5', 'write a number such as 12 or 3.5'],
    );
    return Number.NaN;
  }
  const value = Number(word);
  if (Math.abs(value) <= LARGEST) return value;
  addOutOfRange(faults, word, line, at, `-${LARGEST}`, LARGEST);
  return Number.NaN;
}

export interface Bounds {
  least: number;
  most: number;
  whole: boolean;
}

/** @returns NaN, and a fault, when it is outside of the bounds. */
export function readBounded(
  faults: FileFaults,
  word: string,
  line: number,
  at: string,
  { least, most, whole }: Bounds,
): number {
  const value = readNumber(faults, word, line, at);
  if (Number.isNaN(value)) return value;
  if (whole && !Number.isInteger(value)) {
    faults.add(
      'not-whole',
      line,
      at,
      [`${word} 不是整数`, `${word} is not a whole number`],
      [`写 ${least} 到 ${most} 的整数`, `write a whole number from ${least} to ${most}`],
    );
    return Number.NaN;
  }
  if (value >= least && value <= most) return value;
  addOutOfRange(faults, word, line, at, least, most);
  return Number.NaN;
}

/** The number that a key gives; undefined when the key is absent, or broken, which is a fault. */
export function findNumber(
  faults: FileFaults,
  { fields }: Layout,
  key: string,
  bounds: Bounds,
): number | undefined {
  const field = fields.get(key);
  if (!field) return undefined;
  const value = readBounded(faults, field.value, field.line, key, bounds);
  return Number.isNaN(value) ? undefined : value;
}

/** As `findNumber`; an absent key is a fault too. */
export function getNumber(
  faults: FileFaults,
  layout: Layout,
  key: string,
  bounds: Bounds,
): number | undefined {
  getField(faults, layout, key);
  return findNumber(faults, layout, key, bounds);
}

export function getField(faults: FileFaults, { fields }: Layout, key: string): Field | undefined {
  const field = fields.get(key);
  if (!field) {
    faults.add(
      'missing-key',
      0,
      key,
      [`缺少 ${key}`, `${key} is missing`],
      [`在各段之前加一行 ${key} : …`, `add a line ${key} : … before the sections`],
    );
  }
  return field;
}

function addOutOfRange(
  faults: FileFaults,
  word: string,
  line: number,
  at: string,
  least: number | string,
  most: number,
): void {
  faults.add(
    'out-of-range',
    line,
    at,
    [`${shown(word)} 超出 ${least} 到 ${most}`, `${shown(word)} is outside ${least} to ${most}`],
    [`写 ${least} 到 ${most} 的数`, `write a number from ${least} to ${most}`],
  );
}

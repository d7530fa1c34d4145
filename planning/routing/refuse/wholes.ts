import { NEVER } from '../problem.ts';
import { type FaultList, type Say, say } from './fault.ts';

/** What a number has to be. */
export interface Whole {
  least: number;
  most: number;
  required?: true;
  /** It is an index into this list, which has `most + 1` entries. */
  into?: string;
}

export type Wholes<Key extends string> = Record<Key, Whole>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An index into what the problem has; any, where that is broken itself and told at its own place. */
export function indexInto(name: string, count: number | undefined): Whole {
  return count ? { least: 0, most: count - 1, into: name } : { least: 0, most: NEVER };
}

/** @returns whether all the rules were kept. */
export function readWholes<Key extends string>(
  faults: FaultList,
  value: unknown,
  at: string,
  rules: Wholes<Key>,
): boolean {
  if (!readRecord(faults, value, at)) return false;
  let kept = true;
  for (const [key, rule] of Object.entries<Whole>(rules)) {
    kept = readWhole(faults, value[key], `${at}.${key}`, rule) && kept;
  }
  return kept;
}

export function readRecord(
  faults: FaultList,
  value: unknown,
  at: string,
): value is Record<string, unknown> {
  if (isRecord(value)) return true;
  const remedy = say('写一个对象 { … }', 'give an object { … }');
  addWrongType(faults, value, at, say('对象', 'an object'), remedy);
  return false;
}

/** @returns the entries; none, and a fault, when it is no list. */
export function readList(faults: FaultList, value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const remedy = say('写一个列表 [ … ]', 'give a list [ … ]');
  if (value === undefined) addMissing(faults, at, remedy);
  else addWrongType(faults, value, at, say('列表', 'a list'), remedy);
  return [];
}

export function readWhole(
  faults: FaultList,
  value: unknown,
  at: string,
  rule: Whole,
): value is number | undefined {
  const { least, most, required, into } = rule;
  if (value === undefined && !required) return true;
  const whole = typeof value === 'number' && Number.isInteger(value);
  if (whole && value >= least && value <= most) return true;
  const range = `${least}…${most}`;
  const wanted = into
    ? say(
        `写 ${into} 的下标，${range}，从 0 数起`,
        `give an index into ${into}, ${range}, counted from 0`,
      )
    : say(`写 ${range} 的整数`, `give a whole number, ${range}`);
  if (value === undefined) addMissing(faults, at, wanted);
  else if (typeof value !== 'number') {
    addWrongType(faults, value, at, say('整数', 'a whole number'), wanted);
  } else if (!whole) {
    const cause = say(`${value} 不是整数`, `is ${value}, not a whole number`);
    const remedy = say(
      `${wanted['zh-CN']}；用更小的单位来取整，没有限制就省略`,
      `${wanted.en}; use a smaller unit to round in, and leave out what is unlimited`,
    );
    faults.add('not-whole', at, cause, remedy);
  } else if (into) {
    const cause = say(`${into} 没有第 ${value} 项`, `is ${value}; ${into} has ${most + 1} entries`);
    faults.add('unknown-index', at, cause, wanted);
  } else {
    faults.add(
      'out-of-range',
      at,
      say(`${value} 超出 ${range}`, `is ${value}, outside ${range}`),
      wanted,
    );
  }
  return false;
}

export function addMissing(faults: FaultList, at: string, remedy: Say): void {
  faults.add('missing', at, say('缺少', 'is missing'), remedy);
}

export function addWrongType(
  faults: FaultList,
  value: unknown,
  at: string,
  wanted: Say,
  remedy: Say,
): void {
  const found = shown(value);
  const cause = say(
    `应为${wanted['zh-CN']}，这里是${found['zh-CN']}`,
    `is ${found.en}, not ${wanted.en}`,
  );
  faults.add('wrong-type', at, cause, remedy);
}

/** What stands there, short enough for a sentence. */
function shown(value: unknown): Say {
  if (value === null) return say(' null', 'null');
  if (typeof value === 'number') return say(` ${value}`, String(value));
  if (Array.isArray(value)) return say('列表', 'a list');
  if (ArrayBuffer.isView(value)) return say('类型化数组', 'a typed array');
  const kinds: Record<string, Say> = {
    string: say('文字', 'a string'),
    boolean: say('真假值', 'a boolean'),
    object: say('对象', 'an object'),
  };
  return kinds[typeof value] ?? say(` ${typeof value}`, `a ${typeof value}`);
}

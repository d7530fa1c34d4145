import { type FaultList, type Say, say } from './fault.ts';

/** What a number has to be. */
export interface Numeric {
  least: number;
  most: number;
  /** How many decimals it may have. Default 0. */
  decimals?: number;
  required?: true;
  /** `null` says that it is not known, or that there is none. */
  orNull?: true;
}

type Fields = Readonly<Record<string, unknown>>;

export function readRecord(faults: FaultList, value: unknown, at: string): value is Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
  const wanted = say('对象 { … }', 'an object { … }');
  if (value === undefined) addMissing(faults, at, wanted);
  else addWrongType(faults, at, value, wanted);
  return false;
}

/** @returns its entries; none, and a fault, when it is no list. */
export function readList(faults: FaultList, value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const wanted = say('列表 [ … ]', 'a list [ … ]');
  if (value === undefined) addMissing(faults, at, wanted);
  else addWrongType(faults, at, value, wanted);
  return [];
}

export function readNumber(faults: FaultList, value: unknown, at: string, rule: Numeric): boolean {
  const { least, most, decimals = 0, required, orNull } = rule;
  if (value === undefined && !required) return true;
  if (value === null && orNull) return true;
  const wanted = wantedOf(rule);
  if (value === undefined) addMissing(faults, at, wanted);
  else if (typeof value !== 'number') addWrongType(faults, at, value, wanted);
  else if (!(value >= least && value <= most)) {
    const cause = say(`${value} 超出 ${least}…${most}`, `is ${value}, outside ${least}…${most}`);
    faults.add('out-of-range', at, cause, give(wanted));
  } else if (!isMultiple(value, 10 ** decimals)) {
    const cause =
      decimals === 0
        ? say(`${value} 不是整数`, `is ${value}, not a whole number`)
        : say(
            `${value} 的小数多于 ${decimals} 位`,
            `is ${value}, with more than ${decimals} decimals`,
          );
    faults.add(decimals === 0 ? 'not-whole' : 'too-fine', at, cause, give(wanted));
  } else return true;
  return false;
}

/** @returns whether it is an id that nobody in `known` has; it is added to them. */
export function readId(faults: FaultList, value: unknown, at: string, known: Set<string>): void {
  const wanted = say('不重复的文字', 'a text that no other has');
  if (value === undefined) addMissing(faults, at, wanted);
  else if (typeof value !== 'string') addWrongType(faults, at, value, wanted);
  else if (value === '') faults.add('id-empty', at, say('编号为空', 'is empty'), give(wanted));
  else if (known.has(value)) {
    const cause = say(`编号“${value}”已经有了`, `is “${value}”, which another one has`);
    faults.add('id-twice', at, cause, give(wanted));
  } else known.add(value);
}

export function addWrongType(faults: FaultList, at: string, value: unknown, wanted: Say): void {
  const [zh, en] = shown(value);
  const cause = say(`应为${wanted['zh-CN']}，这里是${zh}`, `is ${en}, not ${wanted.en}`);
  faults.add('wrong-type', at, cause, give(wanted));
}

function addMissing(faults: FaultList, at: string, wanted: Say): void {
  faults.add('missing', at, say('缺少', 'is missing'), give(wanted));
}

function give(wanted: Say): Say {
  return say(`写${wanted['zh-CN']}`, `give ${wanted.en}`);
}

function wantedOf({ least, most, decimals = 0, orNull }: Numeric): Say {
  const [zh, en] =
    decimals === 0
      ? ['整数', 'a whole number']
      : [`至多 ${decimals} 位小数的数`, `a number of at most ${decimals} decimals`];
  const none = orNull ? ['，或 null', ', or null'] : ['', ''];
  return say(` ${least}…${most} 的${zh}${none[0]}`, `${en}, ${least}…${most}${none[1]}`);
}

/** Whether `value` is a whole number of parts, but for what binary fractions make of a decimal one. */
function isMultiple(value: number, parts: number): boolean {
  const scaled = value * parts;
  return Math.abs(scaled - Math.round(scaled)) <= Math.max(1, Math.abs(scaled)) * 1e-12;
}

function shown(value: unknown): [zh: string, en: string] {
  if (value === null) return [' null', 'null'];
  if (Array.isArray(value)) return ['列表', 'a list'];
  const kinds: Record<string, [string, string]> = {
    string: ['文字', 'a string'],
    number: ['数', 'a number'],
    boolean: ['真假值', 'a boolean'],
    object: ['对象', 'an object'],
  };
  return kinds[typeof value] ?? [` ${typeof value}`, `a ${typeof value}`];
}

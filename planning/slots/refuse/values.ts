import { type FaultList, type Say, say } from './fault.ts';

/** What a number has to be. */
export interface Numeric {
  least: number;
  most: number;
  required?: true;
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

export function readNumber(
  faults: FaultList,
  value: unknown,
  at: string,
  rule: Numeric,
): value is number {
  const { least, most, required } = rule;
  if (value === undefined && !required) return false;
  const wanted = wantedOf(rule);
  if (value === undefined) addMissing(faults, at, wanted);
  else if (typeof value !== 'number') addWrongType(faults, at, value, wanted);
  else if (!(value >= least && value <= most)) {
    const cause = say(`${value} 超出 ${least}…${most}`, `is ${value}, outside ${least}…${most}`);
    faults.add('out-of-range', at, cause, give(wanted));
  } else if (!Number.isInteger(value)) {
    faults.add(
      'not-whole',
      at,
      say(`${value} 不是整数`, `is ${value}, not a whole number`),
      give(wanted),
    );
  } else return true;
  return false;
}

/** Whether it is an id that nobody in `known` has; it is added to them. */
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

/** Whether it is the id of one of `known`. */
export function readReference(
  faults: FaultList,
  value: unknown,
  at: string,
  known: ReadonlySet<string>,
): void {
  const wanted = say('已有的编号', 'an id that there is');
  if (value === undefined) addMissing(faults, at, wanted);
  else if (typeof value !== 'string') addWrongType(faults, at, value, wanted);
  else if (!known.has(value)) {
    const cause = say(`没有编号“${value}”`, `is “${value}”, which nothing has`);
    faults.add('unknown-id', at, cause, give(wanted));
  }
}

export function readFlag(faults: FaultList, value: unknown, at: string): void {
  if (value === undefined || typeof value === 'boolean') return;
  addWrongType(faults, at, value, say('真假值', 'true or false'));
}

export function readText(faults: FaultList, value: unknown, at: string): void {
  if (value === undefined || typeof value === 'string') return;
  addWrongType(faults, at, value, say('文字', 'a text'));
}

function addWrongType(faults: FaultList, at: string, value: unknown, wanted: Say): void {
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

function wantedOf({ least, most }: Numeric): Say {
  return say(` ${least}…${most} 的整数`, `a whole number, ${least}…${most}`);
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

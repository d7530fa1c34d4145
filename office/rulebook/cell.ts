import { type Say, say } from '../http/say.ts';
import type { Column, Constant, DecisionTable, ValueType } from './table.ts';

/** How a cell compares, as a drop-down offers it. */
export type Comparison = 'any' | 'is' | 'not' | '<' | '<=' | '>' | '>=' | 'between';

/** A cell that a form can show; any other S-FEEL is text for those who know it. Dates and durations are ISO 8601. */
export interface PlainCell {
  how: Comparison;
  /** None for `any`, two for `between`, one or more for `is` and `not`, else one. */
  values: readonly (string | number | boolean)[];
}

const number = /^-?\d+(\.\d+)?$/;
const quoted = /^"((?:[^"\\]|\\.)*)"$/s;
const called = /^(?:date and time|date|time|duration)\s*\(\s*"([^"\\]*)"\s*\)$|^@"([^"\\]*)"$/;

function readLiteral(text: string): string | number | boolean | undefined {
  if (number.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  const string = quoted.exec(text);
  if (string) return string[1]?.replace(/\\(.)/gs, '$1');
  const call = called.exec(text);
  return call ? (call[1] ?? call[2]) : undefined;
}

/** Between commas, quoted texts kept whole. */
const split = (text: string): string[] =>
  (text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/gs) ?? []).map((part) => part.trim());

/** Undefined: no cell that a form can show. */
export function readPlain(text: string): PlainCell | undefined {
  const cell = text.trim();
  if (cell === '' || cell === '-') return { how: 'any', values: [] };
  const range = /^\[(.+)\.\.(.+)\]$/s.exec(cell);
  if (range) return plain('between', [range[1] ?? '', range[2] ?? '']);
  const compared = /^(<=|>=|<|>)(.+)$/s.exec(cell);
  if (compared) return plain(compared[1] as Comparison, [compared[2] ?? '']);
  const not = /^not\s*\((.+)\)$/s.exec(cell);
  return not ? plain('not', split(not[1] ?? '')) : plain('is', split(cell));
}

function plain(how: Comparison, texts: readonly string[]): PlainCell | undefined {
  const values: (string | number | boolean)[] = [];
  for (const text of texts) {
    const value = readLiteral(text.trim());
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length > 0 ? { how, values } : undefined;
}

const calls: Partial<Record<ValueType, string>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

export function writeLiteral(value: Constant, type: ValueType | undefined): string {
  if (typeof value !== 'string') return String(value);
  const text = `"${value.replace(/["\\]/g, '\\$&')}"`;
  const call = type && calls[type];
  return call ? `${call}(${text})` : text;
}

export function writePlain({ how, values }: PlainCell, type: ValueType | undefined): string {
  const texts = values.map((value) => writeLiteral(value, type));
  if (how === 'any' || texts.length === 0) return '-';
  if (how === 'between') return `[${texts.join('..')}]`;
  if (how === 'is') return texts.join(', ');
  if (how === 'not') return `not(${texts.join(', ')})`;
  return `${how} ${texts[0]}`;
}

/** How the values that a column compares with are said. */
export interface CellWords {
  type: ValueType | undefined;
  unit: Say | undefined;
  values: readonly { value: Constant; say: Say }[];
}

/** The fact that a column asks plainly, and how its values are said. */
export function wordsOfColumn(table: DecisionTable, column: Column): CellWords {
  const fact = table.facts?.find(({ name }) => name === column.expression.trim());
  return { type: column.type ?? fact?.type, unit: fact?.unit, values: fact?.values ?? [] };
}

/** What a column asks, as people say it. */
export function sayColumn(table: DecisionTable, { expression, say: own, label }: Column): Say {
  const fact = table.facts?.find(({ name }) => name === expression.trim());
  return own ?? fact?.say ?? say(label ?? expression, label ?? expression);
}

export function sayValue(value: Constant, { type, unit, values }: CellWords): Say {
  const own = values.find((one) => one.value === value);
  if (own) return own.say;
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (value === null) return say('无', 'none');
  if (typeof value === 'number')
    return say(`${value}${spaced(unit?.['zh-CN'])}`, `${value}${spaced(unit?.en)}`);
  if (type === 'date and time') {
    const local = value.slice(0, 16).replace('T', ' ');
    return say(local, local);
  }
  const hours = type === 'days and time duration' ? hoursOf(value) : undefined;
  return hours === undefined ? say(value, value) : say(`${hours} 小时`, `${hours} hours`);
}

/** Of a duration that is whole hours, their number. */
export function hoursOf(duration: string): number | undefined {
  if (/^P(T0[HMS]|0D)$/.test(duration)) return 0;
  const parts = /^P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(duration);
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return undefined;
  return Number(parts[1] ?? 0) * 24 + Number(parts[2] ?? 0);
}

export const durationOf = (hours: number): string => `PT${hours}H`;

const spaced = (unit: string | undefined) => (unit ? ` ${unit.trim()}` : '');

const signs: Partial<Record<Comparison, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** A cell as a clerk reads it: “≤ 48 小时”. */
export function sayCell(text: string, words: CellWords): Say {
  const cell = readPlain(text);
  if (!cell) return sayParts(text, words);
  const said = cell.values.map((value) => sayValue(value, words));
  const [first, second] = said;
  const zh = said.map((one) => one['zh-CN']).join('、');
  const en = said.map((one) => one.en).join(' or ');
  switch (cell.how) {
    case 'any':
      return say('不限', 'anything');
    case 'is':
      return say(zh, en);
    case 'not':
      return say(`除 ${zh} 外`, `not ${en}`);
    case 'between':
      return between(first, second);
    default:
      return say(`${signs[cell.how]} ${first?.['zh-CN']}`, `${signs[cell.how]} ${first?.en}`);
  }
}

/** “0 至 48 小时”: a unit that both share is said once. */
function between(from: Say | undefined, to: Say | undefined): Say {
  const part = (language: 'zh-CN' | 'en') => {
    const [a, b] = [from?.[language] ?? '', to?.[language] ?? ''];
    const unit = /^[\d.]+( \D+)$/.exec(b)?.[1];
    return [unit && a.endsWith(unit) ? a.slice(0, -unit.length) : a, b] as const;
  };
  return say(part('zh-CN').join(' 至 '), part('en').join(' to '));
}

/** Several tests of which one must hold, each said by itself; what no form can show stays S-FEEL. */
function sayParts(text: string, words: CellWords): Say {
  const parts = splitTests(text);
  if (parts.length < 2) return text.trim() === 'null' ? sayValue(null, words) : say(text, text);
  const said = parts.map((part) => sayCell(part, words));
  return say(said.map((one) => one['zh-CN']).join(' 或 '), said.map(({ en }) => en).join(' or '));
}

/** Between the commas that stand in no bracket and no quoted text. */
const splitTests = (text: string): string[] =>
  (text.match(/(?:"(?:[^"\\]|\\.)*"|\([^)]*\)|\[(?:[^\]"]|"[^"]*")*\]|[^,"([])+/gs) ?? []).map(
    (part) => part.trim(),
  );

/** What a rule decides, output by output, as people say it. */
export function sayOutcome(table: DecisionTable, gives: readonly string[]): Say {
  const parts = table.outputs.map(({ type, words = [] }, o) =>
    sayCell(gives[o] ?? '', { type, unit: undefined, values: words }),
  );
  return say(parts.map((one) => one['zh-CN']).join('，'), parts.map(({ en }) => en).join(', '));
}

export type Told = 'why' | 'do' | 'again';

/** What a rule says beside its outcome: why, what to do, when it is looked at again. */
export function noteOf(
  table: Pick<DecisionTable, 'annotations'>,
  annotations: readonly string[] | undefined,
  told: Told,
): Say {
  const at = (language: string) =>
    annotations?.[table.annotations?.indexOf(`${told} ${language}`) ?? -1] ?? '';
  return say(at('zh-CN'), at('en'));
}

import type { parser } from 'lezer-feel';
import { say } from '../refuse/fault.ts';
import type { Constant, Say, ValueType } from '../table.ts';
import type { Value } from './value.ts';
import { findDate, findDateTime, findDaysAndTime, findTime, findYearsAndMonths } from './value.ts';

export type SyntaxNode = ReturnType<(typeof parser)['parse']>['topNode'];

/** A constant of S-FEEL; `null` has no type. */
export type Literal =
  | {
      type: Exclude<ValueType, 'integer'>;
      value: Value;
      /** As JSON writes it: a date is its text. */
      json: Constant;
    }
  | { type: 'null' };

/** Why a text is not S-FEEL as it is read here. */
export class Unreadable extends Error {
  readonly code: 'unreadable-cell' | 'unsupported-cell';
  readonly why: Say;

  constructor(code: Unreadable['code'], why: Say) {
    super(why.en);
    this.code = code;
    this.why = why;
  }
}

export function unsupported(text: string, node: SyntaxNode): Unreadable {
  const part = text.slice(node.from, node.to);
  const what = NAMED[node.name] ?? NAMED['other'];
  return new Unreadable(
    'unsupported-cell',
    say(`“${shorten(part)}”${what?.['zh-CN']}`, `has “${shorten(part)}”: ${what?.en}`),
  );
}

const NAMED: Record<string, Say> = {
  VariableName: say('是另一个事实的名字；单元格只能写常数', 'a name; cells compare with constants'),
  ArithmeticExpression: say('是算式；单元格只能写常数', 'a sum; cells compare with constants'),
  FunctionInvocation: say('是函数；S-FEEL 里没有', 'a function; S-FEEL has none'),
  Conjunction: say('用了 and；范围请写成 (5..7)', 'an “and”; write a range as (5..7)'),
  Disjunction: say('用了 or；几种可能请用逗号隔开', 'an “or”; separate what may be with commas'),
  Comparison: say(
    '自带比较的左边；单元格只写右边，如 > 5',
    'a comparison with its left side; a cell has the right side only, such as > 5',
  ),
  other: say('不属于 S-FEEL', 'no part of S-FEEL'),
};

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `offset` is that of times which have none, in milliseconds. */
export function readLiteral(text: string, node: SyntaxNode, offset: number): Literal {
  const part = text.slice(node.from, node.to);
  switch (node.name) {
    case 'null':
      return { type: 'null' };
    case 'BooleanLiteral':
      return { type: 'boolean', value: part === 'true' ? 1 : 0, json: part === 'true' };
    case 'StringLiteral': {
      const value = unescape(part);
      return { type: 'string', value, json: value };
    }
    case 'NumericLiteral': {
      const value = Number(part.replace(/\s/g, ''));
      // Adding 0 makes of −0 what it equals.
      if (Number.isFinite(value)) return { type: 'number', value: value + 0, json: value + 0 };
      break;
    }
    case 'DateTimeLiteral':
      return readTemporal(text, node, offset);
    default:
      throw unsupported(text, node);
  }
  throw notAValue(part);
}

function readTemporal(text: string, node: SyntaxNode, offset: number): Literal {
  const part = text.slice(node.from, node.to);
  const written = /^@\s*("(?:.*)")$/s.exec(part)?.[1];
  const called = /^(date\s+and\s+time|date|time|duration)\s*\(\s*("(?:[^"])*")\s*\)$/s.exec(part);
  const inner = unescape(written ?? called?.[2] ?? '""');
  const kind = called?.[1]?.replace(/\s+/g, ' ');
  for (const [type, find] of TEMPORAL) {
    if (kind !== undefined && type !== kind && !(kind === 'duration' && type.endsWith(kind)))
      continue;
    const value = find(inner, offset);
    if (value !== undefined) return { type, value, json: inner };
  }
  throw notAValue(part);
}

const TEMPORAL = [
  ['date', findDate],
  ['time', findTime],
  ['date and time', findDateTime],
  ['days and time duration', findDaysAndTime],
  ['years and months duration', findYearsAndMonths],
] as const;

function notAValue(part: string): Unreadable {
  return new Unreadable(
    'unreadable-cell',
    say(`“${shorten(part)}”不是有效的值`, `has “${shorten(part)}”, which is no value there is`),
  );
}

function unescape(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gs, (_, four, six, one) => {
      if (four !== undefined) return String.fromCharCode(Number.parseInt(four, 16));
      if (six !== undefined) return String.fromCodePoint(Number.parseInt(six, 16));
      return ESCAPES[one] ?? one;
    });
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

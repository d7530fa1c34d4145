import { parser } from 'lezer-feel';
import { say } from '../refuse/fault.ts';
import { type Literal, readLiteral, type SyntaxNode, Unreadable, unsupported } from './literal.ts';
import type { Value } from './value.ts';

/** What a cell compares with; without bounds on either side it is everything but null. */
export interface Range {
  lo?: Value;
  loOpen: boolean;
  hi?: Value;
  hiOpen: boolean;
}

/** A cell: whether one of its tests, or with `not` none of them, holds. */
export interface Cell {
  /** It asks nothing. */
  any: boolean;
  not: boolean;
  ranges: readonly Range[];
  /** It speaks of null. */
  null: boolean;
  /** The types of the constants in it. */
  types: ReadonlySet<Exclude<Literal['type'], 'null'>>;
}

// Strict: recovering from errors takes time that grows with their square.
const unaryTests = parser.configure({ top: 'UnaryTests', strict: true });
const expression = parser.configure({ top: 'Expression', strict: true });

/** A cell is no longer than this, in characters. */
export const MOST_CHARACTERS = 3000;

/**
 * Reads S-FEEL unary tests: `-`, `5`, `"a", "b"`, `< 5`, `[1..5)`, `not(…)`, `null`, with numbers, texts, truth, dates, times and durations.
 *
 * @throws Unreadable
 */
export function readCell(source: string, offset: number): Cell {
  const text = source.trim();
  const types = new Set<Exclude<Literal['type'], 'null'>>();
  if (text === '' || text === '-') {
    return { any: true, not: false, ranges: [], null: false, types };
  }
  const top = parse(unaryTests, text);
  const children = childrenOf(top);
  if (children.some(({ name }) => name === 'Wildcard')) {
    return { any: true, not: false, ranges: [], null: false, types };
  }
  const not = children.some(({ name }) => name === 'not');
  const list = children.find(({ name }) => name === 'PositiveUnaryTests');
  if (!list) throw unsupported(text, top);
  const ranges: Range[] = [];
  let ofNull = false;
  for (const test of childrenOf(list)) {
    const [inner] = childrenOf(test);
    if (!inner) throw unsupported(text, test);
    for (const range of readTest(text, inner, offset, types)) {
      if (range === 'null') ofNull = true;
      else ranges.push(range);
    }
  }
  return { any: false, not, ranges, null: ofNull, types };
}

function readTest(
  text: string,
  node: SyntaxNode,
  offset: number,
  types: Set<Exclude<Literal['type'], 'null'>>,
): (Range | 'null')[] {
  const read = (part: SyntaxNode): Value | undefined => {
    const literal = readLiteral(text, part, offset);
    if (literal.type === 'null') return undefined;
    types.add(literal.type);
    return literal.value;
  };
  if (node.name !== 'SimplePositiveUnaryTest') {
    const value = read(node);
    return [value === undefined ? 'null' : pointOf(value)];
  }
  const parts = childrenOf(node);
  const [first, second] = parts;
  if (first?.name === 'Interval') return [readInterval(text, first, read)];
  if (first?.name !== 'CompareOp' || !second || parts.length !== 2) throw unsupported(text, node);
  const value = read(second);
  const operator = text.slice(first.from, first.to);
  if (value === undefined) {
    if (operator === '=') return ['null'];
    if (operator === '!=') return [{ loOpen: true, hiOpen: true }];
    throw unsupported(text, node);
  }
  const below: Range = { hi: value, hiOpen: true, loOpen: true };
  const above: Range = { lo: value, loOpen: true, hiOpen: true };
  switch (operator) {
    case '=':
      return [pointOf(value)];
    case '!=':
      return [below, above];
    case '<':
      return [below];
    case '<=':
      return [{ ...below, hiOpen: false }];
    case '>':
      return [above];
    case '>=':
      return [{ ...above, loOpen: false }];
    default:
      throw unsupported(text, node);
  }
}

function readInterval(
  text: string,
  node: SyntaxNode,
  read: (part: SyntaxNode) => Value | undefined,
): Range {
  const parts = childrenOf(node);
  const [opening, from, dots, to, closing] = parts;
  if (!opening || !from || dots?.name !== '..' || !to || !closing) throw unsupported(text, node);
  const [lo, hi] = [read(from), read(to)];
  if (lo === undefined || hi === undefined || typeof lo !== typeof hi) {
    throw unsupported(text, node);
  }
  return { lo, loOpen: opening.name !== '[', hi, hiOpen: closing.name !== ']' };
}

function pointOf(value: Value): Range {
  return { lo: value, loOpen: false, hi: value, hiOpen: false };
}

/**
 * Reads one constant, as outputs are; empty: null.
 *
 * @throws Unreadable
 */
export function readConstant(source: string, offset: number): Literal {
  const text = source.trim();
  if (text === '' || text === '-') return { type: 'null' };
  const [only, ...others] = childrenOf(parse(expression, text));
  if (!only || others.length > 0)
    throw new Unreadable('unreadable-cell', say('不是常数', 'is no constant'));
  return readLiteral(text, only, offset);
}

function parse(with_: typeof parser, text: string): SyntaxNode {
  if (text.length > MOST_CHARACTERS) {
    throw new Unreadable(
      'unreadable-cell',
      say(
        `有 ${text.length} 个字符，多于 ${MOST_CHARACTERS}`,
        `has ${text.length} characters, over ${MOST_CHARACTERS}`,
      ),
    );
  }
  let wrong: number;
  try {
    return with_.parse(text).topNode;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    wrong = Number(/ at (\d+)/.exec(error.message)?.[1] ?? 0);
  }
  const rest = text.slice(wrong, wrong + 20);
  throw new Unreadable(
    'unreadable-cell',
    rest === ''
      ? say('没有写完', 'ends too early')
      : say(
          `从第 ${wrong + 1} 个字符“${rest}”起读不懂`,
          `cannot be read from character ${wrong + 1} on: “${rest}”`,
        ),
  );
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

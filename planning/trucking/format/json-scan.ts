import type { Say } from '../water-day.ts';
import { below, MOST_FAULTS } from './faults.ts';

export interface JsonScan {
  /** The first place where the text leaves RFC 8259. */
  error?: { offset: number; expected: Say };
  /** Keys that their object has already, with their JSON pointers; at most 100. */
  duplicates: { path: string; offset: number }[];
}

interface Frame {
  /** The keys so far of an object; a list has none. */
  keys: Set<string> | undefined;
  key: string;
  index: number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const DEEPEST_SHOWN = 20;

const wanted = {
  value: { 'zh-CN': '一个值', en: 'a value' },
  keyOrEnd: { 'zh-CN': '双引号中的键或 }', en: 'a key in double quotes or }' },
  key: { 'zh-CN': '双引号中的键', en: 'a key in double quotes' },
  colon: { 'zh-CN': '冒号 :', en: 'a colon' },
  nextInObject: { 'zh-CN': '逗号或 }', en: 'a comma or }' },
  nextInList: { 'zh-CN': '逗号或 ]', en: 'a comma or ]' },
  end: { 'zh-CN': '文本在此结束', en: 'the end of the text' },
  string: {
    'zh-CN': '以双引号结束、控制字符已转义的字符串',
    en: 'a string closed by a double quote, control characters escaped',
  },
} satisfies Record<string, Say>;

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | 'next';

/**
 * Walks a JSON text once, without recursion.
 * `JSON.parse` tells neither duplicate keys nor, for some errors, where they are.
 */
export function scanJson(text: string): JsonScan {
  const duplicates: JsonScan['duplicates'] = [];
  const frames: Frame[] = [];
  let frame: Frame | undefined;
  let expect: Expect = 'value';
  let i = 0;

  const stop = (expected: Say): JsonScan => ({ error: { offset: i, expected }, duplicates });
  const close = (): void => {
    frames.pop();
    frame = frames.at(-1);
    expect = 'next';
    i++;
  };

  for (;;) {
    i = afterSpace(text, i);
    const code = text.charCodeAt(i);

    if (expect === 'next') {
      if (!frame) return i < text.length ? stop(wanted.end) : { duplicates };
      if (code === (frame.keys ? CLOSE_OBJECT : CLOSE_LIST)) close();
      else if (code === COMMA) {
        frame.index++;
        expect = frame.keys ? 'key' : 'value';
        i++;
      } else return stop(frame.keys ? wanted.nextInObject : wanted.nextInList);
    } else if (frame?.keys && (expect === 'key' || expect === 'key or }')) {
      if (expect === 'key or }' && code === CLOSE_OBJECT) {
        close();
        continue;
      }
      if (code !== QUOTE) return stop(expect === 'key' ? wanted.key : wanted.keyOrEnd);
      const end = afterString(text, i);
      if (end < 0) return stop(wanted.string);
      frame.key = JSON.parse(text.slice(i, end));
      if (!frame.keys.has(frame.key)) frame.keys.add(frame.key);
      else if (duplicates.length <= MOST_FAULTS)
        duplicates.push({ path: pathOf(frames), offset: i });
      i = afterSpace(text, end);
      if (text.charCodeAt(i) !== COLON) return stop(wanted.colon);
      expect = 'value';
      i++;
    } else if (expect === 'value or ]' && code === CLOSE_LIST) close();
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      const isObject = code === OPEN_OBJECT;
      frame = { keys: isObject ? new Set() : undefined, key: '', index: 0 };
      frames.push(frame);
      expect = isObject ? 'key or }' : 'value or ]';
      i++;
    } else {
      const end = code === QUOTE ? afterString(text, i) : afterLiteral(text, i);
      if (end < 0) return stop(code === QUOTE ? wanted.string : wanted.value);
      expect = 'next';
      i = end;
    }
  }
}

function pathOf(frames: Frame[]): string {
  const path = frames
    .slice(0, DEEPEST_SHOWN)
    .reduce((above, frame) => below(above, frame.keys ? frame.key : frame.index), '');
  return frames.length > DEEPEST_SHOWN ? `${path}/…` : path;
}

function afterSpace(text: string, from: number): number {
  let i = from;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return i;
    i++;
  }
}

/** The offset after a closed string that begins at `from`, or -1. */
function afterString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code < 32) return -1;
    if (code === BACKSLASH) {
      escape.lastIndex = i;
      if (!escape.test(text)) return -1;
      i = escape.lastIndex - 1;
    }
  }
  return -1;
}

/** The offset after the number, `true`, `false` or `null` at `from`, or -1. */
function afterLiteral(text: string, from: number): number {
  let i = from;
  if (text.charCodeAt(i) > 48) {
    while (isDigit(text.charCodeAt(i))) i++;
    if (i > from && (text.charCodeAt(i) === COMMA || text.charCodeAt(i) === CLOSE_LIST)) return i;
  }
  literal.lastIndex = from;
  return literal.test(text) ? literal.lastIndex : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

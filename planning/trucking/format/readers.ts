import type { Interval, Say } from '../water-day.ts';
import { below, type FaultList } from './faults.ts';
import { found, quote } from './show.ts';

/** Looks at one value of a file and notes what is wrong with it. */
export type Reader = (value: unknown, path: string, faults: FaultList) => void;

interface Field {
  read: Reader;
  required: boolean;
}

/** One entry for each key of `T`: the compiler refuses a key that is forgotten, invented or wrongly optional. */
export type Fields<T> = {
  [K in keyof T]-?: Field & { required: undefined extends T[K] ? false : true };
};

export function must(read: Reader): Field & { required: true } {
  return { read, required: true };
}

export function may(read: Reader): Field & { required: false } {
  return { read, required: false };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record<T>(fields: Fields<T>, ...also: Reader[]): Reader {
  const known = new Map<string, Field>(Object.entries<Field>(fields));
  const keys = [...known.keys()].join(', ');
  return (value, path, faults) => {
    if (!isRecord(value)) {
      faults.add(path, 'wrong-type', found(value), {
        'zh-CN': `一个对象，键为 ${keys}`,
        en: `an object with the keys ${keys}`,
      });
      return;
    }
    for (const [key, field] of known) {
      if (Object.hasOwn(value, key) && value[key] !== undefined) {
        field.read(value[key], below(path, key), faults);
      } else if (field.required) {
        faults.add(
          below(path, key),
          'missing-key',
          { 'zh-CN': '缺少这个键', en: 'is missing' },
          { 'zh-CN': `键 ${key} 及其值`, en: `the key ${key} with its value` },
        );
      }
    }
    for (const key of Object.keys(value)) {
      if (known.has(key)) continue;
      faults.add(
        below(path, key),
        'unknown-key',
        { 'zh-CN': `格式中没有键 ${quote(key)}`, en: `is no key of the format: ${quote(key)}` },
        { 'zh-CN': `其中之一：${keys}`, en: `one of ${keys}` },
      );
    }
    for (const read of also) read(value, path, faults);
  };
}

export function list(each: Reader): Reader {
  return (value, path, faults) => {
    if (!Array.isArray(value)) {
      faults.add(path, 'wrong-type', found(value), { 'zh-CN': '一个列表 […]', en: 'a list […]' });
      return;
    }
    for (let i = 0; i < value.length && !faults.full; i++) each(value[i], below(path, i), faults);
  };
}

export const text: Reader = (value, path, faults) => {
  if (typeof value === 'string') return;
  faults.add(path, 'wrong-type', found(value), { 'zh-CN': '一段文字 "…"', en: 'a string "…"' });
};

/** Exactly this string. */
export function tag(wanted: string): Reader {
  return (value, path, faults) => {
    if (value === wanted) return;
    faults.add(path, 'wrong-format', found(value), {
      'zh-CN': quote(wanted),
      en: quote(wanted),
    });
  };
}

/** A whole number, at least `least`, small enough that a double holds it exactly. */
export function whole(least: number): Reader {
  const expected: Say = {
    'zh-CN': `不小于 ${least} 的整数`,
    en: `a whole number, ${least} or more`,
  };
  return (value, path, faults) => {
    if (Number.isSafeInteger(value) && (value as number) >= least) return;
    if (typeof value !== 'number') {
      faults.add(path, 'wrong-type', found(value), expected);
    } else if (Number.isFinite(value) && !Number.isInteger(value)) {
      faults.add(path, 'not-whole', found(value), expected);
    } else if (value < least) {
      faults.add(path, 'out-of-range', found(value), expected);
    } else {
      faults.add(path, 'out-of-range', found(value), {
        'zh-CN': `不大于 ${Number.MAX_SAFE_INTEGER} 的整数`,
        en: `a whole number, ${Number.MAX_SAFE_INTEGER} or less`,
      });
    }
  };
}

/** Any finite number from `least` to `most`; `above` refuses `least` itself. */
export function number(range: { least: number; most?: number; above?: boolean }): Reader {
  const most = range.most ?? Number.MAX_SAFE_INTEGER;
  const expected: Say = range.above
    ? {
        'zh-CN': `大于 ${range.least}、不大于 ${most} 的数`,
        en: `a number over ${range.least}, up to ${most}`,
      }
    : {
        'zh-CN': `${range.least} 到 ${most} 之间的数`,
        en: `a number from ${range.least} to ${most}`,
      };
  return (value, path, faults) => {
    if (typeof value !== 'number') {
      faults.add(path, 'wrong-type', found(value), expected);
      return;
    }
    const enough = range.above ? value > range.least : value >= range.least;
    if (!enough || !(value <= most)) faults.add(path, 'out-of-range', found(value), expected);
  };
}

const time = whole(0);

/** `[from, to)` with from before to. */
export const interval: Reader = (value, path, faults) => {
  if (!Array.isArray(value) || value.length !== 2) {
    faults.add(path, 'not-an-interval', found(value), {
      'zh-CN': '两个时刻 [起, 止]，单位为秒',
      en: 'two times [from, to] in seconds',
    });
    return;
  }
  time(value[0], below(path, 0), faults);
  time(value[1], below(path, 1), faults);
  notEmpty(value as unknown as Interval, path, faults);
};

/** The same for an object with `from` and `to` (a day, a shift). */
export const span: Reader = (value, path, faults) => {
  const { from, to } = value as { from: number; to: number };
  notEmpty([from, to], path, faults);
};

function notEmpty([from, to]: Interval, path: string, faults: FaultList): void {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < to) return;
  faults.add(
    path,
    'empty-interval',
    {
      'zh-CN': `从 ${from} 到 ${to}，没有时间在内`,
      en: `runs from ${from} to ${to}, which holds no time`,
    },
    { 'zh-CN': '起在止之前', en: 'from before to' },
  );
}

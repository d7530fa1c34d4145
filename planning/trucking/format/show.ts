import type { Say } from '../water-day.ts';

const LONGEST = 40;

/** A string as JSON writes it, cut at 40 characters, so that no message grows with the input. */
export function quote(text: string): string {
  return text.length > LONGEST
    ? `${JSON.stringify(text.slice(0, LONGEST)).slice(0, -1)}…"`
    : JSON.stringify(text);
}

/** What stands in the file, short enough for one line. */
export function show(value: unknown): Say {
  if (value === null) return same('null');
  if (typeof value === 'string') return same(quote(value));
  if (typeof value === 'boolean') return same(String(value));
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return same(String(value));
    return {
      'zh-CN': `${value}（不是有限的数）`,
      en: `${value} (not a finite number)`,
    };
  }
  if (Array.isArray(value)) {
    return { 'zh-CN': `${value.length} 项的列表`, en: `a list of ${value.length}` };
  }
  if (typeof value === 'object') return { 'zh-CN': '一个对象', en: 'an object' };
  return same(typeof value);
}

/** "is …" in both languages. */
export function found(value: unknown): Say {
  const shown = show(value);
  return { 'zh-CN': `这里是 ${shown['zh-CN']}`, en: `is ${shown.en}` };
}

function same(text: string): Say {
  return { 'zh-CN': text, en: text };
}

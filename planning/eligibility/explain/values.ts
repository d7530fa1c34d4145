import { say } from '../refuse/fault.ts';
import type { Range } from '../sfeel/read-cell.ts';
import { DAY, type Value } from '../sfeel/value.ts';
import type { Constant, Fact, Say, ValueType } from '../table.ts';

/** How values of one kind are said. */
export interface Wording {
  type: ValueType | undefined;
  unit: Say | undefined;
  values: ReadonlyMap<Constant, Say>;
  /** Of times which have no offset, in milliseconds. */
  offset: number;
  /** A year that need not be said. */
  year: number | undefined;
}

export function wordingOf(
  type: ValueType | undefined,
  fact: Fact | undefined,
  offset: number,
  year: number | undefined,
): Wording {
  const values = new Map((fact?.values ?? []).map((one) => [one.value, one.say]));
  return { type, unit: fact?.unit, values, offset, year };
}

export function sayValue(value: Value | null, wording: Wording): Say {
  const own = wording.values.size > 0 ? wording.values.get(jsonOf(value, wording)) : undefined;
  if (own) return own;
  if (value === null) return say('无', 'none');
  if (typeof value === 'string') return say(`“${value}”`, `“${value}”`);
  const { type, unit } = wording;
  switch (type) {
    case 'boolean':
      return value === 1 ? say('是', 'yes') : say('否', 'no');
    case 'date':
      return sayDate(value, wording.year);
    case 'date and time': {
      const local = value + wording.offset;
      const date = sayDate(Math.floor(local / DAY), wording.year);
      const time = clockText(((local % DAY) + DAY) % DAY);
      return say(`${date['zh-CN']} ${time}`, `${date.en} ${time}`);
    }
    case 'time':
      return say(clockText(value), clockText(value));
    case 'days and time duration':
      return sayDuration(value);
    case 'years and months duration':
      return say(`${value} 个月`, `${value} ${value === 1 ? 'month' : 'months'}`);
    default:
      return say(`${value}${unit?.['zh-CN'] ?? ''}`, `${value}${unit?.en ?? ''}`);
  }
}

/** A value as JSON writes it. */
export function jsonOf(value: Value | null, { type, offset }: Wording): Constant {
  if (value === null || typeof value === 'string') return value;
  switch (type) {
    case 'boolean':
      return value === 1;
    case 'date':
      return new Date(value * DAY).toISOString().slice(0, 10);
    case 'date and time':
      return `${new Date(value + offset).toISOString().replace(/(\.000)?Z$/, '')}${zoneText(offset)}`;
    case 'time':
      return new Date(value)
        .toISOString()
        .slice(11)
        .replace(/(\.000)?Z$/, '');
    case 'days and time duration':
      return `${value < 0 ? '-' : ''}PT${Math.abs(value) / 1000}S`;
    case 'years and months duration':
      return `${value < 0 ? '-' : ''}P${Math.abs(value)}M`;
    default:
      return value;
  }
}

function zoneText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset) / 60_000;
  const part = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function sayDate(day: number, usual: number | undefined): Say {
  const date = new Date(day * DAY);
  const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return year === usual
    ? say(`${month + 1}月${of}日`, `${of} ${MONTHS[month]}`)
    : say(`${year}年${month + 1}月${of}日`, `${of} ${MONTHS[month]} ${year}`);
}

function clockText(time: number): string {
  const iso = new Date(Math.round(time)).toISOString().slice(11, 19);
  return iso.endsWith(':00') ? iso.slice(0, 5) : iso;
}

const HOUR = 3_600_000;

function sayDuration(value: number): Say {
  const size = Math.abs(value);
  const sign: [string, string] = value < 0 ? ['负 ', 'minus '] : ['', ''];
  const [count, zh, en] =
    size % HOUR === 0 && size <= 3 * DAY
      ? [size / HOUR, '小时', 'hour']
      : size % DAY === 0
        ? [size / DAY, '天', 'day']
        : size >= HOUR
          ? [Math.round(size / (HOUR / 100)) / 100, '小时', 'hour']
          : [Math.round(size / 600) / 100, '分钟', 'minute'];
  return say(`${sign[0]}${count} ${zh}`, `${sign[1]}${count} ${en}${count === 1 ? '' : 's'}`);
}

const ORDERED: Record<'later' | 'more', readonly [Say, Say, Say, Say]> = {
  later: [
    say('早于 ', 'before '),
    say('不晚于 ', 'no later than '),
    say('晚于 ', 'after '),
    say('不早于 ', 'no earlier than '),
  ],
  more: [
    say('小于 ', 'under '),
    say('不超过 ', 'at most '),
    say('大于 ', 'over '),
    say('至少 ', 'at least '),
  ],
};

/** What a range holds; `ends` says a bound in other words where there are some. */
export function sayRange(
  { lo, loOpen, hi, hiOpen }: Range,
  wording: Wording,
  ends: (value: Value) => Say = (value) => sayValue(value, wording),
): Say {
  if (lo === undefined && hi === undefined) return say('有值', 'anything there is');
  if (lo === hi && lo !== undefined) return ends(lo);
  const { type } = wording;
  const later = type === 'date' || type === 'time' || type === 'date and time';
  const [under, most, over, least] = ORDERED[later ? 'later' : 'more'];
  if (lo === undefined && hi !== undefined) return joined(hiOpen ? under : most, ends(hi));
  if (hi === undefined && lo !== undefined) return joined(loOpen ? over : least, ends(lo));
  const [from, to] = [ends(lo as Value), ends(hi as Value)];
  const without = [...(loOpen ? [from] : []), ...(hiOpen ? [to] : [])];
  const but = without.map((one) => one['zh-CN']).join('、');
  const butEn = without.map(({ en }) => en).join(' and ');
  const zh = later
    ? `在 ${from['zh-CN']} 与 ${to['zh-CN']} 之间`
    : `${from['zh-CN']} 至 ${to['zh-CN']}`;
  const en = later ? `between ${from.en} and ${to.en}` : `${from.en} to ${to.en}`;
  return but === '' ? say(zh, en) : say(`${zh}（不含 ${but}）`, `${en} (without ${butEn})`);
}

function joined(a: Say, b: Say): Say {
  return say(`${a['zh-CN']}${b['zh-CN']}`, `${a.en}${b.en}`);
}

export function either(parts: readonly Say[]): Say {
  return say(parts.map((one) => one['zh-CN']).join(' 或 '), parts.map(({ en }) => en).join(' or '));
}

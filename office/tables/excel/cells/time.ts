import type { PlainCell } from '../plain-cell.ts';
import { type CellFault, notATime, notHours } from './faults.ts';

const daySeconds = 86_400;
type Hours = readonly (readonly [number, number])[];

const inWords = [
  { words: /^(全天|全日|整天|全天候|24小时|allday|24hours?|24h)$/, hours: [[0, daySeconds]] },
  { words: /^(不开放|不供水|关闭|休息|closed)$/, hours: [] },
] as const satisfies { words: RegExp; hours: Hours }[];

/** The second of the day; 24:00 is 86400. */
export function parseTime(cell: PlainCell): number | CellFault {
  if (typeof cell === 'number') {
    return cell >= 0 && cell < 1 ? Math.round(cell * daySeconds) : notATime(cell);
  }
  const text = tidy(String(cell));
  const time = /^\d+$/.test(text) ? undefined : findTime(text);
  return time?.second ?? notATime(cell);
}

/** Hours of the day, in the order in which they are written. */
export function parseHours(cell: PlainCell): Hours | CellFault {
  const text = tidy(String(cell));
  const known = inWords.find(({ words }) => words.test(text));
  if (known) return known.hours;
  const spans = text.split(/[、,;/和及与|]+/).filter((span) => span !== '');
  const hours = spans.map(parseSpan);
  return hours.length > 0 && hours.every((span) => span !== undefined) ? hours : notHours(cell);
}

// 下午1:30-5:00: what is said of the first is meant of both.
function parseSpan(span: string): readonly [number, number] | undefined {
  const [from = '', to = '', ...more] = span.split(/[-~至到]+|to/);
  const start = findTime(from);
  const end = findTime(to, start?.half);
  if (!start || !end || more.length > 0) return undefined;
  return start.second < end.second ? [start.second, end.second] : undefined;
}

type Half = 'morning' | 'noon' | 'afternoon';
const halves = new Map<string, Half>([
  ...['凌晨', '清晨', '早上', '早晨', '上午', '早', 'am'].map((w) => [w, 'morning'] as const),
  ['中午', 'noon'],
  ...['下午', '傍晚', '晚上', '晚', 'pm'].map((w) => [w, 'afternoon'] as const),
]);
const halfWords = [...halves.keys()].join('|');
const timeForm = new RegExp(
  `^(${halfWords})?(\\d{1,2})(?:[:点时](?:(半|一刻|三刻|整)|(\\d{1,2})分?(?::?(\\d{2})秒?)?)?)?(钟)?(am|pm)?$`,
);
const quarters = new Map([
  ['一刻', 15],
  ['半', 30],
  ['三刻', 45],
]);

function findTime(text: string, before?: Half) {
  const parts = timeForm.exec(text);
  if (!parts || text.endsWith(':')) return undefined;
  const [, said = '', hour, words, minutes, seconds, , after = ''] = parts;
  const own = halves.get(said || after);
  const half = own ?? before;
  const minute = quarters.get(words ?? '') ?? Number(minutes ?? 0);
  const clockHour = ofDay(Number(hour), half, own !== undefined);
  const second = clockHour * 3600 + minute * 60 + Number(seconds ?? 0);
  const valid = minute < 60 && Number(seconds ?? 0) < 60 && second <= daySeconds;
  return valid ? { second, half } : undefined;
}

function ofDay(hour: number, half: Half | undefined, own: boolean): number {
  if (half === 'afternoon' && hour < 12) return hour + 12;
  if (half === 'noon' && hour < 3) return hour + 12;
  // 12 am is midnight; 上午12点 is how some say noon, which the end of a morning may be too.
  return half === 'morning' && hour === 12 && own ? Number.NaN : hour;
}

// What only a space or a line break parts, a comma parts then.
const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−─〜∼]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/([\d钟半刻m]) (?=[\d凌清早上中下傍晚])/g, '$1,')
    .replaceAll(' ', '');

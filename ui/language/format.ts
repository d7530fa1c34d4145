import type { Language } from './messages.ts';

const none = '—';

export type Format = ReturnType<typeof createFormat>;

/** Numbers, quantities and times as a reader of the language writes them. What is not a finite number reads "—". */
export function createFormat(language: Language, timeZone = 'Asia/Shanghai') {
  const zh = language === 'zh-CN';
  const plain = new Map<number, Intl.NumberFormat>();

  function number(value: number | null | undefined, decimals = 0): string {
    if (value == null || !Number.isFinite(value)) return none;
    let format = plain.get(decimals);
    if (!format) {
      format = new Intl.NumberFormat(language, { maximumFractionDigits: decimals });
      plain.set(decimals, format);
    }
    return format.format(value === 0 ? 0 : value).replace(/^-0$/, '0');
  }

  const withUnit = (value: number | null | undefined, decimals: number, unit: string) => {
    const text = number(value, decimals);
    return text === none ? none : `${text} ${unit}`;
  };

  /** `signed(3)` → "+3", `signed(-3)` → "−3". */
  function signed(value: number | null | undefined, decimals = 0): string {
    if (value == null || !Number.isFinite(value)) return none;
    const size = number(Math.abs(value), decimals);
    if (size === '0') return size;
    return `${value < 0 ? '−' : '+'}${size}`;
  }

  /** A share of one: 0.256 → "26%". */
  const percent = (share: number | null | undefined, decimals = 0) => {
    const text = number(share == null ? share : share * 100, decimals);
    return text === none ? none : `${text}%`;
  };

  const litres = (value: number | null | undefined) => withUnit(value, 0, zh ? '升' : 'L');

  /** Takes litres, shows cubic metres: 16500 → "16.5 m³". */
  const cubicMetres = (ofLitres: number | null | undefined) =>
    withUnit(ofLitres == null ? ofLitres : ofLitres / 1000, 1, 'm³');

  /** Takes metres: 850 → "850 米", 16500 → "16.5 公里". */
  function distance(metres: number | null | undefined): string {
    if (metres == null || !Number.isFinite(metres)) return none;
    if (Math.abs(metres) < 1000) return withUnit(metres, 0, zh ? '米' : 'm');
    return withUnit(metres / 1000, 1, zh ? '公里' : 'km');
  }

  /** Seconds since 00:00 of the day → "07:30"; the day's end is "24:00", what lies after it says so. */
  function timeOfDay(seconds: number | null | undefined): string {
    if (seconds == null || !Number.isFinite(seconds)) return none;
    const minutes = Math.round(seconds / 60);
    const day = minutes === 1440 ? 0 : Math.floor(minutes / 1440);
    const within = minutes - day * 1440;
    const text = `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
    if (day === 0) return text;
    if (day === 1 && zh) return `次日 ${text}`;
    return `${text} (${signed(day)}${zh ? ' 天' : ' d'})`;
  }

  const timeRange = (from: number | null | undefined, to: number | null | undefined) =>
    `${timeOfDay(from)}–${timeOfDay(to)}`;

  /** Takes seconds: 5400 → "1 小时 30 分". Under a minute it counts seconds. */
  function duration(seconds: number | null | undefined): string {
    if (seconds == null || !Number.isFinite(seconds)) return none;
    if (seconds !== 0 && Math.abs(seconds) < 60) return withUnit(seconds, 0, zh ? '秒' : 's');
    const minutes = Math.round(Math.abs(seconds) / 60);
    const hours = Math.floor(minutes / 60);
    const parts: string[] = [];
    if (hours) parts.push(`${number(hours)} ${zh ? '小时' : 'h'}`);
    if (minutes % 60 || !hours) parts.push(`${minutes % 60} ${zh ? '分' : 'min'}`);
    return `${seconds < 0 ? '−' : ''}${parts.join(' ')}`;
  }

  const dateFormat = new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    ...(zh ? { month: 'long' } : { month: 'short' }),
    year: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });

  /** A calendar day, "2022-11-10" → "2022年11月10日周四". */
  function date(day: string | null | undefined): string {
    const at = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(at) ? none : dateFormat.format(at);
  }

  const stamp = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });

  /** An instant (ISO 8601, or ms since 1970) in the response's time zone, in parts. */
  function findMoment(instant: string | number | null | undefined) {
    const at = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
    if (Number.isNaN(at)) return undefined;
    const part = Object.fromEntries(
      stamp.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    return {
      day: `${part.year}-${part.month}-${part.day}`,
      time: `${part.hour}:${part.minute}`,
      seconds: Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second),
    };
  }

  /** "2022-11-10 06:00" in the response's time zone. */
  function instant(value: string | number | null | undefined): string {
    const moment = findMoment(value);
    return moment ? `${moment.day} ${moment.time}` : none;
  }

  return {
    language,
    timeZone,
    number,
    signed,
    percent,
    litres,
    cubicMetres,
    distance,
    timeOfDay,
    timeRange,
    duration,
    date,
    instant,
    findMoment,
  };
}

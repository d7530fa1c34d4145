const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const steps = ['', '十', '百', '千'] as const;
const groups = ['', '万', '亿'] as const;

const digit = (at: number): string => digits[at] ?? '';

/** A number as it is read out: 4000 → 四千, 2000 → 两千, 105 → 一百零五, 7.5 → 七点五. One decimal at most. */
export function spokenNumber(value: number): string {
  return read(value, '两');
}

/** How many of something, with what is counted behind it: 2 → 两, 12 → 十二. */
export const spokenCount = (value: number): string => (value === 2 ? '两' : spokenNumber(value));

/** `two` is said where a number begins with two hundreds, thousands or ten thousands; what is a name has 二. */
function read(value: number, two: '两' | '二'): string {
  const tenths = Math.round(value * 10);
  if (!Number.isFinite(value) || Math.abs(tenths) >= 1e13)
    throw new RangeError(`cannot be read out: ${value}`);
  if (tenths < 0) return `负${read(-value, two)}`;
  const [whole, decimal] = [Math.floor(tenths / 10), tenths % 10];
  return readWhole(whole, two) + (decimal === 0 ? '' : `点${digit(decimal)}`);
}

function readWhole(value: number, two: '两' | '二'): string {
  if (value === 0) return digit(0);
  let said = '';
  let gap = false;
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = Math.floor(value / 10_000 ** at) % 10_000;
    if (group === 0) {
      gap ||= said !== '';
      continue;
    }
    const zero = said !== '' && (gap || group < 1000) ? digit(0) : '';
    said += zero + readGroup(group) + groups[at];
    gap = false;
  }
  return said.replace(/^一十/, '十').replace(/^二(?=[百千万亿])/, two);
}

/** 1 to 9999. */
function readGroup(value: number): string {
  let said = '';
  let gap = false;
  for (let at = steps.length - 1; at >= 0; at--) {
    const own = Math.floor(value / 10 ** at) % 10;
    if (own === 0) {
      gap ||= said !== '';
      continue;
    }
    said += (gap ? digit(0) : '') + digit(own) + steps[at];
    gap = false;
  }
  return said;
}

/** Names with figures in them as people say them: 洒水2号 → 洒水二号, 11组 → 十一组; long or padded figures one by one. */
export const spokenName = (name: string): string =>
  name
    .replace(/[（）()]/g, '')
    .replace(/\d+/g, (figures) =>
      figures.length > 4 || (figures.length > 1 && figures.startsWith('0'))
        ? [...figures].map((figure) => digit(Number(figure))).join('')
        : read(Number(figures), '二'),
    );

const parts: readonly (readonly [until: number, name: string])[] = [
  [5, '凌晨'],
  [8, '早上'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [24, '晚上'],
];

/** Second of the day → 上午九点十分. The day's end is 夜里十二点, what lies beyond it the next day's. */
export function spokenTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes === 1440) return '夜里十二点';
  if (minutes > 1440) return `第二天${spokenTime((minutes - 1440) * 60)}`;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const part = parts.find(([until]) => hour < until)?.[1] ?? '';
  return `${part}${spokenCount(hour > 12 ? hour - 12 : hour)}点${spokenMinute(minute)}`;
}

function spokenMinute(minute: number): string {
  if (minute === 0) return '';
  if (minute === 30) return '半';
  return `${minute < 10 ? digit(0) : ''}${spokenNumber(minute)}分`;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 2022-11-10 → 十一月十日，星期四. */
export function spokenDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const [month, date] = [at.getUTCMonth() + 1, at.getUTCDate()];
  return `${spokenNumber(month)}月${spokenNumber(date)}日，星期${weekdays[at.getUTCDay()]}`;
}

/** For the ear: from a thousand on in hundreds, from a hundred on in tens, never more than there is. */
export function spokenLitres(litres: number): string {
  const step = litres >= 1000 ? 100 : litres >= 100 ? 10 : 1;
  const round = Math.floor(litres / step) * step;
  return `${round === litres ? '' : '大约'}${spokenCount(round)}升`;
}

/** Seconds that reading it out takes, at the pace of a village loudspeaker. */
export function secondsToRead(text: string): number {
  const spoken = [...text.matchAll(/\p{Script=Han}/gu)].length;
  const pauses = [...text.matchAll(/[，。、；：！？\n]/g)].length;
  return Math.round(spoken / 4.5 + pauses * 0.25);
}

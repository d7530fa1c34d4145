import { isOfPeople } from '../../kinds.ts';
import type { NoticeWords } from '../messages/notice-texts.ts';
import { inTown, markOf, plainWhy, type Telling } from './compose.ts';
import {
  secondsToRead,
  spokenCount,
  spokenDay,
  spokenLitres,
  spokenName,
  spokenNumber,
  spokenTime,
} from './spoken.ts';
import { type Delivery, type Span, spansOf, split, type VillageDay } from './village-day.ts';

/** Seconds that people stand still and listen. */
const longest = 75;

/**
 * What is read out over the village loudspeaker: always in Chinese, so `t` must be. Figures stand as they are spoken;
 * what matters is said twice.
 */
export function announcement(
  village: VillageDay,
  of: Omit<Telling, 'format' | 't'> & { t: NoticeWords; today: string },
): string {
  const { day, today, now } = of;
  const date = dayWord(day, today);
  const { ahead, past } = split(village.deliveries, now);
  const name = spokenName(inTown(village.called, of.town));
  const mark = markOf(of);
  const around = (said: readonly string[]) =>
    [`各位乡亲，请注意。现在播送${name}${date}的送水安排。`, ...said, '播送完了，谢谢大家。'].join(
      '\n',
    );
  const [full = '', ...barer] = (
    ahead.length > 0
      ? coming(village, ahead, past.length > 0, of)
      : [nothingComes(village, past.length > 0, date)]
  ).map(around);
  const text =
    [full, ...barer].find((one) => secondsToRead(one) <= longest) ?? barer.at(-1) ?? full;
  return mark === undefined ? text : `【${mark}】\n${text}\n【${mark}】`;
}

function dayWord(day: string, today: string): string {
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const word = { 0: '今天', 1: '明天', 2: '后天' }[apart];
  return word === undefined ? spokenDay(day).replace('，', '') : word;
}

/** From the fullest to the barest: every delivery with its litres, times with litres by place, times alone, and these with the least beside. */
function coming(
  village: VillageDay,
  ahead: readonly Delivery[],
  again: boolean,
  { t }: { t: NoticeWords },
): string[][] {
  const count = `${again ? '后面还' : ''}来水${spokenCount(ahead.length)}次。`;
  const off = village.cancelled.map(gone);
  // Water for drinking and cooking is said of people.
  const worst = village.shortages.find(({ kind }) => isOfPeople(kind));
  const head = t(`village.each.${village.kind}`);
  const share = `算上自家的水，平均${head}${spokenNumber(village.perPerson)}升。`;
  const short = worst
    ? [
        `水还不够，因为${spokenName(plainWhy(t, worst.because))}。请先保喝水和做饭，让老人和病人先取。`,
      ]
    : [];
  const queue = '来取水请戴好口罩，排好队，前后隔开一米。';
  const twice = (first: string, second: string, between: readonly string[]) => [
    count + first,
    ...off,
    ...between,
    '再说一遍。',
    count + second,
    ...off,
  ];
  const all = [share, ...short, `${queue}行动不便的，请邻居帮忙，或者告诉村里。`];
  const each = eachDelivery(ahead);
  const [withLitres, times] = [byPlace(ahead, true), byPlace(ahead, false)];
  return [
    twice(each, each, all),
    twice(withLitres, times, all),
    twice(times, times, all),
    twice(times, times, [...(worst ? ['水还不够，请先保喝水和做饭。'] : []), queue]),
  ];
}

function nothingComes(village: VillageDay, over: boolean, date: string): string[] {
  const core = [
    over
      ? `${date}的几次都过了时间，没有再来的车。`
      : `${date}没有安排送水车来本村，先用自家的水。`,
    ...village.cancelled.map(gone),
  ];
  return [
    ...core,
    '请省着用，先保喝水和做饭，让老人和病人先用。不够喝的，马上告诉村里。',
    '再说一遍。',
    ...core,
  ];
}

/** Each place once, with its times: people listen for their own. */
function eachDelivery(ahead: readonly Delivery[]): string {
  return [...new Set(ahead.map(({ place }) => place))]
    .map((place) => {
      const own = ahead.filter((one) => one.place === place);
      const times = own.map(({ from, litres }) => `${spokenTime(from)}，${spokenLitres(litres)}`);
      return `${spokenName(place)}，${times.join('；')}。`;
    })
    .join('');
}

function byPlace(ahead: readonly Delivery[], litres: boolean): string {
  return [...spansOf(ahead)]
    .map(([place, spans]) => {
      const sum = spans.reduce((total, span) => total + span.litres, 0);
      const times = spans.map(spanWord).join('，');
      return `${spokenName(place)}，${times}${litres ? `，共${spokenLitres(sum)}` : ''}。`;
    })
    .join('');
}

/** Rounded outwards to five minutes: who listens comes early rather than late. */
function spanWord({ from, to, count }: Span): string {
  const minutes = (seconds: number) => Math.round(seconds / 60);
  const start = spokenTime(Math.floor(minutes(from) / 5) * 300);
  if (count === 1) return start;
  const end = spokenTime(Math.ceil(minutes(to) / 5) * 300);
  const samePart = start.slice(0, 2) === end.slice(0, 2);
  return `${start}到${samePart ? end.slice(2) : end}`;
}

const gone = ({ from, place }: Delivery): string =>
  `原定${spokenTime(from)}到${spokenName(place)}的一车，不来了。`;

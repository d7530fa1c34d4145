import type { NoticeWords } from '../messages/notice-texts.ts';
import { inTown, markOf, plainWhy, type Telling } from './compose.ts';
import {
  spokenCount,
  spokenDay,
  spokenLitres,
  spokenName,
  spokenNumber,
  spokenTime,
} from './spoken.ts';
import { type Delivery, split, type VillageDay } from './village-day.ts';

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
  const text = [
    `各位乡亲，请注意。现在播送${name}${date}的送水安排。`,
    ...(ahead.length > 0
      ? coming(village, ahead, past.length > 0, of)
      : nothingComes(village, past.length > 0, date)),
    '播送完了，谢谢大家。',
  ].join('\n');
  return mark === undefined ? text : `【${mark}】\n${text}\n【${mark}】`;
}

function dayWord(day: string, today: string): string {
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const word = { 0: '今天', 1: '明天', 2: '后天' }[apart];
  return word === undefined ? spokenDay(day).replace('，', '') : word;
}

function coming(
  village: VillageDay,
  ahead: readonly Delivery[],
  again: boolean,
  { t }: { t: NoticeWords },
): string[] {
  const core = [
    `${again ? '后面还' : ''}来水${spokenCount(ahead.length)}次。${byPlace(ahead)}`,
    ...village.cancelled.map(gone),
  ];
  const [worst] = village.shortages;
  return [
    ...core,
    `算上自家的水，平均每人${spokenNumber(village.perPerson)}升。`,
    ...(worst
      ? [
          `水还不够，因为${spokenName(plainWhy(t, worst.because))}。请先保喝水和做饭，让老人和病人先取。`,
        ]
      : []),
    '来取水请戴好口罩，排好队，前后隔开一米。行动不便的，请邻居帮忙，或者告诉村里。',
    '再说一遍。',
    ...core,
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
function byPlace(ahead: readonly Delivery[]): string {
  return [...new Set(ahead.map(({ place }) => place))]
    .map((place) => {
      const own = ahead.filter((one) => one.place === place);
      const times = own.map(({ from, litres }) => `${spokenTime(from)}，${spokenLitres(litres)}`);
      return `${spokenName(place)}，${times.join('；')}。`;
    })
    .join('');
}

const gone = ({ from, place }: Delivery): string =>
  `原定${spokenTime(from)}到${spokenName(place)}的一车，不来了。`;

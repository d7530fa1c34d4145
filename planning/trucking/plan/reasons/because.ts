import type { Say } from '../../water-day.ts';

/** Why a point is short: each code says what was tried and found to make the difference (README). */
export type Because =
  | 'room-left'
  | 'bays'
  | 'source-hours'
  | 'source-litres'
  | 'point-hours'
  | 'tanker-size'
  | 'way-closed'
  | 'tank-size'
  | 'shift'
  | 'tankers'
  | 'tank-dry'
  | 'no-source'
  | 'no-small-remedy'
  | 'untested';

export type Changed = Exclude<
  Because,
  'room-left' | 'tank-dry' | 'no-source' | 'no-small-remedy' | 'untested'
>;

/** What was changed when the litres fitted, as an officer reads it. */
const CHANGED: Record<Changed, Say> = {
  bays: { 'zh-CN': '一处水源多一个取水车位', en: 'one more bay at a source' },
  'source-hours': { 'zh-CN': '一处水源开放久一些', en: 'longer hours at a source' },
  'source-litres': { 'zh-CN': '一处水源当日多供一些水', en: 'more litres a day from a source' },
  'point-hours': { 'zh-CN': '供水点开放久一些', en: 'longer hours at the point' },
  'tanker-size': {
    'zh-CN': '让更大的送水车也能上去',
    en: 'a bigger tanker let up its road',
  },
  'way-closed': { 'zh-CN': '打通不通的路', en: 'closed ways opened' },
  'tank-size': { 'zh-CN': '把蓄水池加大', en: 'a bigger village tank' },
  shift: {
    'zh-CN': '一辆留在驻地的送水车班次长一些',
    en: 'a longer shift of a tanker that the plan leaves at home',
  },
  tankers: { 'zh-CN': '多一辆送水车', en: 'one more tanker' },
};

export const ROOM_LEFT: Say = {
  'zh-CN': '现有各趟之外还排得下',
  en: 'there is room for them beside the stops of the plan',
};

export const NO_SOURCE: Say = { 'zh-CN': '当天没有水源', en: 'the day has no source' };

/** Facts of the problem: none of its tankers may go there, and the litres fit with one that may. */
export const NONE_SMALL_ENOUGH: Say = {
  'zh-CN': '当天的送水车都比它的路所能承受的大，多一辆小车就排得下',
  en: 'every tanker of the day is bigger than its road bears; with a small one more there is room for them',
};

/** No room was found without the change, and room was found with it. */
export function foundWith(because: Changed, alsoTanker: boolean): Say {
  const change = CHANGED[because];
  const zh = alsoTanker ? `${change['zh-CN']}，同时多一辆送水车` : change['zh-CN'];
  const en = alsoTanker ? `both ${change.en} and one more tanker` : change.en;
  return {
    'zh-CN': `现有安排里没有找到余地，${zh}就排得下`,
    en: `beside the stops of the plan no room was found for them; with ${en} there is`,
  };
}

/** Bounds, not guesses: no delivery can be over before `first`, so people can draw no more than `most` litres. */
export function tankDry(first: number, most: number): Say {
  const time = clock(60 * Math.floor(first / 60));
  const litres = Math.ceil(most);
  return {
    'zh-CN': `蓄水池在最早一车能送到（${time}）之前已经见底，当天最多只能取到 ${litres} 升`,
    en: `the village tank runs dry before the first tanker can have come (${time}), so its people can draw ${litresOf(litres)} today at most`,
  };
}

export const NOTHING_FOUND: Say = {
  'zh-CN': '现有安排里没有找到余地，试过的各项调整也都排不下',
  en: 'beside the stops of the plan no room was found for them, nor with any change that was tried',
};

/** Part of the changes were tried, or none. */
export function untested(some: boolean): Say {
  return some
    ? {
        'zh-CN': '现有安排里没有找到余地，各项调整没有来得及试完',
        en: 'beside the stops of the plan no room was found for them; planning ended before every change was tried',
      }
    : {
        'zh-CN': '没有来得及查找原因',
        en: 'planning ended before the reason was looked for',
      };
}

export const NO_REMEDY: Record<'tank-dry' | 'no-source' | 'no-small-remedy' | 'untested', Say> = {
  'tank-dry': {
    'zh-CN': '没有找到小的补救办法：蓄水池见底时没能取到的水补不回来。',
    en: 'No small remedy was found: what an empty tank could not give is lost.',
  },
  'no-source': {
    'zh-CN': '没有找到小的补救办法。',
    en: 'No small remedy was found.',
  },
  'no-small-remedy': {
    'zh-CN': '没有找到小的补救办法。',
    en: 'No small remedy was found.',
  },
  untested: {
    'zh-CN': '补救办法没有查完；给规划更多时间会查得更全。',
    en: 'Not every remedy was tried; planning for longer tries more.',
  },
};

/** In English one litre is no litres. */
export const litresOf = (litres: number) => `${litres} ${litres === 1 ? 'litre' : 'litres'}`;

/** 34200 → 09:30, 34205 → 09:30:05: exactly the time of a patch. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

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

/** What stands in the way, as an officer reads it. */
export const BECAUSE: Record<Because, Say> = {
  'room-left': {
    'zh-CN': '方案里还有余地，规划时没有用上',
    en: 'the plan has room left that planning did not use',
  },
  bays: { 'zh-CN': '取水车位不够', en: 'the bays at a source are all taken' },
  'source-hours': { 'zh-CN': '水源开放时间不够', en: 'a source is not open long enough' },
  'source-litres': {
    'zh-CN': '水源当日水量已用尽',
    en: 'the sources have no more litres for the day',
  },
  'point-hours': { 'zh-CN': '供水点开放时间不够', en: 'the point is not open long enough' },
  'tanker-size': {
    'zh-CN': '上得去的送水车不够',
    en: 'no tanker that its road bears has time left',
  },
  'way-closed': { 'zh-CN': '通往该点的路不通', en: 'the way there is closed' },
  'tank-size': { 'zh-CN': '村蓄水池太小', en: 'the village tank is too small' },
  shift: { 'zh-CN': '班次太短', en: 'a shift is too short' },
  tankers: { 'zh-CN': '送水车的时间已排满', en: 'every tanker that can go there is busy' },
  'tank-dry': {
    'zh-CN': '蓄水池在最早一车到来之前已经见底',
    en: 'the village tank runs dry before the first tanker could come',
  },
  'no-source': { 'zh-CN': '没有水源', en: 'there is no source' },
  'no-small-remedy': {
    'zh-CN': '不止一个原因，单项调整都解决不了',
    en: 'more than one thing stands in the way',
  },
  untested: { 'zh-CN': '原因未及查明', en: 'there was no time to find out why' },
};

export const NO_REMEDY: Record<'tank-dry' | 'no-source' | 'no-small-remedy' | 'untested', Say> = {
  'tank-dry': {
    'zh-CN': '今天没有小的补救办法：之前断水的时间补不回来。',
    en: 'There is no small remedy today: the hours without water cannot be made good.',
  },
  'no-source': {
    'zh-CN': '没有小的补救办法：需要先有一个水源。',
    en: 'There is no small remedy: a source is needed first.',
  },
  'no-small-remedy': {
    'zh-CN': '没有找到小的补救办法。',
    en: 'No small remedy was found.',
  },
  untested: {
    'zh-CN': '没有时间查找补救办法；给规划更多时间可以查明。',
    en: 'There was no time to look for a remedy; planning for longer would find out.',
  },
};

export function clock(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

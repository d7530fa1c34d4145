import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import { oneDay } from '../plan/day.fixture.ts';
import { dayNames } from '../plan/day-names.ts';
import { follow } from '../plan/follow.ts';
import { driverSheets } from '../timetable/sheets.ts';
import { driverChat, driverSms } from './compose.ts';
import { driverDay } from './driver-day.ts';
import { telling } from './notices.fixture.ts';
import { smsLength } from './sms.ts';

const { output: day } = examples.getDay;
const [tanker] = day.tankers;
const [source] = day.sources;
const [point] = day.points;
if (!tanker || !source || !point) throw new Error('the examples lack something');

const shift = { id: 'shift', driver: '司机甲', from: 25_200, to: 54_000 };
const names = dayNames({
  ...day,
  tankers: [{ ...tanker, id: 'tanker', name: '洒水1号', home: 'yard', shifts: [shift] }],
  sources: [{ ...source, id: 's-well', place: 'well', name: '深井一', open: [[25_200, 64_800]] }],
  points: [
    { ...point, id: 'p-upper', area: 'v', place: 'upper', name: '塘边', open: null },
    { ...point, id: 'p-lower', area: 'w', place: 'lower', name: '塘边', maxTankerLitres: null },
  ],
  positions: [],
  villages: [
    { area: 'v', name: '红旗村' },
    { area: 'w', name: '白壁村' },
  ],
});
const { rides, ride } = follow(oneDay.schedule, () => 'yard');
const [sheet] = driverSheets(oneDay.schedule, rides, names);
if (!sheet) throw new Error('no sheet');
const driver = driverDay(sheet, { names, ride });

test('every stop of the timetable is there, with the way and the wait before it', () => {
  expect(driver.stops.map(({ kind, from, leave, waits }) => [kind, from, leave, waits])).toEqual([
    ['fill', 25_800, 25_200, 0],
    ['deliver', 28_800, 27_300, 1100],
    ['deliver', 31_000, 30_600, 0],
    ['fill', 32_900, 32_000, 0],
    ['deliver', 34_700, 34_000, 0],
    ['rest', 36_000, null, 0],
    ['home', 37_900, 37_200, 0],
  ]);
  expect(driver).toMatchObject({ fills: 2, deliveries: 3, litres: 9000, driver: '司机甲' });
  expect(driver.stops.reduce((sum, { metres }) => sum + metres, 0)).toBe(driver.metres);
});

test('points of one name are told apart by their villages', () => {
  expect(driver.stops.slice(1, 3).map(({ place }) => place)).toEqual(['红旗村塘边', '白壁村塘边']);
});

test('limits and hours stand at the stops that they hold for', () => {
  expect(driver.stops[0]).toMatchObject({ open: [25_200, 64_800], maxTankerLitres: null });
  expect(driver.stops[1]).toMatchObject({ open: null, maxTankerLitres: 8000 });
  expect(driver.stops[5]).toMatchObject({ open: null, maxTankerLitres: null });
  expect(driver.sources.map(({ name }) => name)).toEqual(['深井一']);
});

test('the driver’s message lists the day, with what to see to', () => {
  expect(driverChat(driver, telling('zh-CN')).split('\n')).toEqual([
    '【洒水1号 司机甲】11月10日周四 07:00–15:00',
    '07:10–07:30 深井一 装水 5,000 升',
    '08:00–08:30 红旗村塘边 送水 3,000 升（8,000 升以上的车不能进）',
    '08:37–08:53 白壁村塘边 送水 2,000 升',
    '09:08–09:27 深井一 装水 4,000 升',
    '09:38–10:00 红旗村塘边 送水 4,000 升（8,000 升以上的车不能进）',
    '10:00–10:20 休息',
    '10:32 回到—',
    '取水 2 次，送水 3 次，共 9,000 升，行驶 32 公里。',
    '出车前看消毒记录、罐口和水管；量准水，双方签字。',
    '按第 1 版计划，2022-11-10 06:00 发出，以最新的为准。',
  ]);
  expect(driverChat(driver, telling('en'))).not.toMatch(/\{\{|[一-鿿]{3,}升/);
});

test('the SMS says all stops where that costs no more, else the start', () => {
  const sms = driverSms(driver, telling('zh-CN'));
  expect(sms).toBe(
    '洒水1号11月10日 07:00出车，送水3次共9000升，头一处08:00 红旗村塘边，详见司机单。',
  );
  expect(smsLength(sms).segments).toBe(1);
  const short = { ...driver, stops: driver.stops.slice(0, 2) };
  expect(driverSms(short, telling('zh-CN'))).toBe(
    '洒水1号11月10日：07:10 深井一装5000升；08:00 红旗村塘边送3000升。',
  );
});

test('who stays at home is told so', () => {
  const idle = { ...driver, stops: [], deliveries: 0 };
  expect(driverChat(idle, telling('zh-CN'))).toContain('当天不出车。');
  expect(driverSms(idle, telling('zh-CN'))).toBe('洒水1号11月10日：当天不出车。');
});

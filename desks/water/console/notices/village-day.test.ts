import type { Need } from '@liangbuwu/office/commitments/contract.ts';
import { expect, test } from 'vitest';
import { oneDay } from '../plan/day.fixture.ts';
import { announcement } from './announce.ts';
import { shortLine } from './compose.ts';
import { delivery, sheetOf, telling, villageOf } from './notices.fixture.ts';
import { planned, promised, spansOf, type VillageDay, villageDays } from './village-day.ts';

const baibi = villageOf('v', '白壁村', {
  eleven: { name: '白壁村11组', short: { because: 'tankers', tier: 'basic', litres: 300 } },
  three: { name: '白壁村3组', short: { because: 'tankers', tier: 'basic', litres: 900 } },
  eight: { name: '白壁村8组', short: { because: 'bays', tier: 'survival', litres: 50 } },
});

test('a village has its own deliveries, by time, its points in the order that people count', () => {
  const [day, other] = villageDays(
    sheetOf(baibi, villageOf('w', '红旗村', { pond: { name: '塘边' } })),
    [
      delivery('three', 36_000),
      delivery('pond', 30_000),
      delivery('eight', 28_800),
      delivery('gone', 1),
    ],
    0,
  );
  expect(day?.deliveries.map(({ place, from }) => [place, from])).toEqual([
    ['8组', 28_800],
    ['3组', 36_000],
  ]);
  expect(day?.litres).toBe(8000);
  expect(day?.points.map(({ place }) => place)).toEqual(['3组', '8组', '11组']);
  expect(other?.deliveries.map(({ place }) => place)).toEqual(['塘边']);
});

test('villages of one name keep their points apart', () => {
  const days = villageDays(
    sheetOf(
      villageOf('v', '红旗村', { a: { name: '红旗村2组' } }),
      villageOf('w', '红旗村', { b: { name: '红旗村2组' } }),
    ),
    [delivery('a', 100), delivery('b', 200)],
    0,
  );
  expect(
    days.map(({ called, deliveries }) => [called, deliveries.map(({ from }) => from)]),
  ).toEqual([
    ['红旗村（1）', [100]],
    ['红旗村（2）', [200]],
  ]);
});

test('the same floor missed for the same reason is one shortage, the worst floor first', () => {
  const [day] = villageDays(sheetOf(baibi), [], 0);
  expect(day?.shortages).toEqual([
    {
      because: 'bays',
      kind: 'village',
      tier: 0,
      litresPerPerson: 7.5,
      missing: 50,
      places: ['8组'],
    },
    {
      because: 'tankers',
      kind: 'village',
      tier: 1,
      litresPerPerson: 15,
      missing: 1200,
      places: ['3组', '11组'],
    },
  ]);
});

test('what was taken back is told while it matters, once, and not when it only moved', () => {
  const gone = (point: string, from: number, id = '') =>
    delivery(point, from, { id: `gone-${point}-${from}${id}`, withdrawn: true });
  const cancelled = (now: number, ...all: Parameters<typeof villageDays>[1]) =>
    villageDays(sheetOf(baibi), all, now)[0]?.cancelled.map(({ place, from }) => [place, from]);
  expect(cancelled(0, gone('three', 36_000))).toEqual([['3组', 36_000]]);
  expect(cancelled(40_000, gone('three', 36_000))).toEqual([]);
  expect(cancelled(0, gone('three', 36_000), gone('three', 36_600, 'again'))).toEqual([
    ['3组', 36_000],
  ]);
  expect(cancelled(0, gone('three', 36_000), delivery('three', 36_900))).toEqual([]);
  expect(cancelled(0, gone('three', 36_000), delivery('eight', 36_900))).toEqual([['3组', 36_000]]);
  expect(cancelled(0, gone('three', 36_000), delivery('three', 50_000))).toEqual([['3组', 36_000]]);
});

test('promises and a plan give the same deliveries', () => {
  const promise = {
    giver: 'tanker:t',
    giverName: '洒水1号',
    quantity: 3000,
    dueFrom: '28800',
    dueTo: '86400',
    proofs: [],
  };
  const need = {
    subject: 'point:p-upper',
    promises: [
      { ...promise, id: 'a', state: 'made' },
      { ...promise, id: 'b', state: 'withdrawn' },
    ],
  } as unknown as Need;
  const household = { ...need, subject: 'household:1' };
  expect(promised([need, household], Number)).toEqual([
    delivery('p-upper', 28_800, { id: 'a', to: 86_400, litres: 3000 }),
    delivery('p-upper', 28_800, { id: 'b', to: 86_400, litres: 3000, withdrawn: true }),
  ]);
  const rows = planned(oneDay.schedule, () => '洒水1号');
  expect(rows.map(({ point, litres }) => [point, litres])).toEqual([
    ['p-upper', 3000],
    ['p-lower', 2000],
    ['p-upper', 4000],
  ]);
});

test('deliveries that follow each other closely at a place are one time to come', () => {
  const [day] = villageDays(
    sheetOf(baibi),
    [
      delivery('three', 36_000),
      delivery('eight', 36_000),
      delivery('three', 36_300, { to: 36_600 }),
      delivery('three', 39_600),
      delivery('three', 43_201),
    ],
    0,
  );
  expect([...spansOf(day?.deliveries ?? [])]).toEqual([
    [
      '3组',
      [
        { place: '3组', from: 36_000, to: 41_400, litres: 12_000, count: 3 },
        { place: '3组', from: 43_201, to: 45_001, litres: 4000, count: 1 },
      ],
    ],
    ['8组', [{ place: '8组', from: 36_000, to: 37_800, litres: 4000, count: 1 }]],
  ]);
});

test('animals are told of in words of their own, after the people', () => {
  const village = villageOf('v', '白壁村', {
    herd: { name: '牛场', short: { because: 'tankers', tier: 'basic', litres: 600 } },
    three: { name: '白壁村3组', short: { because: 'tankers', tier: 'basic', litres: 900 } },
  });
  const points = village.points.map((one) =>
    one.id === 'herd' ? { ...one, kind: 'livestock' as const } : one,
  );
  const [day] = villageDays(sheetOf({ ...village, points }), [], 0);
  expect(day?.shortages.map(({ kind, litresPerPerson }) => [kind, litresPerPerson])).toEqual([
    ['village', 15],
    ['livestock', 20],
  ]);
  const lines = day?.shortages.map((short) => shortLine(telling('zh-CN'), short));
  expect(lines?.[1]).toContain('牛场每头不到 20 升');
  const [served] = villageDays(
    sheetOf({ ...village, points: points.filter(({ id }) => id === 'herd') }),
    [delivery('herd', 36_000)],
    0,
  );
  const said = announcement(served as VillageDay, { ...telling('zh-CN'), today: '2022-11-10' });
  expect(said).toContain('牛场');
  expect(said).not.toContain('水还不够');
});

import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { expect, test } from 'vitest';
import { pointPage } from './point-page.ts';
import type { PublicDelivery, PublicPoint } from './read-point.ts';

const hour = 3600;
const delivery: PublicDelivery = {
  promise: '0cb3d8bc-3a6c-4d35-8a4d-1e3f0b3f6a01',
  day: '2022-11-10',
  from: 9 * hour,
  to: 10 * hour,
  litres: 4000,
  giver: '洒水1号',
  said: { giver: null, receiver: null },
  complaints: 0,
};
const point = (deliveries: PublicDelivery[], now: number): PublicPoint => ({
  id: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  name: '3组',
  village: '白壁村',
  town: '古岳峰镇',
  people: 240,
  ofVillage: false,
  day: {
    response: { zone: 'Asia/Shanghai' } as Response,
    desk: {} as never,
    today: '2022-11-10',
    now,
    deliveries,
    tank: null,
    collection: null,
  },
});
const read = (of: PublicPoint) =>
  pointPage(of, 'ACDE3467', 'zh-CN')
    .body.toString()
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('chlorine stands beside what came once somebody has measured it, and is not spoken of before', () => {
  const said = { giver: 4000, receiver: 4000 };
  const came = { ...delivery, said };
  expect(read(point([came], 11 * hour))).not.toContain('余氯');
  expect(read(point([{ ...came, chlorine: 0.45 }], 11 * hour))).toContain('余氯 0.45 毫克/升');
});

test('where the sides differ both figures stand, with what the town decided once it has', () => {
  const differing = { ...delivery, said: { giver: 4000, receiver: 3200 } };
  const open = read(point([differing], 11 * hour));
  expect(open).toMatch(/正在核对.*司机说来了 4,000 升.*村里说来了 3,200 升/);
  const decided = read(point([{ ...differing, resolved: 3200 }], 11 * hour));
  expect(decided).toMatch(/认定来了 3,200 升.*司机说来了 4,000 升.*村里说来了 3,200 升/);
  expect(decided).not.toContain('正在核对');
});

test('the next tanker is the first that is not over and that nobody has spoken of', () => {
  const later = { ...delivery, from: 15 * hour, to: 16 * hour };
  expect(read(point([delivery, later], 8 * hour))).toMatch(/下一趟送水车 今天.* 09:00–10:00/);
  expect(read(point([delivery, later], 10 * hour))).toMatch(/下一趟送水车 今天.* 15:00–16:00/);
  const early = { ...delivery, said: { giver: 4000, receiver: null } };
  expect(read(point([early, later], 8 * hour))).toMatch(/下一趟送水车 今天.* 15:00–16:00/);
  const tomorrow = { ...delivery, day: '2022-11-11' };
  expect(read(point([tomorrow], 20 * hour))).toMatch(/下一趟送水车 明天 · 11月11日周五 09:00/);
  expect(read(point([delivery], 11 * hour))).toContain('今天、明天都还没有排定的送水车');
});

test('what was due and nobody has recorded is said so; yesterday is not today', () => {
  expect(read(point([delivery], 10 * hour))).toContain('应到 4,000 升，还没有人登记到没到');
  expect(read(point([{ ...delivery, day: '2022-11-09' }], 10 * hour))).toContain(
    '今天还没有到过的送水车',
  );
});

import { expect, test } from 'vitest';
import { announcement } from './announce.ts';
import { delivery, sheetOf, telling, villageOf } from './notices.fixture.ts';
import { secondsToRead } from './spoken.ts';
import { type Planned, villageDays } from './village-day.ts';

const short = { because: 'tankers', tier: 'basic', litres: 1200 } as const;
const points = {
  three: { name: '白壁村3组', short },
  eleven: { name: '白壁村11组' },
};

function said(deliveries: Planned[], of: Partial<Parameters<typeof announcement>[1]> = {}): string {
  const now = of.now ?? 21_600;
  const [day] = villageDays(sheetOf(villageOf('v', '白壁村', points)), deliveries, now);
  if (!day) throw new Error('no village');
  return announcement(day, {
    ...telling('zh-CN'),
    today: '2022-11-10',
    ...of,
  });
}

const three = [
  delivery('three', 33_000),
  delivery('eleven', 50_400, { litres: 2000 }),
  delivery('three', 84_600, { litres: 3847 }),
];

test('it is said as people speak, place by place, and what matters twice', () => {
  expect(said(three).split('\n')).toEqual([
    '各位乡亲，请注意。现在播送古岳峰镇白壁村今天的送水安排。',
    '来水三次。三组，上午九点十分，四千升；晚上十一点半，大约三千八百升。十一组，下午两点，两千升。',
    '算上自家的水，平均每人十四点二升。',
    '水还不够，因为送水车不够，各村轮流送。请先保喝水和做饭，让老人和病人先取。',
    '来取水请戴好口罩，排好队，前后隔开一米。行动不便的，请邻居帮忙，或者告诉村里。',
    '再说一遍。',
    '来水三次。三组，上午九点十分，四千升；晚上十一点半，大约三千八百升。十一组，下午两点，两千升。',
    '播送完了，谢谢大家。',
  ]);
});

test('no figure and no Latin letter is left to be guessed at', () => {
  expect(said([...three, delivery('three', 60_000, { withdrawn: true })])).not.toMatch(
    /[\dA-Za-z]/,
  );
});

test('it takes about a minute', () => {
  expect(secondsToRead(said(three))).toBeGreaterThan(40);
  expect(secondsToRead(said(three))).toBeLessThan(80);
});

test('a day with many deliveries is told by spans, so that people listen to the end', () => {
  const many = [
    ...[27_060, 29_160, 32_400].map((from) => delivery('three', from, { litres: 730 })),
    ...[36_000, 50_400, 56_000, 64_800].map((from) => delivery('eleven', from)),
    delivery('three', 64_620, { litres: 300 }),
  ];
  const text = said(many);
  expect(text).toContain('三组，早上七点半到上午九点半，下午五点五十五分，共大约两千四百升。');
  expect(text).toContain('十一组，上午十点，下午两点，下午三点半，晚上六点，共一万六千升。');
  expect(text).toContain('\n来水八次。三组，早上七点半到上午九点半，下午五点五十五分。十一组');
  expect(text).not.toMatch(/\d/);
  expect(secondsToRead(text)).toBeLessThanOrEqual(75);
});

test('two are 两 and midnight is spoken', () => {
  const text = said(
    [delivery('three', 86_400, { to: 86_400, litres: 200 }), delivery('eleven', 7200)],
    {
      now: 0,
    },
  );
  expect(text).toContain('来水两次');
  expect(text).toContain('夜里十二点，两百升');
  expect(text).toContain('凌晨两点');
});

test('only what is still to come is read out', () => {
  const text = said(three, { now: 40_000 });
  expect(text).toContain('后面还来水两次');
  expect(text).not.toContain('九点十分');
  expect(said(three, { now: 86_400 })).toContain('今天的几次都过了时间，没有再来的车。');
});

test('where nothing comes it is said, twice too', () => {
  const text = said([]);
  expect(text.match(/今天没有安排送水车来本村/g)).toHaveLength(2);
  expect(text).not.toContain('排好队');
});

test('what was taken back is called off', () => {
  expect(said([...three, delivery('eleven', 64_800, { withdrawn: true })])).toContain(
    '原定晚上六点到十一组的一车，不来了。',
  );
});

test('another day is called by its name', () => {
  expect(said(three, { day: '2022-11-11' })).toContain('白壁村明天的送水安排');
  expect(said(three, { day: '2022-11-14' })).toContain('白壁村十一月十四日星期一的送水安排');
});

test('a draft is not for reading out', () => {
  const draft = said(three, { edition: { state: 'draft', version: 2 } });
  expect(draft).toMatch(/^【未发布，请勿外传】\n[^]*【未发布，请勿外传】$/);
});

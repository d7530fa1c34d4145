import { expect, test } from 'vitest';
import { plainWhy, villageChat, villageSms, whatHelps } from './compose.ts';
import { delivery, sheetOf, telling, villageOf, words } from './notices.fixture.ts';
import { smsLength } from './sms.ts';
import { type Planned, villageDays } from './village-day.ts';

const short = { because: 'tankers', tier: 'basic', litres: 1200 } as const;

function dayOf(deliveries: Planned[], of: { short?: typeof short; now?: number } = {}) {
  const [day] = villageDays(
    sheetOf(
      villageOf('v', '白壁村', {
        three: { name: '白壁村3组', ...(of.short && { short: of.short }) },
        eight: { name: '白壁村8组' },
      }),
    ),
    deliveries,
    of.now ?? 21_600,
  );
  if (!day) throw new Error('no village');
  return day;
}

const two = [delivery('three', 33_000), delivery('eight', 84_600, { tanker: '洒水7号' })];

test('the message for the group says when, where, how much, how much each, and what to do', () => {
  expect(villageChat(dayOf(two, { short }), telling('zh-CN')).split('\n')).toEqual([
    '【古岳峰镇白壁村】11月10日周四送水安排',
    '来水 2 次，共 8,000 升；算上自家的水，平均每人 14.2 升。',
    '09:10–09:40 3组 4,000 升（洒水1号）',
    '23:30–24:00 8组 4,000 升（洒水7号）',
    '还不够：3组每人不到 15 升，还缺 1,200 升。送水车不够，各村轮流送。',
    '请排队取水，前后隔开一米，戴好口罩，让老人和病人先取。',
    '不够喝的，马上告诉村里。',
    '按第 1 版计划，2022-11-10 06:00 发出，以最新的为准。',
  ]);
});

test('in English it is whole and keeps to English but for the names', () => {
  const text = villageChat(dayOf(two, { short }), telling('en'));
  expect(text).toContain('[古岳峰镇白壁村] Water on Thu 10 Nov');
  expect(text).toContain('2 deliveries, 8,000 L in all');
  expect(text.replaceAll(/古岳峰镇白壁村|\d组|洒水\d号/g, '')).not.toMatch(/\p{Script=Han}|\{\{/u);
  expect(villageChat(dayOf(two.slice(0, 1)), telling('en'))).toContain('One delivery, 4,000 L;');
});

test('a village without a delivery is told so, and what it has', () => {
  const day = dayOf([]);
  const text = villageChat(day, telling('zh-CN'));
  expect(text).toContain('没有安排送水车来本村，先用自家的水，平均每人 14.2 升。');
  expect(text).not.toContain('排队');
  expect(villageSms(day, telling('zh-CN'))).toBe(
    '白壁村11月10日没有排送水车，请省着用，不够喝马上告诉村里。',
  );
});

test('what has had its time is not announced any more', () => {
  const later = telling('zh-CN', { now: 50_000 });
  const text = villageChat(dayOf(two), later);
  expect(text).toContain('（前面 1 次的时间已过，共 4,000 升）');
  expect(text).not.toContain('09:10');
  expect(villageSms(dayOf(two), later)).not.toContain('09:10');
  const over = telling('zh-CN', { now: 86_400 });
  expect(villageChat(dayOf(two), over)).toContain('当天的 2 次都过了时间，没有再来的车。');
  expect(villageSms(dayOf(two), over)).toBe('白壁村11月10日的水都过了时间，没有再来的车。');
});

test('a delivery that was taken back is called off in the message and the SMS', () => {
  const day = dayOf([...two, delivery('three', 50_400, { withdrawn: true })]);
  expect(villageChat(day, telling('zh-CN'))).toContain(
    '取消：原定 14:00 送到3组的 4,000 升不来了。',
  );
  expect(villageSms(day, telling('zh-CN'))).toContain('取消14:00 3组。');
});

test('the SMS says the most that fits into the fewest', () => {
  const sms = villageSms(dayOf(two), telling('zh-CN'));
  expect(sms).toBe('白壁村11月10日来水：09:10 3组4000升；23:30 8组4000升。请排队、戴口罩。');
  expect(smsLength(sms).segments).toBe(1);
  const many = dayOf(
    Array.from({ length: 8 }, (_, i) => delivery(i % 2 ? 'three' : 'eight', 28_800 + i * 3600)),
  );
  // Bare it would take two SMS too.
  const long = villageSms(many, telling('zh-CN'));
  expect(long).toContain('15:00 3组4000升。请排队、戴口罩。');
  expect(smsLength(long).segments).toBe(2);
  const close = dayOf(
    Array.from({ length: 8 }, (_, i) => delivery(i % 2 ? 'three' : 'eight', 28_800 + i * 1800)),
  );
  expect(villageSms(close, telling('zh-CN'))).toBe(
    '白壁村11月10日来水：8组 08:00–11:30；3组 08:30–12:00。共32000升。请排队、戴口罩。',
  );
});

test('a draft says so first and last, in all that can be copied', () => {
  const draft = telling('zh-CN', { edition: { state: 'draft', version: 2 } });
  const lines = villageChat(dayOf(two), draft).split('\n');
  expect([lines[0], lines.at(-1)]).toEqual(['【未发布，请勿外传】', '【未发布，请勿外传】']);
  expect(villageSms(dayOf(two), draft)).toMatch(/^【未发布，请勿外传】/);
  const old = telling('en', { edition: { state: 'replaced', version: 1 } });
  expect(villageChat(dayOf(two), old)).toMatch(/^【Replaced by a newer version/);
});

test('a village that may not see the plan’s number is told whose plan it is', () => {
  const unseen = telling('zh-CN', { edition: { state: 'in-force', version: undefined } });
  expect(villageChat(dayOf(two), unseen)).toContain('按镇里发布的计划，');
});

test('every reason of the planner has plain words, an unknown one too', () => {
  const t = words('zh-CN');
  const known = ['room-left', 'bays', 'source-hours', 'tank-dry', 'tankers', 'no-source'];
  const said = known.map((because) => plainWhy(t, because));
  expect(new Set(said).size).toBe(known.length);
  expect(plainWhy(t, 'untested')).toBe(plainWhy(t, 'something-new'));
});

test('what helps: the particular first, the general once, nothing where nothing is short', () => {
  const shortage = {
    kind: 'village' as const,
    tier: 1,
    litresPerPerson: 15,
    missing: 1,
    places: ['3组'],
  };
  const t = words('zh-CN');
  expect(whatHelps(t, [])).toEqual([]);
  expect(whatHelps(t, [{ ...shortage, because: 'bays' }])).toHaveLength(1);
  const both = whatHelps(t, [
    { ...shortage, because: 'tank-dry' },
    { ...shortage, because: 'tank-dry', litresPerPerson: 20 },
  ]);
  expect(both).toHaveLength(2);
  expect(both[0]).toContain('早上省着用');
});

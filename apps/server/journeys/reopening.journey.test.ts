import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { overflow, phone, press, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();

const keeper = '市二中复学专班';
const inspector = '天元区教育局干部';
const headquarters = '天元区指挥部评估组';
const bureau = '株洲市教育局专班干部';

async function open(who: string, options?: Parameters<typeof visit>[2]) {
  const { page, strange } = await visit(demo.browser, demo.server.url, options);
  await stepInto(page, who);
  await page.goto(`${demo.server.url}/campus/reopening`);
  await page.getByRole('main').getByText('市二中', { exact: true }).first().click();
  await page.getByRole('heading', { name: '办到哪一步' }).waitFor();
  return { page, strange };
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
async function sure(page: Page, deed: string, state: string) {
  await press(page, page.getByRole('button', { name: deed, exact: true }));
  await press(page, page.locator('.ant-popover').getByRole('button', { name: /确\s*定/ }));
  await page.getByRole('heading', { level: 1 }).getByText(state).waitFor();
}

test('from a changed plan to what a parent reads: a gap blocks, four people judge, and a batch is announced', async () => {
  const { page: school, strange } = await open(keeper);
  await sure(school, '修改方案（另起一版）', '起草中');
  const rooms = school.getByLabel('隔离观察室（间）');
  await rooms.fill('0');
  const gap = '填的是 0 间，至少要 1 间';
  await school.getByText(gap).waitFor();
  await button(school, '保存').first().click();
  await school.getByRole('region', { name: '还缺什么' }).getByText(gap).waitFor();
  const submit = school.getByRole('button', { name: '提交', exact: true });
  expect(await submit.getAttribute('aria-disabled')).toBe('true');
  await submit.hover();
  await school.getByRole('tooltip').getByText('还有 1 处缺项').waitFor();
  expect(await seriousFaults(school)).toEqual([]);
  await school.getByLabel('隔离观察室（间）').fill('2');
  await button(school, '保存').first().click();
  await school.getByText('没有缺项，可以提交。').waitFor();
  await press(school, school.getByRole('button', { name: '提交', exact: true }));
  await school.getByRole('heading', { level: 1 }).getByText('已提交').waitFor();

  const { page: yard } = await open(inspector, phone);
  await press(yard, button(yard, '登记现场检查'));
  const form = yard.getByRole('region', { name: '现场检查' });
  for (const item of await form.getByRole('radiogroup').all())
    await item.getByText('合格', { exact: true }).click();
  expect(await overflow(yard)).toBe(0);
  expect(await seriousFaults(yard)).toEqual([]);
  await press(yard, button(yard, '登记检查'));
  await yard.getByRole('heading', { level: 1 }).getByText('已检查').waitFor();
  // Who inspected does not assess or approve.
  const { page: district } = await open(headquarters);
  await sure(district, '评估同意', '已评估');
  const { page: city } = await open(bureau);
  await sure(city, '批准', '已批准');

  await school.reload();
  await school.getByRole('link', { name: '返校批次与公告' }).click();
  await press(school, button(school, '新建批次'));
  await school.getByLabel('返校日期').fill('2022-11-21');
  await school.getByLabel('年级', { exact: true }).click();
  await school.getByTitle('高二').click();
  await school.getByLabel('每班人数').fill('45');
  await school.getByLabel('校门', { exact: true }).fill('西门');
  await school.getByLabel('到', { exact: true }).fill('09:00');
  await press(school, button(school, '加入这个年级'));
  for (const at of [14, 15, 16, 17, 18, 19, 20]) await button(school, `去掉高二${at}班`).click();
  for (const [label, words] of [
    ['带什么（中文）', '口罩'],
    ['带什么（英文）', 'a mask'],
    ['有事问谁（中文）', '先问班主任'],
    ['有事问谁（英文）', 'the class teacher first'],
  ] as const)
    await school.getByLabel(label).fill(words);
  await button(school, '保存批次').click();
  const second = school.getByRole('region', { name: /第 2 批/ });
  await second.getByText('到这一批共 1485 人返校，宿舍 1700 张床').waitFor();
  await press(school, second.getByRole('button', { name: '公告给家长' }));
  await school.getByLabel('中文', { exact: true }).waitFor();
  expect(await school.getByLabel('中文', { exact: true }).inputValue()).toContain('西门：高二1班');
  expect(await seriousFaults(school)).toEqual([]);
  await press(school, button(school, '发给家长'));
  await second.getByText('公告 · 市二中复学专班').waitFor();
  expect(strange).toEqual([]);

  await button(school, '家长海报（二维码）').click();
  const link = await school.getByRole('link', { name: '打开家长页面' }).getAttribute('href');
  const { page: parent, strange: odd } = await visit(demo.browser, `${demo.server.url}${link}`, {
    ...phone,
    javaScriptEnabled: false,
  });
  await parent.getByRole('heading', { name: '市二中返校公告（第 2 批）' }).waitFor();
  const said = await parent.getByRole('main').innerText();
  expect(said).toMatch(/11月21日周一 07:00–09:00，西门：高二1班、/);
  expect(said).toContain('复学方案第 2 版已于');
  expect(said).toContain('市二中返校公告（第 1 批）');
  expect(await overflow(parent)).toBe(0);
  expect(odd).toEqual([]);
});

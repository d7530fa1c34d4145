import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  atRest,
  confirm,
  laptop,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();

const officer = '古岳峰镇供水专干';
const cadre = '白壁村包村干部';
const administrator = '系统管理员';

async function enter(
  who: string,
  { english = false, ...options }: Parameters<typeof visit>[2] & { english?: boolean } = laptop,
) {
  const visited = await visit(demo.browser, demo.server.url, options);
  if (english) await visited.page.getByRole('button', { name: /English/ }).click();
  await stepInto(visited.page, who);
  return visited;
}
const open = async (page: Page, path: string) => {
  await page.goto(`${demo.server.url}${path}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
};
const inNav = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name });
async function choose(page: Page, field: string, choice: string) {
  await press(page, page.getByRole('dialog').getByLabel(field));
  await press(page, page.locator('.ant-select-dropdown:visible').getByText(choice).first());
}
async function expectGood(page: Page, at: string) {
  await atRest(page);
  expect(await seriousFaults(page), at).toEqual([]);
  expect(await overflow(page), at).toBeLessThanOrEqual(0);
}

let deputy: Awaited<ReturnType<typeof enter>>;
let away: Awaited<ReturnType<typeof enter>>;

test('an officer who goes on leave names a deputy, and reads what each may see', async () => {
  deputy = await enter(cadre);
  await open(deputy.page, '/water/plan');
  await deputy.page.getByText('您的角色没有打开这个页面的权限。').waitFor();
  await open(deputy.page, '/account');
  await deputy.page.getByText('现在和以后都没有代理。').waitFor();
  expect(await inNav(deputy.page, '送水计划').count()).toBe(0);

  away = await enter(officer);
  const { page } = away;
  await page.getByRole('button', { name: new RegExp(officer) }).click();
  await page.getByRole('menuitem', { name: '我的账号' }).click();
  await page.getByText(/在古岳峰镇：可以.*编制送水计划/).waitFor();
  await page.getByText(/在古岳峰镇看不到、做不了的/).click();
  await page.getByRole('listitem').filter({ hasText: '管理账号与授权' }).waitFor();

  await page.getByRole('button', { name: '指定代理人' }).click();
  await press(page, page.getByRole('dialog').getByRole('button', { name: '指定', exact: true }));
  for (const fault of ['请选择代理人', '请选择日期', '请选择事由'])
    await page.getByRole('dialog').getByText(fault).waitFor();
  await choose(page, '代理人', cadre);
  await choose(page, '事由', '休假');
  const today = await page.getByLabel('第一天').inputValue();
  await page.getByLabel('最后一天（含）').fill(today);
  await expectGood(page, 'the dialog of a deputy');
  await press(page, page.getByRole('dialog').getByRole('button', { name: '指定', exact: true }));
  await page.getByText(`${cadre}代理您`).waitFor();
  await page.getByText('正在代理').waitFor();
});

test('the deputy sees it without asking, and opens what was closed', async () => {
  const { page } = deputy;
  await page.getByText(`您代理${officer}`).waitFor();
  await page.getByText(new RegExp(`代${officer}（到.*24:00）在古岳峰镇：可以`)).waitFor();
  await expectGood(page, 'the own account');
  await inNav(page, '送水计划').click();
  await page.getByText(/第 \d 版执行中/).waitFor();
  const again = page.getByRole('button', { name: '重新编制' }).first();
  await again.waitFor();
  expect(await again.getAttribute('aria-disabled')).toBeNull();
});

test('what the deputy does there stands in the ledger, with for whom', async () => {
  const { page } = deputy;
  await open(page, '/water/registers/sources');
  const row = page.getByRole('row').filter({ hasText: '红旗村农户深井' });
  await row.getByRole('gridcell').nth(6).click();
  await page.keyboard.type('48');
  await page.keyboard.press('Enter');
  await page.getByText('已保存：红旗村农户深井，流量').waitFor();
  await open(page, '/ledger');
  const entry = page.getByRole('row').filter({ hasText: `代 ${officer} 办理` });
  await entry.first().waitFor();
  expect(await entry.first().innerText()).toContain(cadre);
  await expectGood(page, 'the ledger');
});

test('an administrator sees who stands in for whom, and what an account may see', async () => {
  const { page } = await enter(administrator);
  await open(page, '/accounts');
  await page.getByText(`${cadre}代理${officer}`).waitFor();
  await page.getByRole('button', { name: new RegExp(`展开.*${cadre}`) }).click();
  await page.getByText(/在白壁村：可以/).waitFor();
  await page.getByText(new RegExp(`代${officer}（到.*24:00）在白壁村：另外可以`)).waitFor();
  await expectGood(page, 'the accounts');
  await page.context().close();
});

test('a new version of the floors begins with the one in force, and says at the field what is wrong', async () => {
  const { page } = await enter(administrator);
  await open(page, '/water/floors');
  await page.getByText('2022年11月10日周四执行的是“2022-11-10/1”。').waitFor();
  await page.getByRole('button', { name: '新增一版' }).click();
  const dialog = page.getByRole('dialog');
  const basic = dialog.getByLabel('基本线（升/人/天）');
  await basic.waitFor();
  expect(await basic.inputValue()).toBe('15');
  await basic.fill('5');
  await dialog.getByText('不能低于前一条线：生存线 ≤ 基本线 ≤ 正常线').waitFor();
  await expectGood(page, 'the dialog of a version');
  await basic.fill('16');
  await dialog.getByLabel('基本线的依据').fill('县应急预案 2022 修订');
  await dialog.getByLabel('从哪天起执行').fill('2022-12-01');
  await press(page, dialog.getByRole('button', { name: '保存这一版' }));
  await dialog.waitFor({ state: 'detached' });
  const added = page.getByRole('row').filter({ hasText: '2022-11-10/2' });
  await added.getByText('将要执行').waitFor();
  await added.getByText('依据：县应急预案 2022 修订').waitFor();
  await page.getByLabel('看哪一天').fill('2022-12-01');
  await added.getByText('当天执行').waitFor();
  await expectGood(page, 'the floors');
  await page.context().close();

  await open(away.page, '/water/floors');
  const button = away.page.getByRole('button', { name: '新增一版' });
  await button.and(away.page.locator('[aria-disabled=true]')).waitFor();
  await away.page.getByText(/供水标准在整个株洲市通用/).waitFor({ state: 'attached' });
});

test.each([
  ['en', laptop, true],
  ['en on a phone', phone, true],
] as const)('in %s the pages fit and are readable', async (_, options, english) => {
  for (const [who, pages] of [
    [cadre, [['/account', officer]]],
    [
      administrator,
      [
        ['/accounts', officer],
        ['/water/floors', 'Sphere Handbook 2018'],
      ],
    ],
  ] as const) {
    const { page, strange } = await enter(who, { ...options, english });
    for (const [path, shown] of pages) {
      await open(page, path);
      await page.getByRole('main').getByText(shown).first().waitFor();
      await expectGood(page, path);
    }
    expect(strange).toEqual([]);
    await page.context().close();
  }
});

test('either side ends it early, and the deputy’s pages close at once', async () => {
  await open(deputy.page, '/account');
  await inNav(deputy.page, '送水计划').waitFor();
  await open(away.page, '/account');
  await away.page.getByRole('button', { name: `提前结束：${cadre}代理您` }).click();
  await confirm(away.page, '提前结束');
  await away.page.getByText('现在和以后都没有代理。').waitFor();
  await inNav(deputy.page, '送水计划').waitFor({ state: 'detached' });
  await deputy.page.getByText('现在和以后都没有代理。').waitFor();
  expect([...deputy.strange, ...away.strange]).toEqual([]);
});

import type { Call } from '@liangbuwu/office/http/client.ts';
import { listPlans } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { makePlan, publishPlan } from '@liangbuwu/water/contract.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedBy, droughtOf } from '../testing/asked-by-page.ts';
import {
  confirm,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';
import { solved } from '../testing/small-water-day.ts';

const demo = demoJourney();

const fortnightPage = async (page: Page) => {
  await page.goto(`${demo.server.url}/water/fortnight`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
};
const table = (page: Page) => page.getByRole('table', { name: '各村每天人均用水（升）' });
const rowOf = (page: Page, village: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(village) }) });

describe('the officer’s fortnight', () => {
  let page: Page;
  let strange: string[];
  let by: Call;
  let of: { response: string; area: string };
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '古岳峰镇供水专干');
    by = askedBy(page, demo.server.url);
    of = await droughtOf(by);
  });

  test('after one day it says what one day tells, and that the others are unknown', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '半月表' }).click();
    const main = page.getByRole('main');
    await main.getByText(/十四天里有 1 天的数字/).waitFor();
    await main.getByText(/有人低于生存线 7.5 升：一天（11.10）/).waitFor();
    expect(await table(page).getByRole('columnheader').count()).toBe(17);
    const cells = rowOf(page, '白壁村').getByRole('cell');
    expect(await cells.filter({ hasText: /不知道，没有发布过计划/ }).count()).toBe(13);
    expect(await cells.filter({ hasText: /人均 [\d.]+ 升，.+，按计划承诺/ }).count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('the longest dry spell stands first', async () => {
    const spells = await table(page)
      .getByRole('row')
      .getByRole('cell')
      .filter({ hasText: /^(\d+ 天|没有|无数字)/ })
      .allInnerTexts();
    const days = spells.map((text) => Number(/^\d+/.exec(text)?.[0] ?? 0));
    expect(days[0]).toBe(1);
    expect(days).toEqual([...days].sort((a, b) => b - a));
  });

  test('a village unfolds to its points', async () => {
    await page.getByRole('button', { name: '展开白壁村的供水点' }).click();
    await rowOf(page, '白壁村11组').waitFor();
    await page.getByRole('button', { name: '收起白壁村的供水点' }).click();
    await expect.poll(() => rowOf(page, '白壁村11组').count()).toBe(0);
  });

  test('the next morning what was short weighs, and says so before anybody has planned', async () => {
    await by(advanceClock, {
      params: { response: of.response },
      body: { to: '2022-11-11T06:00:00+08:00' },
    });
    await page.goto(`${demo.server.url}/water`);
    await page
      .getByRole('button', { name: /白壁村/ })
      .first()
      .click();
    await page
      .getByText(/昨天少 [\d.]+ 升\/人，今天权重 ×[\d.]+/)
      .first()
      .waitFor();
    await page
      .getByText(/由昨天结转/)
      .first()
      .waitFor();
  });

  test('what the tank reads is recorded, and counts instead', async () => {
    await press(page, page.getByRole('button', { name: '登记白壁村8组的水位' }));
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: '登记', exact: true });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel('现在有（升）').fill('9000');
    await save.click();
    await dialog.getByText(/只装得下 4000 升/).waitFor();
    await dialog.getByLabel('现在有（升）').fill('900');
    await save.click();
    await page.getByText('白壁村8组：已登记 900 升').waitFor();
    await page.getByText(/开始时 900 升，按 2022-11-11 06:00 登记的水位/).waitFor();
  });

  test('the plan counts it unless it is told not to, and lists whom it favours', async () => {
    await page.goto(`${demo.server.url}/water/plan`);
    await page.getByRole('button', { name: '编制计划' }).first().click();
    const count = page.getByRole('dialog').getByRole('checkbox', { name: '计入前几天的欠水' });
    expect(await count.isChecked()).toBe(true);
    await confirm(page, '开始计算');
    const before = page.getByRole('region', { name: '第 1 版怎样接着前几天' });
    await before.getByText(/处供水点前几天欠水，这一版权重更高/).waitFor();
    await before
      .getByText(/今天权重 ×/)
      .first()
      .waitFor();
    await before.getByText(/2 个水池从昨天结转的水位开始，1 个按登记的读数/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('made without it, the version says that too', async () => {
    await page.getByRole('button', { name: '重新编制' }).first().click();
    await page.getByRole('dialog').getByText('计入前几天的欠水').click();
    await confirm(page, '开始计算');
    await page.getByText(/这一版编制时选择了不计入/).waitFor();
  });

  test('with the second day published, the sheet has both', async () => {
    const day = { ...of, day: '2022-11-11' };
    const { plans } = await by(listPlans, { query: { ...day, desk: 'water' } });
    const first = plans.find(({ version }) => version === 1);
    await by(publishPlan, { params: { plan: first?.id ?? '' }, body: { replaces: null } });
    await fortnightPage(page);
    await page.getByText(/十四天里有 2 天的数字/).waitFor();
    const known = rowOf(page, '白壁村')
      .getByRole('cell')
      .filter({ hasText: /人均 [\d.]+ 升/ });
    expect(await known.count()).toBe(2);
  });

  test('a third day that nobody planned is left out of it, and the fourth goes on', async () => {
    await by(advanceClock, {
      params: { response: of.response },
      body: { to: '2022-11-13T06:00:00+08:00' },
    });
    const plan = '5e0f7b44-12c3-4d3c-9b7e-3d0f6a1b2c4d';
    const day = { ...of, day: '2022-11-13' };
    await by(makePlan, { params: { plan }, body: { ...day, seconds: 1 } });
    await solved(by, day, plan);
    await by(publishPlan, { params: { plan }, body: { replaces: null } });
    await fortnightPage(page);
    await page.getByText(/十四天里有 3 天的数字/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('it prints on one width of paper, lying', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    await page.emulateMedia({ media: null });
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

test('a cadre sees the own village only', async () => {
  const { page } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '白壁村包村干部');
  await fortnightPage(page);
  await rowOf(page, '白壁村').first().waitFor();
  expect(await table(page).getByRole('button').count()).toBe(1);
  await page.context().close();
});

test('on a phone, in English, it fits the width', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, '古岳峰镇供水专干');
  await fortnightPage(page);
  await page.getByText(/3 of the fourteen days are known/).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page)).toEqual([]);
  expect(strange).toEqual([]);
  await page.context().close();
});

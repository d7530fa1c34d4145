import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, overflow, phone, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

// A search is looked at while it goes on.
const demo = demoJourney({ LIANGBUWU_BACKGROUND: 'on', LIANGBUWU_ITERATIONS: '' });

const planPage = async (page: Page) => {
  await page.goto(`${demo.server.url}/water/plan`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
};
const panel = (page: Page, version: number) =>
  page.getByRole('region', { name: new RegExp(`第 ${version} 版还能再好吗`) });
const waiting = /还没试|正在试/;

describe('how a plan was found, and what one more would give', () => {
  let page: Page;
  let strange: string[];
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '古岳峰镇供水专干');
    await planPage(page);
  });

  test('the plan in force says how much better it could be at most, with the line that leads there', async () => {
    const better = panel(page, 1);
    await better.getByText(/缺水至多还能再好|已证明最优/).waitFor();
    const chart = better.getByRole('img', { name: /缺水程度：开始时 [\d,.]+，算到 [\d.]+ 秒时/ });
    await chart.waitFor();
    await better.getByRole('img', { name: /行驶里程/ }).waitFor();
    await better.getByText('看数字').first().click();
    expect(await better.getByRole('row').count()).toBeGreaterThan(2);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('what is added is tried by itself, with nobody asking, and the table fills while it is looked at', async () => {
    const table = panel(page, 1).getByRole('table', { name: '再多一点会怎样' });
    const first = table.getByRole('row').nth(1);
    await first
      .getByText(/送水车|取水车位|小时|提前/)
      .first()
      .waitFor();
    await first
      .getByText(/升|人|试过，没有帮助|略有好转/)
      .last()
      .waitFor();
    await expect.poll(() => table.getByText(waiting).count(), { timeout: 120_000 }).toBe(0);
    expect(await table.innerText()).not.toMatch(/没有算成|[0-9a-f]{8}-[0-9a-f]{4}-/);
    await panel(page, 1)
      .getByText(/什么都不加，只再算同样久/)
      .waitFor();
  });

  test('while a plan is being solved the line falls beside what no plan can go below', async () => {
    await page.getByRole('button', { name: '重新编制' }).first().click();
    await confirm(page, '开始计算');
    const run = page.getByRole('region', { name: '正在计算第 2 版' });
    await run.getByRole('img', { name: /缺水程度：开始时/ }).waitFor();
    await run.getByText('目前最好').first().waitFor();
    await panel(page, 2)
      .getByText(/缺水至多还能再好|已证明最优/)
      .waitFor({ timeout: 60_000 });
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('an older version keeps its line and what was tried for it', async () => {
    await page.getByText('各版计划').first().click();
    await page.getByRole('button', { name: /^第 1 版/ }).click();
    const better = panel(page, 1);
    await better.getByRole('img', { name: /缺水程度：开始时/ }).waitFor();
    expect(await better.getByText(waiting).count()).toBe(0);
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

test('a leader reads it all', async () => {
  const { page } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '株洲市领导');
  await planPage(page);
  await panel(page, 1)
    .getByText(/缺水至多还能再好|已证明最优/)
    .waitFor();
  await page.context().close();
});

test('on a phone, in English, it fits the width and keeps to one language', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, '古岳峰镇供水专干');
  await planPage(page);
  const better = page.getByRole('region', { name: /Could version \d be better/ });
  const room = better.getByText(/better is possible|Proven best/).first();
  await room.waitFor();
  expect(await room.innerText()).not.toMatch(/\p{Script=Han}/u);
  const chart = better.getByRole('img', { name: /Hardship: \w+: [\d,.]+ at first/ });
  await chart.waitFor();
  const box = await chart.boundingBox();
  expect(box?.width).toBeGreaterThan(240);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.viewport.width);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page)).toEqual([]);
  expect(strange).toEqual([]);
  await page.context().close();
});

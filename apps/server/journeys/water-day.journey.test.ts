import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, overflow, phone, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

// A search is looked at while it goes on.
const demo = demoJourney({ LIANGBUWU_ITERATIONS: '' });

const go = (page: Page, name: string) => page.getByRole('link', { name }).first().click();
/** Its first line: behind it may stand who else is here. */
const title = async (page: Page) =>
  (await page.getByRole('main').getByRole('heading', { level: 1 }).innerText()).split('\n')[0];
const number = (text: string) => Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''));

describe('the officer’s morning', () => {
  let page: Page;
  let strange: string[];
  let promised: number;
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '古岳峰镇供水专干');
  });

  test('Today opens first and says in words who is short', async () => {
    expect(await title(page)).toBe('今日缺水');
    const main = page.getByRole('main');
    await main
      .getByText(/低于生存线 7.5 升/)
      .first()
      .waitFor();
    await main.getByText('按执行中的第 1 版计划').waitFor();
    promised = number(await main.getByText('承诺送水').first().locator('..').innerText());
    expect(promised).toBeGreaterThan(20_000);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a village opens to its points, each with the reason and what would help', async () => {
    await page
      .getByRole('button', { name: /白壁村/ })
      .first()
      .click();
    await page.getByText('白壁村11组').first().waitFor();
    await page.getByText('怎么办').first().waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('the main source closes: it is closed with its reason', async () => {
    await go(page, '送水计划');
    const works = page
      .getByRole('listitem')
      .filter({ hasText: '汤圆坳水厂取水点' })
      .filter({ has: page.getByRole('button', { name: /停用|恢复/ }) })
      .first();
    await works.getByRole('button', { name: '停用' }).click();
    const dialog = page.getByRole('dialog');
    expect(
      await dialog.getByRole('button', { name: '确认停用' }).getAttribute('aria-disabled'),
    ).toBe('true');
    await dialog.getByText('停电或设备故障').click();
    await confirm(page, '确认停用');
    await works.getByText(/停电或设备故障/).waitFor();
  });

  test('planned again, both plans stand side by side in words', async () => {
    await page.getByRole('button', { name: '重新编制' }).first().click();
    await confirm(page, '开始计算');
    await page.getByText('正在计算第 2 版').waitFor();
    await page.getByText('第 2 版还没有发布').waitFor({ timeout: 60_000 });
    await page.getByText(/白壁村少 [\d,]+ 升/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('what is not published changes nothing for the villages', async () => {
    const cadre = await visit(demo.browser, demo.server.url);
    await stepInto(cadre.page, '白壁村包村干部');
    await cadre.page
      .getByText('按执行中的第 1 版计划')
      .or(cadre.page.getByText('白壁村').first())
      .first()
      .waitFor();
    await cadre.page.context().close();
  });

  test('published, it is in force, and Today shows the new figures', async () => {
    await page.getByRole('button', { name: '发布第 2 版' }).click();
    await confirm(page, '发布');
    await page.getByText('第 2 版执行中').waitFor();
    await go(page, '今日缺水');
    await page.getByText('按执行中的第 2 版计划').waitFor();
    const now = number(
      await page.getByRole('main').getByText('承诺送水').first().locator('..').innerText(),
    );
    expect(now).toBeLessThan(promised);
  });

  test('the ledger holds who closed it and who published, in words', async () => {
    // Not the registers, 基础台账.
    await page
      .getByRole('link')
      .filter({ hasText: /^台账$/ })
      .first()
      .click();
    await page.getByText('发布计划').first().waitFor();
    await page.getByText('水源停用或恢复').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

describe('who may see what', () => {
  test('a cadre sees the own village only', async () => {
    const { page, strange } = await visit(demo.browser, demo.server.url);
    await stepInto(page, '白壁村包村干部');
    await page.getByRole('main').getByText('白壁村').first().waitFor();
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('白壁村');
    expect(text).not.toMatch(/(红旗|岳峰|虎啸|家和)村.{0,3}组/);
    expect(strange).toEqual([]);
    await page.context().close();
  });

  test('a cadre of another town sees none of it, by no address', async () => {
    const officer = await visit(demo.browser, demo.server.url);
    await stepInto(officer.page, '古岳峰镇供水专干');
    await go(officer.page, '送水计划');
    await officer.page.getByText(/第 \d 版执行中/).waitFor();
    const address = officer.page.url();
    await officer.page.context().close();

    const { page } = await visit(demo.browser, demo.server.url);
    await stepInto(page, '龙船镇龙泉村包村干部');
    const seen: string[] = [await page.locator('body').innerText()];
    for (const at of [address, address.replace('/plan', '/today')]) {
      await page.goto(at);
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      seen.push(await page.locator('body').innerText());
    }
    for (const text of seen) expect(text).not.toMatch(/白壁村|红旗村|洒水\d号|汤圆坳水厂/);
    await page.context().close();
  });

  test('a leader reads, and is told why the buttons are not for them', async () => {
    const { page } = await visit(demo.browser, demo.server.url);
    await stepInto(page, '株洲市领导');
    await page.getByText(/按执行中的第 \d 版计划/).waitFor();
    await go(page, '送水计划');
    const again = page.getByRole('button', { name: '重新编制' }).first();
    await again.waitFor();
    expect(await again.getAttribute('aria-disabled')).toBe('true');
    await page.context().close();
  });
});

describe('two officers at once', () => {
  test('see each other, and the clock moves for both', async () => {
    const town = await visit(demo.browser, demo.server.url);
    const county = await visit(demo.browser, demo.server.url);
    await stepInto(town.page, '古岳峰镇供水专干');
    await stepInto(county.page, '渌口区应急值班员');
    await go(town.page, '送水计划');
    await go(county.page, '送水计划');
    await town.page
      .getByText(/渌口区应急值班员/)
      .first()
      .waitFor();
    await county.page
      .getByRole('main')
      .getByText(/古岳峰镇供水专干/)
      .first()
      .waitFor();
    await town.page.getByRole('button', { name: /响应时钟/ }).click();
    await town.page
      .getByText(/1 ?小时/)
      .first()
      .click();
    await county.page.getByText('07:00').first().waitFor();
    await town.page.context().close();
    await county.page.context().close();
  });
});

describe('on a phone, in English', () => {
  test('every page fits the width and keeps to one language', async () => {
    const { page, strange } = await visit(demo.browser, demo.server.url, phone);
    await page.getByRole('button', { name: /English/ }).click();
    await stepInto(page, '古岳峰镇供水专干');
    for (const path of ['/', ...(await pagesOf(page))]) {
      await page.goto(demo.server.url + path);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => {});
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect(await title(page)).not.toMatch(/\p{Script=Han}/u);
      expect(await seriousFaults(page), path).toEqual([]);
    }
    expect(strange).toEqual([]);
    await page.context().close();
  });
});

/** The addresses behind the navigation. */
async function pagesOf(page: Page): Promise<string[]> {
  const links = await page
    .locator('nav a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  return [...new Set(links)].filter(Boolean);
}

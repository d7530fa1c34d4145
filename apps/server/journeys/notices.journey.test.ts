import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  atRest,
  confirm,
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
const villages = 11;

async function notices(page: Page, query = '') {
  await page.goto(`${demo.server.url}/water/notices${query}`);
  await page.getByRole('article').first().waitFor();
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const text = (page: Page, name: string) => page.getByRole('textbox', { name }).inputValue();

/** How many pages the printer would take. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

/** What does not fit on its sheet, by the name of the sheet. */
async function cutOff(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const cut = await page
    .locator('article')
    .evaluateAll((sheets) =>
      sheets
        .filter((sheet) => sheet.scrollHeight > sheet.clientHeight + 1)
        .map((sheet) => `${sheet.getAttribute('aria-label')}: ${sheet.scrollHeight}`),
    );
  await page.emulateMedia({ media: null });
  return cut;
}

/** Presses a button that prints; there is no printer here. */
async function printBy(page: Page, name: RegExp) {
  await page.evaluate('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
  await button(page, name).click();
  await expect.poll(() => page.evaluate('window.printed')).toBe(1);
  await page.evaluate('window.printed = 0');
}

describe('the officer hands out the day', () => {
  let page: Page;
  let strange: string[];
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await stepInto(page, officer);
    await page.getByRole('navigation').getByRole('link', { name: '通知与打印' }).click();
    await page.getByRole('article').first().waitFor();
  });

  test('every village has a notice that says when, where, how much, why not more and whom to ask', async () => {
    await button(page, /^白壁村/).click();
    const notice = page.getByRole('article', { name: '白壁村送水通知' });
    await notice.waitFor();
    const said = await notice.innerText();
    expect(said).toMatch(/今天来水 \d+ 次，共 [\d,]+ 升/);
    expect(said).toMatch(/\d\d:\d\d–\d\d:\d\d/);
    for (const part of ['第 1 版', '打印', '还差多少，为什么', '前后隔开一米', '口罩', '有事问谁'])
      expect(said).toContain(part);
    expect(said).not.toMatch(/红旗村|[0-9a-f]{8}-[0-9a-f]{4}-|\{\{/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('one tap copies the message, which is shown, and it is said that it was done', async () => {
    const message = await text(page, '微信群消息');
    expect(message).toMatch(/^【古岳峰镇白壁村】11月10日周四送水安排\n/);
    await button(page, '复制微信群消息').click();
    await page.getByText('已复制，去粘贴即可').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(message);
  });

  test('the SMS says how many it takes, the loudspeaker text has no figures', async () => {
    const sms = await text(page, '短信');
    expect(sms).toContain('白壁村11月10日');
    await page.getByText(`${sms.length} 字，算`).waitFor();
    const loud = await text(page, '村里广播稿');
    expect(loud).toMatch(/^各位乡亲，请注意。/);
    expect(loud).toMatch(/再说一遍。/);
    expect(loud).not.toMatch(/\d/);
  });

  test('where the clipboard is not allowed the text is selected instead', async () => {
    await page.evaluate(
      "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false;",
    );
    await button(page, '复制短信').click();
    await page.getByText('浏览器不让复制').waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(await text(page, '短信'));
  });

  test('printed, each village has exactly one page with nothing cut off, and the shell is not on it', async () => {
    expect(await pagesOf(page)).toBe(1);
    await printBy(page, /全部打印（11 张）/);
    expect(await pagesOf(page)).toBe(villages);
    expect(await cutOff(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  test('each driver has exactly one page with the stops, what to see to, and where to sign', async () => {
    await press(page, button(page, '按车'));
    const sheet = page.getByRole('article').filter({ hasText: '洒水1号' }).first();
    await sheet.waitFor();
    const said = await sheet.innerText();
    for (const part of [
      '司机单',
      '司机甲',
      '取水',
      '送水',
      '消毒记录',
      '水源几点开',
      '司机签',
      '对方签',
    ])
      expect(said).toContain(part);
    const drivers = await page.locator('article').count();
    await printBy(page, /全部打印/);
    expect(await pagesOf(page)).toBe(drivers);
    expect(await cutOff(page)).toEqual([]);
    expect(await text(page, '微信群消息')).toMatch(/^【洒水\d号 司机.】11月10日周四/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a day three times as full as the demonstration’s still has one page a driver', async () => {
    await page.route('**/schedule', async (route) => {
      const response = await route.fetch();
      const said = (await response.json()) as { tankers: { stretches: { from: number }[] }[] };
      for (const tanker of said.tankers) {
        const { stretches } = tanker;
        tanker.stretches = [...stretches, ...stretches, ...stretches].sort(
          (a, b) => a.from - b.from,
        );
      }
      await route.fulfill({ response, json: said });
    });
    await notices(page, '?by=driver');
    await printBy(page, /全部打印/);
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(200);
    expect(await pagesOf(page)).toBe(await page.locator('article').count());
    expect(await cutOff(page)).toEqual([]);
    await page.unroute('**/schedule');
  });

  test('every point has exactly one poster, which leads to its public page', async () => {
    await notices(page, '?by=poster');
    const poster = page.getByRole('article').first();
    const said = await poster.innerText();
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said)?.[0].replace('-', '') ?? '';
    const address = `${demo.server.url}/p/${code}`;
    await poster.getByRole('img', { name: address }).waitFor();
    await printBy(page, /全部打印（39 张）/);
    expect(await pagesOf(page)).toBe(39);
    expect(await cutOff(page)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    const answer = await page.context().request.get(address);
    expect(await answer.text()).toContain(
      `<h1>${await page.getByRole('article').first().getAttribute('aria-label')}</h1>`,
    );
  });

  test('a draft is marked and cannot be copied', async () => {
    await page.goto(`${demo.server.url}/water/plan`);
    await button(page, '重新编制').first().click();
    await confirm(page, '开始计算');
    await page.getByText('第 2 版还没有发布').waitFor({ timeout: 60_000 });
    await notices(page);
    await page.getByLabel('计划版本').click();
    await page.getByText('第 2 版（未发布）').last().click();
    const notice = page.getByRole('article').first();
    await notice.getByText('未发布，请勿外传').first().waitFor();
    await atRest(page);
    const copy = button(page, '复制微信群消息');
    expect(await copy.getAttribute('aria-disabled')).toBe('true');
    expect(await text(page, '微信群消息')).toMatch(/^【未发布，请勿外传】/);
    expect(await cutOff(page)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

test('a cadre has the own village only, and is told why drivers are not', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '红旗村包村干部');
  await notices(page);
  await page.getByText('按镇里已发布的计划').first().waitFor();
  const said = await page.locator('body').innerText();
  expect(said).toContain('红旗村送水通知');
  expect(said).not.toMatch(/白壁村|岳峰村|虎啸村/);
  expect(await button(page, '按车').getAttribute('aria-disabled')).toBe('true');
  expect(await page.locator('article').count()).toBe(1);
  expect(await pagesOf(page)).toBe(1);
  await notices(page, '?by=driver');
  expect(await page.getByRole('article').innerText()).toContain('红旗村送水通知');
  expect(strange).toEqual([]);
  await page.context().close();
});

test('in English on a phone it fits the width; the texts can be had in Chinese', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, officer);
  for (const [query, all] of [
    ['', /Print all \(11 pages\)/],
    ['?by=driver', /Print all/],
  ] as const) {
    await notices(page, query);
    await atRest(page);
    expect(await overflow(page), query).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page), query).toEqual([]);
    expect(await text(page, 'WeChat message')).toMatch(/Thu,? 10 Nov/);
    const sheets = await page.locator('article').count();
    await printBy(page, all);
    expect(await pagesOf(page), query).toBe(sheets);
    expect(await cutOff(page), query).toEqual([]);
  }
  await notices(page);
  expect(await text(page, 'Loudspeaker text')).toMatch(/^各位乡亲/);
  await page.getByText('The loudspeaker text is in Chinese only').waitFor();
  await page.getByText('Chinese', { exact: true }).click();
  expect(await text(page, 'WeChat message')).toContain('送水安排');
  expect(strange).toEqual([]);
  await page.context().close();
});

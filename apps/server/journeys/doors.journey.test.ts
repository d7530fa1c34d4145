import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { overflow, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

let page: Page;
let strange: string[];
beforeAll(async () => {
  ({ page, strange } = await visit(demo.browser, demo.server.url));
  await stepInto(page, '古岳峰镇供水专干');
  await page.goto(`${demo.server.url}/water/doors`);
});

test('the officer plans the walks of a village', async () => {
  await button(page, '排走访').click();
  await page.getByText('走访 · 第 1 版').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test('a walk is passed on as a calendar, and printed on pages with nothing cut off', async () => {
  const taken = page.waitForEvent('download');
  await button(page, '日历（iCalendar）').first().click();
  expect((await taken).suggestedFilename()).toBe('送水到家 2022-11-10.ics');
  await page.evaluate('window.print = () => { window.printed = true; }');
  await button(page, '打印').first().click();
  await expect.poll(() => page.evaluate('window.printed')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  const sheets = page.locator('article');
  const rows = await sheets.evaluateAll((all) =>
    all.map((sheet) => {
      const cut = sheet.scrollHeight > sheet.clientHeight + 1;
      return { cut, rows: sheet.querySelectorAll('tbody tr').length };
    }),
  );
  expect(rows.filter((sheet) => sheet.cut || sheet.rows === 0 || sheet.rows > 14)).toEqual([]);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)]).toHaveLength(rows.length);
  await page.emulateMedia({ media: null });
  expect(strange).toEqual([]);
});

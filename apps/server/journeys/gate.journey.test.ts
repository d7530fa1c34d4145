import { randomUUID } from 'node:crypto';
import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import { listGates } from '@liangbuwu/gate/gates/gates.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedBy } from '../testing/asked-by-page.ts';
import { overflow, phone, press, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();

const go = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const main = (page: Page) => page.getByRole('main');

/** Takes a choice of a list. */
async function choose(page: Page, label: string, choice: string) {
  await press(page, main(page).getByLabel(label));
  await press(
    page,
    page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: true }),
  );
}

describe('a clerk of the plant’s gate', () => {
  let page: Page;
  let strange: string[];
  let by: Call;
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '渌口区应急值班员');
    by = askedBy(page, demo.server.url);
  });

  test('issues once the rule has what it asks for, and nothing else is asked', async () => {
    await go(page, '通行证');
    await choose(page, '用途', '车辆进场装卸');
    await main(page).getByLabel('车牌').fill('粤B2X816');
    await main(page).getByRole('button', { name: '按规定判断' }).click();
    await main(page).getByText('还不能判断：缺 2 项').waitFor();
    await choose(page, '已扫码登记', '是');
    await choose(page, '车辆全面消毒', '是');
    expect(await seriousFaults(page)).toEqual([]);
    await main(page).getByRole('button', { name: '补充后再判断' }).click();
    await main(page).getByText('已签发', { exact: true }).first().waitFor();
  });

  test('prints it with a QR code and a code to type', async () => {
    await main(page).getByRole('button', { name: '打印' }).first().click();
    const paper = main(page).getByRole('article', { name: '通行证' });
    await paper.getByText('粤B2X816').waitFor();
    expect(await paper.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/).count()).toBe(1);
    expect(await paper.locator('svg path').getAttribute('d')).toMatch(/^M4 4h7v1/);
    expect(await seriousFaults(page)).toEqual([]);
    await main(page).getByRole('button', { name: '返回' }).click();
  });

  test('revokes it with a reason', async () => {
    const table = main(page).getByRole('table', { name: '已申请的通行证' });
    const row = table.getByRole('row').filter({ hasText: '粤B2X816' });
    await press(page, row.getByRole('button').first());
    await press(page, main(page).getByRole('button', { name: '吊销', exact: true }));
    await choose(page, '吊销原因', '遗失');
    await press(page, main(page).getByRole('button', { name: '确认吊销' }));
    await row.getByText('已吊销').waitFor();
  });

  test('sees on the board what a guard records, as it comes in', async () => {
    await go(page, '卡口看板');
    await main(page).getByRole('heading', { level: 1, name: '株冶新材东门' }).waitFor();
    await main(page).getByText('现在里面 2 张通行证').waitFor();
    const before = await main(page).getByText('没有出示通行证').count();
    const { gates } = await by(listGates, { query: {} });
    const gate = gates.find(({ name }) => name === '株冶新材东门');
    if (!gate) throw new Error('the demonstration has the plant’s gate');
    const guard = await visit(demo.browser, demo.server.url);
    await stepInto(guard.page, '株冶新材东门值守员');
    await askedBy(guard.page, demo.server.url)(putCheck, {
      params: { check: randomUUID() },
      body: {
        response: gate.response,
        gate: gate.id,
        at: gate.now,
        direction: 'in',
        shown: { how: 'nothing' },
        phone: { verdict: 'red', code: 'no-pass' },
        bundle: null,
        letThrough: false,
        reason: 'no-pass',
      },
    });
    await expect.poll(() => main(page).getByText('没有出示通行证').count()).toBe(before + 1);
    await main(page).getByText('由村（企业、学校）联系人在系统里代为申请').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect([...strange, ...guard.strange]).toEqual([]);
    await guard.page.context().close();
  });

  test('has both pages on a telephone without scrolling sideways', async () => {
    await page.setViewportSize(phone.viewport);
    await main(page).getByRole('heading', { level: 1 }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${demo.server.url}/gate/passes`);
    await main(page).getByText('申请通行证').first().waitFor();
    await main(page).getByText('陕A7D218').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

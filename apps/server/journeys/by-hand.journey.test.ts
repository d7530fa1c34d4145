import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import type { Locator, Page } from 'playwright-core';
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

const demo = demoJourney();

const timetable = (page: Page) => page.getByRole('grid', { name: /各车时间表|Every tanker/ });
const deliveries = (page: Page) =>
  timetable(page)
    .getByRole('gridcell')
    .filter({ has: page.locator('xpath=self::*[@data-movable]') });
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const changes = (page: Page) => region(page, '已做的调整').getByRole('listitem');
const idle = (page: Page) =>
  expect.poll(() => page.getByText('正在重排').count(), { timeout: 15_000 }).toBe(0);

/** Drags a bar to another row, or so many pixels to the right. */
async function drag(page: Page, bar: Locator, to: { row?: Locator; right: number }) {
  await bar.scrollIntoViewIfNeeded();
  const from = await bar.boundingBox();
  const row = await to.row?.boundingBox();
  if (!from) throw new Error('the bar is not to be seen');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y, { steps: 2 });
  await page.mouse.move(x + to.right, row ? row.y + row.height / 2 : y, { steps: 6 });
  await page.mouse.up();
}

async function begin(page: Page) {
  await page.goto(`${demo.server.url}/water/plan`);
  await press(page, page.getByRole('button', { name: '手工调整' }));
  await page.getByRole('heading', { name: /手工调整第 \d+ 版/ }).waitFor();
  await idle(page);
}

const shownVersion = async (page: Page) =>
  Number(
    /正在看第 (\d+) 版/.exec((await page.getByText(/正在看第 \d+ 版/).textContent()) ?? '')?.[1],
  );

describe('an officer plans by hand, and with the machine', () => {
  let page: Page;
  let strange: string[];
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '古岳峰镇供水专干');
  });

  test('a delivery is dragged to another time; at once it says what that costs whom', async () => {
    await begin(page);
    await region(page, /代价：与第 1 版相比/)
      .getByText('各村、各车都没有变化。')
      .waitFor();
    await drag(page, deliveries(page).last(), { right: 60 });
    await idle(page);
    const made = await changes(page).count();
    const refused = await page.getByRole('alert').count();
    expect(made + refused).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('dropping one names who loses what; taken back, nobody does', async () => {
    await begin(page);
    await deliveries(page).last().click();
    await press(page, page.getByRole('button', { name: '去掉这次送水' }));
    await idle(page);
    expect(await changes(page).count()).toBe(1);
    const cost = region(page, /代价/);
    await cost
      .getByText(/少 [\d,]+ 升/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await cost.getByText('各村、各车都没有变化。').waitFor();
    expect(await changes(page).count()).toBe(0);
  });

  test('what cannot be says why, and when it could', async () => {
    await deliveries(page).last().click();
    await page.getByLabel('开始时间').fill('7:01');
    await press(page, page.getByRole('button', { name: '改成这样' }));
    const why = page.getByRole('alert').filter({ hasText: /到不了|放不下|去不了|不当班/ });
    await why.waitFor();
    expect(await changes(page).count()).toBe(0);
    await why.getByRole('button', { name: '知道了' }).click();
  });

  test('pinned, locked and saved as it is: a version of its own, with what people decided', async () => {
    await begin(page);
    await deliveries(page).first().click();
    await page.getByRole('button', { name: /钉住/ }).click();
    await page.getByRole('button', { name: /^锁定/ }).first().click();
    await page.getByText(/钉住 1 次送水，锁定 1 辆车/).waitFor();
    await page.getByLabel('名称').fill('先送敬老院');
    await press(page, page.getByRole('button', { name: '存为新的一版' }));
    await page.getByText(/正在看第 2 版/).waitFor();
    await page
      .getByText(/在第 1 版上手工改了 0 处，其余照旧。 钉住 1 次送水，锁定 1 辆车/)
      .waitFor();
    await page.getByText('各版计划', { exact: true }).click();
    await page.getByRole('button', { name: /第 2 版 先送敬老院/ }).waitFor();
    await page.getByText('与执行中的计划没有差别。').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the machine goes on around it, and the decisions go along', async () => {
    await press(page, page.getByRole('button', { name: '手工调整' }));
    await idle(page);
    await page
      .getByText(/钉住 1 次送水，锁定 1 辆车/)
      .first()
      .waitFor();
    await deliveries(page).last().click();
    await press(page, page.getByRole('button', { name: '去掉这次送水' }));
    await idle(page);
    await press(page, page.getByRole('button', { name: '让机器接着排' }));
    await page.getByText(/机器在第 2 版的基础上重排；手工改了 1 处/).waitFor({ timeout: 60_000 });
    expect(await shownVersion(page)).toBe(3);
    expect(await page.getByText(/次钉住的送水这一版做不到/).count()).toBe(0);
  });

  test('what if a source is lost: solved beside the plan, in words, and never a version', async () => {
    await page.getByText('假设', { exact: true }).click();
    await press(page, page.getByRole('button', { name: '试一个假设' }));
    const dialog = page.getByRole('dialog');
    const start = dialog.getByRole('button', { name: '开始计算' });
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('slider', { name: /加车/ }).press('ArrowRight');
    await dialog.getByText('加车：1').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await press(page, start);
    const item = page.getByRole('list', { name: '假设' }).getByRole('listitem').first();
    await item.getByText(/加 1 辆.+同型车.*没有/).waitFor();
    await item.getByText(/从第 3 版接着算/).waitFor({ timeout: 60_000 });
    await page.getByText('各版计划', { exact: true }).click();
    const versions = page.getByRole('list', { name: '各版计划' });
    expect(await versions.getByRole('listitem').count()).toBe(3);
    await press(page, versions.getByRole('button', { name: '给第 3 版改名' }));
    await page.getByRole('dialog').getByLabel('名称').fill('敬老院优先，机器重排');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await versions.getByText(/第 3 版 敬老院优先，机器重排/).waitFor();
  });

  test('what holds at the desk is changed where the plan rests on it', async () => {
    await page.getByText('水源和车辆', { exact: true }).click();
    await press(page, page.getByRole('button', { name: /修改送水台/ }));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('洒漏损耗（%）').fill('5');
    expect(await seriousFaults(page)).toEqual([]);
    await press(page, dialog.getByRole('button', { name: '保存' }));
    await page.getByText(/服务 07:00–24:00 · 每 4 小时休息 20 分.* · 损耗 5%/).waitFor();
  });

  test('the next morning yesterday’s plan is copied as it was', async () => {
    const by = askedBy(page, demo.server.url);
    const { response } = await droughtOf(by);
    await by(advanceClock, { params: { response }, body: { to: '2022-11-11T06:00:00+08:00' } });
    await page.goto(`${demo.server.url}/water/plan`);
    await press(page, page.getByRole('button', { name: '编制计划' }).first());
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/照 .*11月10日.* 第 1 版/).click();
    await dialog.getByText('原样不动').click();
    await confirm(page, '开始计算');
    await page.getByText(/照 .*11月10日.* 第 1 版排，手工改了 0 处/).waitFor();
    await timetable(page).getByRole('gridcell').first().waitFor();
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

test('on a phone, in English, a delivery is changed by its form', async () => {
  const { page } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, '古岳峰镇供水专干');
  await page.goto(`${demo.server.url}/water/plan`);
  await press(page, page.getByRole('button', { name: 'Change by hand' }));
  await page.getByRole('button', { name: 'Add a delivery' }).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Add a delivery' }).click();
  await page.getByLabel('Begins').waitFor();
  await page.getByText('What if', { exact: true }).click();
  await press(page, page.getByRole('button', { name: 'Try an assumption' }));
  await page.getByRole('slider', { name: /^Tankers more/ }).press('ArrowRight');
  await page.getByText('Tankers more: 1').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});

import type { Call } from '@liangbuwu/office/http/client.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { getDay, makePlan, publishPlan, setSourceState } from '@liangbuwu/water/contract.ts';
import type { CostName } from '@liangbuwu/water/cost-figures.ts';
import { putCost } from '@liangbuwu/water/exit.contract.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedBy, droughtOf } from '../testing/asked-by-page.ts';
import { overflow, phone, press, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';
import { solved } from '../testing/small-water-day.ts';

const demo = demoJourney();
const officer = '古岳峰镇供水专干';
const next = '2022-11-11';

const todayPage = async (page: Page) => {
  await page.goto(`${demo.server.url}/water`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
};
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('what the officer’s first page gathers', () => {
  let page: Page;
  let strange: string[];
  let by: Call;
  let of: { response: string; area: string };
  beforeAll(async () => {
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, officer);
    by = askedBy(page, demo.server.url);
    of = await droughtOf(by);
    await todayPage(page);
  });

  test('on the first day there is nothing to compare with, and it says so', async () => {
    await panel(page, '昨天以来')
      .getByText(/还没有更早的已发布日期/)
      .waitFor();
  });

  test('the runway has what is registered, and asks for what is not', async () => {
    const runway = panel(page, '还能撑几天');
    await runway
      .getByText(/11\/30/)
      .first()
      .waitFor();
    await runway
      .getByText(/起不能再用.+户主同意到 11\/30/)
      .first()
      .waitFor();
    await runway.getByRole('table', { name: /^村级水池/ }).waitFor();
    const missing = runway.getByRole('region', { name: '没有登记，请补' });
    await missing.getByText(/洒水车的饮用水准用期限（7）/).waitFor();
    expect(await missing.getByRole('link', { name: '洒水1号' }).getAttribute('href')).toMatch(
      /^\/water\/registers\/tankers\?row=/,
    );
  });

  test('the exit guesses nothing: it names the seven figures that are missing', async () => {
    const exit = panel(page, '退出：什么时候不用再送');
    await exit.getByText(/还缺 7 个数字/).waitFor();
    await exit.getByText(/按已发布的 1 天平均.+公里.+方/).waitFor();
    expect(await exit.getByText('还算不出').count()).toBe(2);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('a figure is entered with its source', async () => {
    const exit = panel(page, '退出：什么时候不用再送');
    await press(page, exit.getByRole('button', { name: '填写车辆每公里' }));
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: '登记', exact: true });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByLabel('车辆每公里（元/公里）').fill('4.5');
    await dialog.getByLabel('出处').fill('试验用');
    await dialog.getByText('虚构，仅供演示').click();
    expect(await seriousFaults(page)).toEqual([]);
    await press(page, save);
    await exit.getByText(/出处：试验用/).waitFor();
    await exit.getByText('虚构', { exact: true }).waitFor();
    await exit.getByText(/还缺 6 个数字/).waitFor();
  });

  test('with all of them it says after which month the station is cheaper, and shows the sums', async () => {
    const rest: [CostName, number][] = [
      ['driverHour', 30],
      ['sourceCubicMetre', 2.5],
      ['stationBuilding', 400_000],
      ['stationYears', 15],
      ['stationCubicMetre', 1.8],
      ['stationCubicMetresPerDay', 60],
    ];
    for (const [figure, value] of rest) {
      await by(putCost, {
        params: { area: of.area, figure },
        body: { response: of.response, value, source: '试验用', invented: true, version: 0 },
      });
    }
    const exit = panel(page, '退出：什么时候不用再送');
    await exit.getByText(/用到第 \d+ 个月，建站就比送水便宜/).waitFor();
    await exit.getByText(/元 × 30 天 = 每月 [\d,.]+ 元/).waitFor();
    await exit.getByText(/建设费 400,000 元 ÷ 15 年 ÷ 12 个月 = 每月 2,222.22 元/).waitFor();
    expect(await exit.getByText(/还缺/).count()).toBe(0);
  });

  test('a clinic is held against figures of its own, and counted in beds', async () => {
    await page
      .getByRole('button', { name: /汤圆坳居委会/ })
      .first()
      .click();
    const clinic = page.getByRole('listitem').filter({ hasText: '汤圆坳卫生院' }).first();
    await clinic.getByText('卫生院', { exact: true }).waitFor();
    await clinic
      .getByText(/升\/床/)
      .first()
      .waitFor();
    await clinic
      .getByText(/\d+ 张床位/)
      .first()
      .waitFor();
  });

  test('the next day, a source closed and the day planned: what changed, the worst first', async () => {
    await by(advanceClock, {
      params: { response: of.response },
      body: { to: `${next}T06:00:00+08:00` },
    });
    const day = { ...of, day: next };
    const { sources } = await by(getDay, { query: day });
    const works = sources.find(({ name }) => name.includes('汤圆坳'));
    await by(setSourceState, {
      params: { source: works?.id ?? '' },
      body: { response: of.response, state: 'closed', reason: '停电检修' },
    });
    const plan = '5e0f7b44-12c3-4d3c-9b7e-3d0f6a1b2c4e';
    await by(makePlan, { params: { plan }, body: { ...day, seconds: 1 } });
    await solved(by, day, plan);
    await by(publishPlan, { params: { plan }, body: { replaces: null } });
    await todayPage(page);
    const since = panel(page, '昨天以来');
    await since.getByText(/水源.*汤圆坳.*：停电检修/).waitFor();
    await since.getByText(/古岳峰镇供水专干，2022-11-11 06:00/).waitFor();
    await since
      .getByText(/人均 [\d.]+ → [\d.]+ 升/)
      .first()
      .waitFor();
    expect(await since.getByRole('listitem').count()).toBeLessThanOrEqual(8);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('nothing was asked of any other address, and no page failed', () => {
    expect(strange).toEqual([]);
  });
});

test('a cadre is shown none of it: it is about the whole desk', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '白壁村包村干部');
  await page.getByRole('main').getByText('白壁村').first().waitFor();
  for (const name of ['昨天以来', '还能撑几天', '退出：什么时候不用再送'])
    expect(await panel(page, name).count()).toBe(0);
  expect(strange).toEqual([]);
  await page.context().close();
});

test('on a phone, in English, it fits the width', async () => {
  const panels = ['Since yesterday', 'Runway', 'The exit: when trucking can end'];
  const { page, strange } = await visit(demo.browser, demo.server.url, phone);
  await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, officer);
  await todayPage(page);
  for (const name of panels) await panel(page, name).getByRole('listitem').first().waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await seriousFaults(page)).toEqual([]);
  const text = await page.getByRole('main').innerText();
  expect(text).not.toMatch(/\{\{|water-(since|runway|exit)|[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(strange).toEqual([]);
  await page.context().close();
});

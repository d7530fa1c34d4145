import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { getAccounts } from '@liangbuwu/water/accounts/accounts.contract.ts';
import { getBoard } from '@liangbuwu/water/board/board.contract.ts';
import { getGap } from '@liangbuwu/water/contract.ts';
import { getDriverDays } from '@liangbuwu/water/recording/field-day.contract.ts';
import type { DriverDay, DriverStop } from '@liangbuwu/water/recording/field-day.ts';
import { getEvening } from '@liangbuwu/water/upward/upward.contract.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askedBy, droughtOf } from '../testing/asked-by-page.ts';
import { atRest, phone, press, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();
const noon = 12 * 3600;
const less = 800;

let officer: Page;
let call: Call;
let driver: { context: BrowserContext; page: Page };
let keeper: { context: BrowserContext; page: Page };
let of: { response: string; area: string; day: string };
let day: DriverDay;
let fill: DriverStop;
let delivery: DriverStop;

const tell = (litres: number) => `${litres.toLocaleString('zh-CN')} 升`;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const status = (page: Page, said: string) =>
  page.getByRole('link', { name: `登记的记录：${said}` }).waitFor();
const placeName = (id: string) =>
  [...day.sources, ...day.points].find((place) => place.id === id)?.name ?? '';
const tankerName = () => day.tankers.find(({ id }) => id === delivery.tanker)?.name ?? '';

async function newPhone(name: string) {
  const context = await demo.browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...phone,
  });
  const page = await context.newPage();
  await page.goto(`${demo.server.url}/field/`);
  await button(page, new RegExp(name)).click();
  await status(page, '都已发送');
  return { context, page };
}

beforeAll(async () => {
  ({ page: officer } = await visit(demo.browser, demo.server.url));
  await stepInto(officer, '古岳峰镇供水专干');
  call = askedBy(officer, demo.server.url);
  const drought = await droughtOf(call);
  const { days } = await call(getDriverDays, { query: {} });
  const [today] = days;
  if (!today) throw new Error('the demonstration has a day');
  day = today;
  of = { ...drought, day: day.day };
  const village = new Set(
    day.points.filter(({ village: name }) => name === '白壁村').map(({ id }) => id),
  );
  const [most] = day.stops
    .filter(({ at, finish, litres }) => village.has(at) && finish < noon && litres > less)
    .sort((a, b) => b.litres - a.litres);
  const before = day.stops.findLast(
    ({ kind, tanker, finish }) =>
      kind === 'fill' && tanker === most?.tanker && finish <= (most?.start ?? 0),
  );
  if (!most || !before) throw new Error('nobody brings Baibi much by noon');
  [delivery, fill] = [most, before];
  await call(advanceClock, {
    params: { response: of.response },
    body: { to: `${of.day}T12:00:00+08:00` },
  });
  driver = await newPhone('洒水1号司机甲');
  keeper = await newPhone('白壁村包村干部');
  await officer.getByRole('link', { name: '执行看板' }).click();
  await officer.getByRole('heading', { level: 1, name: '执行看板' }).waitFor();
});

const boardRow = async () => {
  const { promises } = await call(getBoard, { query: of });
  return promises.find(({ promise }) => promise.id === delivery.promise?.id);
};

describe('a delivery from the plan to the evening', () => {
  const record = async (stop: DriverStop, what: string) => {
    const row = driver.page
      .getByRole('listitem')
      .filter({ hasText: placeName(stop.at) })
      .filter({ hasText: tell(stop.litres) });
    await row.getByRole('button').first().click();
    await button(driver.page.getByRole('dialog') as unknown as Page, what).click();
    await button(driver.page, `记下 ${tell(stop.litres)}`).click();
  };

  test('is filled and emptied without signal', async () => {
    const { page, context } = driver;
    await button(page, new RegExp(tankerName())).click();
    await page.getByRole('heading', { level: 1, name: tankerName() }).waitFor();
    await button(page, '收到，照计划走').click();
    await page.getByText('照第 1 版计划走').waitFor();
    await status(page, '都已发送');
    await page.evaluate('navigator.serviceWorker.ready');
    await context.setOffline(true);
    await record(fill, '取好了');
    await record(delivery, '放完了');
    await status(page, '2 条未发送');
    expect((await boardRow())?.promise.proofs).toEqual([]);
  });

  test('is on the live board as soon as the phone has signal, without a reload', async () => {
    const row = officer
      .getByRole('row')
      .filter({ hasText: placeName(delivery.at) })
      .filter({ hasText: tankerName() })
      .filter({ hasText: delivery.litres.toLocaleString('zh-CN') });
    const trips = officer.getByRole('region', { name: '今天的每一趟' });
    await press(officer, trips.getByRole('button', { name: /^再看/ }));
    await driver.context.setOffline(false);
    await status(driver.page, '都已发送');
    await row
      .getByText(/村里没确认|等村里确认/)
      .first()
      .waitFor();
    expect(await boardRow()).toMatchObject({ litres: delivery.litres });
  });

  test('is confirmed by the village with 800 litres less: both figures stand, and it is pointed out', async () => {
    const { page } = keeper;
    const card = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: placeName(delivery.at) }) });
    await card
      .getByRole('button', { name: `收到 ${tell(delivery.litres)}` })
      .first()
      .click();
    await page.getByLabel('多少升').fill(String(delivery.litres - less));
    await button(page, `记下 ${tell(delivery.litres - less)}`).click();
    await status(page, '都已发送');
    await officer.getByText(`相差 ${less} 升`).waitFor();
    await driver.page
      .getByText(`村里说 ${tell(delivery.litres - less)}`)
      .first()
      .waitFor();
  });

  test('is resolved by name, with what it rests on', async () => {
    await press(officer, officer.getByRole('button', { name: `认定 ${placeName(delivery.at)}` }));
    const dialog = officer.getByRole('dialog');
    await dialog.getByText(tell(delivery.litres), { exact: true }).waitFor();
    await press(officer, dialog.getByRole('button', { name: '按村里的' }));
    await dialog.getByLabel('依据').fill('以村里水桶数为准，已电话核实');
    await atRest(officer);
    expect(await seriousFaults(officer)).toEqual([]);
    await press(officer, dialog.getByRole('button', { name: '认定', exact: true }));
    await officer.getByText(`已认定为 ${tell(delivery.litres - less)}`).waitFor();
    await officer.getByText(`相差 ${less} 升`).waitFor({ state: 'detached' });
  });

  test('has the same litres wherever they are asked for', async () => {
    const came = delivery.litres - less;
    expect(await boardRow()).toMatchObject({ litres: came, standing: 'partly-kept' });
    const { sheet } = await call(getGap, { query: of });
    const point = sheet.villages
      .flatMap(({ points }) => points)
      .find(({ id }) => id === delivery.at);
    const { needs } = await call(listNeeds, {
      query: { response: of.response, desk: 'water', day: of.day },
    });
    const others = needs
      .find(({ subject }) => subject === `point:${delivery.at}`)
      ?.promises.filter(({ id }) => id !== delivery.promise?.id);
    const promised = others?.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
    expect(point?.delivered).toBe(promised + came);
    // Nobody else has spoken of anything today: the day's litres are this delivery's.
    const { desks, total } = await call(getEvening, {
      query: { response: of.response, day: of.day },
    });
    expect(desks.map(({ figures }) => figures.came)).toEqual([came]);
    expect(total).toMatchObject({ came, verified: came });
    const { ledger } = await call(getAccounts, {
      query: { response: of.response, area: of.area, from: of.day, to: of.day },
    });
    expect(ledger.totals).toMatchObject({ filled: fill.litres, came });
    const { entries } = await call(listEntries, {
      query: { action: 'commitments.resolved', limit: 10 },
    });
    expect(entries[0]?.detail).toMatchObject({
      quantity: came,
      giver: delivery.litres,
      receiver: came,
    });
  });
});

describe('at noon the busiest source closes', () => {
  let source: string;

  test('one dialog writes it down and plans again; what that changes is said in words', async () => {
    const litres = new Map<string, number>();
    for (const { kind, at, start, litres: of } of day.stops)
      if (kind === 'fill' && start > noon) litres.set(at, (litres.get(at) ?? 0) + of);
    source = [...litres].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    await press(officer, officer.getByRole('button', { name: '情况有变' }));
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('哪个水源').click();
    await officer.getByTitle(placeName(source), { exact: true }).click();
    await dialog.getByRole('radio', { name: '停电' }).click();
    await press(officer, dialog.getByRole('button', { name: '登记并重排' }));
    await dialog.getByText('谁多了，谁少了').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(0);
    await atRest(officer);
    expect(await seriousFaults(officer)).toEqual([]);
  });

  test('published, it is on the driver’s phone with what changes there, and the office sees it received', async () => {
    await press(officer, officer.getByRole('button', { name: '发布新计划' }));
    const { page } = driver;
    await page.getByText('有新计划（第 2 版）').waitFor();
    await button(page, '收到，照新计划走').click();
    await page.getByText('照第 2 版计划走').waitFor();
    await status(page, '都已发送');
    await officer
      .getByRole('row')
      .filter({ hasText: tankerName() })
      .filter({ hasText: '已收到' })
      .first()
      .waitFor();
    const { days } = await call(getDriverDays, { query: {} });
    const fills = days[0]?.stops.filter(
      ({ kind, at, start }) => kind === 'fill' && at === source && start >= noon,
    );
    expect(fills).toEqual([]);
    // What has begun stays, as it went.
    const kept = days[0]?.stops.find(({ promise }) => promise?.id === delivery.promise?.id);
    expect(kept?.start ?? delivery.start).toBe(delivery.start);
  });
});

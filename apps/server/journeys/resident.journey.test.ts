import type { Call } from '@liangbuwu/office/http/client.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { listPointCodes } from '@liangbuwu/water/public/codes.contract.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { askedBy, droughtOf } from '../testing/asked-by-page.ts';
import { overflow, phone, seriousFaults, stepInto, visit } from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney();
const day = '2022-11-10';

let by: Call;
let of: { response: string; area: string };
let address: string;
let officer: Page;
let resident: Page;
let strange: string[];
beforeAll(async () => {
  ({ page: officer } = await visit(demo.browser, demo.server.url));
  await stepInto(officer, '古岳峰镇供水专干');
  by = askedBy(officer, demo.server.url);
  of = await droughtOf(by);
  const { points } = await by(listPointCodes, { query: { area: of.area } });
  const code = points.find(({ name }) => name === '白壁村3组')?.code ?? '';
  address = `${demo.server.url}/p/${code}`;
  ({ page: resident, strange } = await visit(demo.browser, demo.server.url, {
    ...phone,
    javaScriptEnabled: false,
  }));
});

const advance = (time: string) =>
  by(advanceClock, { params: { response: of.response }, body: { to: `${day}T${time}:00+08:00` } });
const main = () => resident.getByRole('main').innerText();
/** A click does not wait for the page that it leads to. */
const reads = (what: RegExp) => expect.poll(main).toMatch(what);
const press = (name: string) => resident.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => resident.getByRole('link', { name, exact: true }).click();

test('without scripts on a small phone a resident finds the next tanker and asks for water at the door', async () => {
  await officer.goto(`${demo.server.url}/water/requests`);
  await officer.getByText('今天还没有人提出').waitFor();
  await resident.goto(address);
  const said = await main();
  expect(said).toMatch(
    /下一趟送水车\s+今天 · 11月10日周四\s+\d\d:\d\d–\d\d:\d\d\s+[\d,]+ 升，洒水\d号/,
  );
  expect(said).toMatch(/262 人 × 每人 [\d.]+ 升 ÷（4 个龙头 × 每分钟 12 升）= [\d.]+ 分钟/);
  expect(await overflow(resident)).toBeLessThanOrEqual(0);
  await follow('要水送到家');
  await resident.getByLabel('要多少升').fill('40');
  await resident.getByLabel('送到哪里').fill('3组村口第二家');
  await resident.getByLabel('电话').fill('138 0000 1234');
  expect(await overflow(resident)).toBeLessThanOrEqual(0);
  await press('提交');
  await reads(/受理号\s+10日1号[\s\S]*最迟 11月10日周四 09:00 答复/);
  // Who goes back and sends the form again has asked once.
  await resident.goBack();
  expect(await resident.getByLabel('送到哪里').inputValue()).toBe('3组村口第二家');
  await press('提交');
  await reads(/受理号\s+10日1号/);
});

test('sees what is promised, then what proves it', async () => {
  const look = async (what: RegExp) => {
    await resident.goto(`${address}/requests`);
    await resident.getByLabel('受理号').fill('10日1号');
    await resident.getByLabel('四位数字').fill('1234');
    await press('查询');
    await reads(what);
  };
  await look(/还没有答复/);
  // It has come to the officer's page by itself.
  await officer.getByRole('button', { name: /10日1号/ }).click();
  const act = (name: string) => officer.getByRole('button', { name, exact: true }).click();
  await act('答应时间');
  await officer.getByLabel('从', { exact: true }).fill('1000');
  await officer.getByLabel('到', { exact: true }).fill('11:00');
  await act('答应时间 · 记下');
  await officer.getByText('10:00–11:00 送到').first().waitFor();
  await look(/已经答应\s+11月10日周四 10:00–11:00 送到/);
  await advance('10:40');
  await act('办好了');
  await officer.getByLabel('谁送的').fill('村志愿者小组');
  await act('办好了 · 记下');
  await officer.getByText('已办好').first().waitFor();
  expect(await seriousFaults(officer)).toEqual([]);
  await look(/已经办好[\s\S]*11月10日周四 10:40\s+送到 40 升\s+村志愿者小组/);
  expect(await overflow(resident)).toBeLessThanOrEqual(0);
});

test('says that a tanker did not come, and the page counts it', async () => {
  // Whatever the plan brings here, the last of it is due by then.
  await advance('21:00');
  await resident.goto(`${address}?lang=en`);
  await follow('It did not come, or less');
  await resident.getByRole('radio', { name: /洒水/ }).first().check();
  await resident.getByRole('radio', { name: 'It did not come', exact: true }).check();
  expect(await overflow(resident)).toBeLessThanOrEqual(0);
  await press('Send');
  await reads(/Water did not come[\s\S]*Your four figures: \d{4}/);
  await follow('Back to the water point');
  await reads(/1 message from residents: it did not come, or less/);
});

test('a call is taken down in one line, with a warning of what was asked for already', async () => {
  await officer.getByRole('combobox', { name: /住户/ }).fill('bbc3z16');
  await officer.getByText('白壁村3组16户').last().click();
  await officer.getByRole('spinbutton', { name: '升' }).fill('20');
  await officer.getByRole('textbox', { name: /电话/ }).fill('138 0000 1234');
  await officer.getByText('10日1号：同一电话 · 同一供水点').waitFor();
  await officer.getByRole('button', { name: '登记', exact: true }).click();
  await officer.getByText('已登记：10日3号').waitFor();
  await officer.getByRole('button', { name: /10日3号 白壁村3组16户/ }).waitFor();
});

test('every page is fit to be read by whoever hears it read', async () => {
  const { page } = await visit(demo.browser, address, phone);
  for (const path of ['', '/ask', '/answer', '/requests', '/none']) {
    await page.goto(`${address}${path}`);
    expect(await seriousFaults(page), path).toEqual([]);
  }
  expect(strange).toEqual([]);
});

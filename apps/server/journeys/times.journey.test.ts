import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  atRest,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { demoJourney } from '../testing/demo-journey.ts';

const demo = demoJourney({ LIANGBUWU_BACKGROUND: 'on' });

/** A number in its cell, as somebody types it. */
async function fill(page: Page, label: string, value: string) {
  await page.getByLabel(label, { exact: true }).fill(value);
}

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label, { exact: true }).click();
  await press(
    page,
    page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }),
  );
}

async function plan(page: Page) {
  await press(page, page.getByRole('main').getByRole('button', { name: '排时间' }));
  await press(page, page.getByRole('button', { name: /^开 ?始$/ }));
  await page.getByText('已证明最优').waitFor();
}

test('a school says what it has, sees times that are proven best, changes one class, publishes and prints', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '株洲市教育局');
  await page.goto(`${demo.server.url}/campus/times/school`);
  await page.getByRole('cell', { name: '高一1班', exact: true }).waitFor();
  await choose(page, '学校', '醴陵示例高中');
  await page.getByRole('cell', { name: '高三4班', exact: true }).waitFor();

  // What contradicts itself is said before anything is sent.
  await press(page, page.getByRole('button', { name: /添 ?加$/ }).first());
  await fill(page, '第 1 行：校门', '正门');
  await fill(page, '正门：每分钟过几人', '8');
  for (const name of ['高三1班', '高三2班', '高三3班', '高三4班'])
    await fill(page, `${name}：总人数`, '40');
  await press(page, page.getByRole('button', { name: /保 ?存/ }));
  await page.getByText('“正门”的开放时段没填全').waitFor();
  await fill(page, '正门：开放时段', '06:30-08:00，16:50-18:30');
  await press(page, page.getByRole('button', { name: /添加一餐$/ }));
  await fill(page, '第 1 行：用餐名称', '午餐');
  await fill(page, '座位', '80');
  await press(page, page.getByRole('button', { name: /保 ?存/ }));
  await page.getByText('已保存').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('main').getByRole('link', { name: '错峰时间' }).click();
  await plan(page);
  // One class after the other through the gate, two at a time in the canteen.
  const times = page.getByRole('region', { name: '各班到校、用餐、放学的时间' });
  expect(await times.getByText(/步行，正门，40 人$/).count()).toBe(8);
  await page.getByText('80', { exact: true }).first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await press(page, page.getByRole('button', { name: '发布这一版' }));
  await page.getByText(/^在用：/).waitFor();

  // A class stays at home: the others keep what they can.
  await page.getByRole('link', { name: '学校的条件' }).click();
  await page.getByLabel('高三2班：不到校', { exact: true }).check();
  await press(page, page.getByRole('button', { name: /保 ?存/ }));
  await page.getByText('已保存').last().waitFor();
  await page.getByRole('main').getByRole('link', { name: '错峰时间' }).click();
  await page.getByText(/^在用：/).waitFor();
  await plan(page);
  await page.getByRole('heading', { name: '与第 1 版相比' }).waitFor();
  expect(await page.getByText('不到校', { exact: true }).count()).toBe(3);
  await press(page, page.getByRole('button', { name: '发布这一版' }));
  await page.getByText(/^在用：/).waitFor();

  const { search } = new URL(page.url());
  await press(page, page.getByRole('button', { name: /打 ?印$/ }));
  const sheet = page.getByRole('article');
  await expect.poll(() => sheet.count()).toBe(4);
  expect(await sheet.nth(1).textContent()).toContain('本班今天不到校');
  expect(await sheet.first().textContent()).toMatch(/到校\d\d:\d\d步行 · 正门.*午餐\d\d:\d\d食堂/);
  await page.getByText('校门与食堂', { exact: true }).click();
  await expect.poll(() => sheet.count()).toBe(2);
  expect(await sheet.first().textContent()).toMatch(/正门.*到校 · 步行高三/);
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
  await page.emulateMedia({ media: null });

  await page.setViewportSize(phone.viewport);
  for (const path of ['/campus/times', '/campus/times/school']) {
    await page.goto(demo.server.url + path + search);
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    expect(await overflow(page)).toBe(0);
  }
  expect(strange).toEqual([]);
});

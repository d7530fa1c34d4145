import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openContact, putContact } from '@liangbuwu/office/register/households/people.contract.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stableId } from '../demo/stable-id.ts';
import { visit as visitAs } from '../demo/visitor.ts';
import {
  atRest,
  laptop,
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
const county = '渌口区应急值班员';
const cadre = '白壁村包村干部';

async function open(
  who: string,
  table: string,
  { english = false, ...options }: Parameters<typeof visit>[2] & { english?: boolean } = laptop,
) {
  const { page, strange } = await visit(demo.browser, demo.server.url, options);
  if (english) await page.getByRole('button', { name: /English/ }).click();
  await stepInto(page, who);
  await page.goto(`${demo.server.url}/water/registers/${table}`);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return { page, strange };
}

const cell = (page: Page, row: string, column: number) =>
  page.getByRole('row').filter({ hasText: row }).getByRole('gridcell').nth(column);
const openRow = async (page: Page, name: string) => {
  await cell(page, name, 0).click();
  const drawer = page.locator('.ant-drawer-section');
  await drawer.getByRole('heading', { name: '修改记录' }).waitFor();
  await atRest(page);
  return drawer;
};
const search = async (page: Page, typed: string) => {
  const box = page.getByRole('searchbox');
  await box.fill(typed);
  await box.press('Enter');
};

test('an officer finds a well by initials, edits it in its place like a sheet, and takes it back', async () => {
  const { page, strange } = await open(officer, 'sources');
  await search(page, 'hqc');
  await page.getByText('1 条').waitFor();
  const flow = cell(page, '红旗村农户深井', 6);
  await flow.click();
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await page.getByText('已保存：红旗村农户深井，流量').waitFor();
  await expect.poll(() => flow.textContent()).toBe('50');

  // What is no number is refused where it is typed, and Esc leaves the cell as it was.
  await flow.dblclick();
  await page.keyboard.type('很多');
  await page.getByRole('alert').filter({ hasText: '不是数' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await flow.textContent()).toBe('50');

  await page.getByText('已保存：红旗村农户深井').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => flow.textContent()).toBe('45');
  const drawer = await openRow(page, '红旗村农户深井');
  await drawer.getByText('撤销第 2 次修改').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  expect(strange).toEqual([]);
});

test('two who edit one row see each other; what both typed is put side by side, nothing is lost', async () => {
  const town = await open(officer, 'sources');
  const above = await open(county, 'sources');
  const mine = await openRow(town.page, '岳峰村农户深井');
  const theirs = await openRow(above.page, '岳峰村农户深井');
  await mine.getByText(`${county}也在改这一条`).waitFor();
  await theirs.getByText(`${officer}也在改这一条`).waitFor();

  await mine.getByLabel('流量').fill('61');
  await mine.getByLabel('取水口').fill('2');
  await theirs.getByLabel('流量').fill('62');
  await theirs.getByLabel('每日限量').fill('5000');
  await theirs.getByRole('button', { name: '保存' }).click();
  await theirs.waitFor({ state: 'hidden' });

  await mine.getByText('别人改了：每日限量').waitFor();
  await mine.getByText('两人都改了这几项').waitFor();
  expect(await mine.getByLabel('取水口').inputValue()).toBe('2');
  expect(await mine.getByLabel('每日限量').inputValue()).toBe('5000');
  await press(town.page, mine.getByRole('button', { name: '对方的：62' }));
  await mine.getByRole('button', { name: '保存' }).click();
  await mine.waitFor({ state: 'hidden' });
  await expect.poll(() => cell(town.page, '岳峰村农户深井', 6).textContent()).toBe('62');
  await expect.poll(() => cell(above.page, '岳峰村农户深井', 5).textContent()).toBe('2');
});

test('a tanker is added with what is missing said where it is missing, removed, and brought back', async () => {
  const { page } = await open(officer, 'tankers');
  await page.getByRole('button', { name: '新增送水车' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('邻镇支援车');
  await drawer.getByRole('button', { name: '保存' }).click();
  await drawer.getByText('有 2 处要改').waitFor();
  await drawer.getByLabel('载水量').fill('8吨');
  await drawer.getByLabel('停放点').click();
  await drawer.getByLabel('停放点').fill('tya');
  await press(page, page.locator('.ant-select-dropdown:visible').getByText('汤圆坳').first());
  await drawer.getByRole('button', { name: '保存' }).click();
  await drawer.waitFor({ state: 'hidden' });
  expect(await cell(page, '邻镇支援车', 4).textContent()).toBe('8,000');

  const again = await openRow(page, '邻镇支援车');
  await press(page, again.getByRole('button', { name: '移除' }));
  await press(
    page,
    page.getByRole('dialog', { name: /移除邻镇支援车/ }).getByRole('button', { name: '移除' }),
  );
  await again.waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByRole('grid').getByText('邻镇支援车').count()).toBe(0);
  await page.getByText('已移除的').click();
  const removed = await openRow(page, '邻镇支援车');
  // What was shown of it before stands there until the removal has been read.
  await removed.getByText('第 2 次', { exact: true }).waitFor();
  await press(page, removed.getByRole('button', { name: '撤销' }).first());
  await removed.getByText('撤销第 2 次修改').waitFor();
});

test('a register goes out to Excel and comes back; a sheet of ones own is checked before it is written', async () => {
  const { page } = await open(officer, 'drivers');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const file = join(demo.folder, 'out.xlsx');
  await (await download).saveAs(file);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('button', { name: '导入 Excel' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.locator('input[type=file]').setInputFiles(file);
  await press(page, drawer.getByRole('button', { name: '核对', exact: true }));
  await drawer.getByText('不变 10').waitFor();
  await drawer.getByText('新增 0').waitFor();
  await press(page, drawer.getByRole('button', { name: '丢弃' }));

  await drawer.locator('input[type=file]').setInputFiles({
    name: '镇司机.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '\ufeff镇司机登记表\n驾驶员,驾照,每日工时\n司机甲,B2,9\n司机丑,B2,8\n司机坏,D9,八十\n',
    ),
  });
  await press(page, drawer.getByRole('button', { name: '核对', exact: true }));
  await drawer.getByText('有误 1').waitFor();
  await drawer.getByText('“D9”不在可选的范围内').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await press(page, drawer.getByRole('button', { name: '写入 2 条' }));
  await drawer.getByText('已写入 2 条').waitFor();
  await press(page, drawer.getByRole('button', { name: '整表撤销' }));
  await drawer.getByText('已全部撤销').waitFor();
  await press(page, drawer.getByRole('button', { name: '关闭', exact: true }).last());
  await drawer.waitFor({ state: 'hidden' });
  await page.getByText('10 条', { exact: true }).waitFor();
});

test('on a phone, in English, a cadre reads the own village only and is told why nothing can be changed', async () => {
  const { page } = await open(cadre, 'points', { ...phone, english: true });
  await page.getByRole('list', { name: 'points' }).getByText('白壁村3组').waitFor();
  expect(await page.getByRole('list', { name: 'points' }).getByText('红旗村').count()).toBe(0);
  expect(await overflow(page)).toBe(0);
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('list', { name: 'points' }).getByText('白壁村3组').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('History').waitFor();
  const save = drawer.getByRole('button', { name: 'Save' });
  expect(await save.getAttribute('aria-disabled')).toBe('true');
  expect(await overflow(page)).toBe(0);
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
});

test('an officer says who lives in a household, brings that into the response, and takes back what it put right', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, officer);
  await page.getByRole('link', { name: '常住户台账' }).click();
  await page.getByText('常住户都已带入，没有要更新的').waitFor();
  await search(page, 'bbc3z05h');
  await page.getByText('1 条').waitFor();
  const drawer = await openRow(page, '白壁村3组05户');
  await drawer.getByRole('button', { name: '登记一个人' }).click();
  await drawer.getByLabel('姓名').fill('王某某');
  await drawer.getByLabel('电话', { exact: true }).fill('138');
  await drawer.getByRole('button', { name: '保存' }).first().click();
  await drawer.getByText('请填写电话号码').waitFor();
  await drawer.getByLabel('电话', { exact: true }).fill('000 0733 0017');
  await drawer.getByRole('button', { name: '保存' }).first().click();
  await drawer.getByText('王* 户主 · 有电话').waitFor();
  expect(await drawer.innerText()).not.toContain('王某某');
  await drawer.getByRole('button', { name: '查看' }).click();
  await page.getByRole('menuitem', { name: '联系这户' }).click();
  await drawer.getByText('王某某 · 00007330017').waitFor();
  await drawer.getByRole('button', { name: '核实无误' }).click();
  await page.getByText('已记下今天核实过').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await drawer.getByRole('button', { name: '关闭' }).last().click();

  await page.getByText('1 户带入后又改过').waitFor();
  await page.getByRole('button', { name: '带入响应' }).first().click();
  await page.getByText('联系人有变').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '全部带入（1 户）' }).click();
  await page.getByText('新增 0 户，对上 0 户，更新 1 户').waitFor();
  await page.getByRole('button', { name: '关闭' }).last().click();

  // In the response another telephone is found to be right.
  const household = stableId('household baibi-3-05');
  const town = await visitAs(demo.server.url, stableId('user town-officer'));
  await town(putContact, {
    params: { household },
    body: { name: '王某某', phone: '00007330018' },
  });
  await page.reload();
  await press(page, page.getByRole('button', { name: '看更正' }));
  await page.getByRole('button', { name: /^写回/ }).click();
  await page.getByText('没有要处理的更正').waitFor();
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  const again = await town(openContact, { params: { household }, body: { why: 'deliver' } });
  await page.reload();
  await press(page, page.getByRole('button', { name: '按电话查找' }));
  const asking = page.getByRole('dialog');
  await asking.getByLabel('电话', { exact: true }).fill(again.phone ?? '');
  await asking.getByRole('button', { name: '查找' }).click();
  await asking.getByRole('button', { name: '打开' }).click();

  await drawer.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('radio', { name: '本人要求' }).check();
  await page.getByRole('dialog').last().getByRole('button', { name: '删除', exact: true }).click();
  await drawer.getByText('还没有登记人').waitFor();
  await page.setViewportSize(phone.viewport);
  await atRest(page);
  expect(await overflow(page)).toBe(0);
  expect(strange).toEqual([]);
});

import { join } from 'node:path';
import type { Call } from '@liangbuwu/office/http/client.ts';
import {
  type Household,
  type HouseholdFields,
  households,
} from '@liangbuwu/office/register/households/contract.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../demo/stable-id.ts';
import { visit as visitAs } from '../demo/visitor.ts';
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

const response = stableId('response drought-2022');
const path = '/water/registers/households';

const demo = demoJourney();
let officer: Call;
let one: Household;
beforeAll(async () => {
  officer = await visitAs(demo.server.url, stableId('user town-officer'));
  const { rows } = await officer(households.list, { query: { response, q: '白壁村3组' } });
  one = rows.find(({ cannotCome, aloneElderly }) => !cannotCome && !aloneElderly) as Household;
});

const find = async (label: string): Promise<Household> => {
  const { rows } = await officer(households.list, { query: { response, q: label } });
  if (!rows[0]) throw new Error(`nobody lives at ${label}`);
  return rows[0];
};
const add = async (name: string, more: Partial<HouseholdFields>) => {
  const { id: _, version: __, hasContact: ___, ...body } = one;
  const row = stableId(`journey ${name}`);
  return (await officer(households.put, { params: { row }, body: { ...body, ...more } })).row;
};
/** The same house number, written as another would. */
const double = () => one.label.replace('白壁村3组', '三组').replace('户', '号');
const grid = (page: Page) => page.getByRole('grid', { name: '住户' });
const search = async (page: Page, text: string) => {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('searchbox').press('Enter');
};
const shown = (page: Page) => page.getByText(/^[\d,]+ 条$/).innerText();
const filter = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: '快速筛选' }).getByRole('button', { name });

describe('the officer keeps the households', () => {
  let page: Page;
  let strange: string[];
  beforeAll(async () => {
    await add('twice', { label: double(), cannotCome: true });
    await add('nobody', { label: '白壁村3组98户', people: 0 });
    ({ page, strange } = await visit(demo.browser, demo.server.url));
    await stepInto(page, '古岳峰镇供水专干');
    await page.getByRole('link', { name: '基础台账' }).first().click();
    await page.getByRole('link', { name: '住户', exact: true }).click();
    await grid(page).waitFor();
  });

  test('finds one by pinyin initials', async () => {
    expect(Number((await shown(page)).replace(/\D/g, ''))).toBeGreaterThan(1000);
    await search(page, 'bbc3z17h');
    await page.getByText('白壁村3组17户').waitFor();
    await expect.poll(() => shown(page)).toBe('1 条');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('changes it in its place, and takes that back', async () => {
    const before = (await find('白壁村3组17户')).people;
    const cell = grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(3);
    await cell.dblclick();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByText('已保存：白壁村3组17户，人数').waitFor();
    await expect.poll(() => cell.innerText()).toBe('9');
    await press(page, page.getByRole('button', { name: '撤销', exact: true }));
    await expect.poll(() => cell.innerText()).toBe(String(before));
  });

  test('narrows the list to who cannot come', async () => {
    await search(page, '');
    await filter(page, /不能来取水/).click();
    await expect.poll(async () => Number((await shown(page)).replace(/\D/g, ''))).toBeLessThan(200);
    const cells = await grid(page)
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => row.children[5]?.textContent));
    expect(new Set(cells)).toEqual(new Set(['是']));
  });

  test('finds what looks wrong, with what it means and what to do', async () => {
    await filter(page, /待核对/).click();
    const doubled = page.getByRole('button', { name: /重复登记.*2 户.*怎么办/ });
    await doubled.waitFor();
    await page.getByRole('button', { name: /0 人户.*1 户/ }).click();
    await grid(page).getByText('白壁村3组98户').waitFor();
    await expect.poll(() => shown(page)).toBe('1 条');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('merges two that are one, and takes it back in one step', async () => {
    await page.getByRole('button', { name: /重复登记.*怎么办/ }).click();
    const group = page.getByRole('listitem').filter({ hasText: double() }).last();
    await group.getByRole('radio', { name: new RegExp(one.label) }).check();
    await group.getByText('标记会带过来').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const merge = () => press(page, page.getByRole('button', { name: '合并为一户' }));
    await merge();
    await page.getByText(`已合并，保留“${one.label}”`).waitFor();
    await page.getByText('查过，没有：重复登记').waitFor();
    expect(await find(one.label)).toMatchObject({ cannotCome: true });
    await press(page, page.getByRole('button', { name: '撤销合并' }));
    await page.getByRole('button', { name: /重复登记.*2 户/ }).waitFor();
    expect(await find(one.label)).toMatchObject({ cannotCome: false });
    await page.getByRole('button', { name: /重复登记.*怎么办/ }).click();
    await page.getByRole('radio', { name: new RegExp(one.label) }).check();
    await merge();
    await page.getByText('查过，没有：重复登记').waitFor();
  });

  test('removes one, saying why, and the history tells it', async () => {
    await filter(page, /全部/).click();
    await search(page, '3组98户');
    await page.getByText('白壁村3组98户').click();
    await press(page, page.getByRole('button', { name: '移除', exact: true }));
    const asked = page.getByRole('dialog').filter({ hasText: '移除白壁村3组98户？' });
    const sure = asked.getByRole('button', { name: '移除' });
    expect(await sure.isDisabled()).toBe(true);
    await asked.getByText('搬走').click();
    expect(await seriousFaults(page)).toEqual([]);
    await press(page, sure);
    await page.getByText('没有找到').waitFor();
    await page.getByText('已移除的').click();
    await page.getByText('白壁村3组98户').click();
    await page.getByText('移除（搬走）').waitFor();
    await press(
      page,
      page
        .getByRole('listitem')
        .filter({ hasText: '移除（搬走）' })
        .getByRole('button', { name: '撤销' }),
    );
    await page.getByText('撤销第 2 次修改').waitFor();
    expect(strange).toEqual([]);
    await page.context().close();
  });

  test('sees where plans count others than are registered, and goes to the households', async () => {
    for (let i = 0; i < 8; i++) await add(`more ${i}`, { label: `新屋场${i}号`, people: 9 });
    const opened = await visit(demo.browser, demo.server.url);
    page = opened.page;
    await stepInto(page, '古岳峰镇供水专干');
    await page.goto(`${demo.server.url}${path}?check=points`);
    await page.getByRole('button', { name: '白壁村3组' }).click();
    await filter(page, /只看：白壁村3组/).waitFor();
    await grid(page)
      .getByText('新屋场0号')
      .or(grid(page).getByText('白壁村3组01户'))
      .first()
      .waitFor();
    await page.context().close();
  });
});

test('the list goes out to Excel and comes back; a sheet of the village is checked, written and taken back', async () => {
  const { page, strange } = await visit(demo.browser, demo.server.url);
  await stepInto(page, '白壁村包村干部');
  await page.goto(`${demo.server.url}${path}?q=3组`);
  await grid(page).waitFor();
  const before = await shown(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const file = join(demo.folder, 'households.xlsx');
  await (await download).saveAs(file);
  await page.getByText('含个人信息，已记入台账').waitFor();

  await page.getByRole('button', { name: '导入 Excel' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('没有选用的列在核对时即删去').waitFor();
  await drawer.locator('input[type=file]').setInputFiles(file);
  await press(page, drawer.getByRole('button', { name: '核对', exact: true }));
  await drawer.getByText(`不变 ${before.replace(' 条', '')}`).waitFor();
  await press(page, drawer.getByRole('button', { name: '丢弃' }));
  await drawer.locator('input[type=file]').setInputFiles({
    name: '三组新户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '\ufeff门牌号,取水点,家庭人口,户主电话\n3组701户,白壁村3组,4,13800000000\n3组702户,不知道,2,13800000000\n',
    ),
  });
  await drawer.getByText('没有读入，不保留').waitFor();
  expect(await drawer.getByText('13800000000').count()).toBe(0);
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await press(page, drawer.getByRole('button', { name: '核对', exact: true }));
  await drawer.getByText('有误 1').waitFor();
  // Its rows come by themselves and push the button down: a click on the way there would be lost.
  await drawer
    .getByText(/3组70[12]户/)
    .first()
    .waitFor();
  await press(page, drawer.getByRole('button', { name: '写入 1 条' }));
  await drawer.getByText('已写入 1 条').waitFor();
  expect(await find('3组701户')).toMatchObject({ people: 4, area: one.area });
  await press(page, drawer.getByRole('button', { name: '整表撤销' }));
  await drawer.getByText('已全部撤销').waitFor();
  await press(page, drawer.getByRole('button', { name: '关闭', exact: true }).last());
  await expect.poll(() => shown(page)).toBe(before);
  expect(strange).toEqual([]);
  await page.context().close();
});

describe('a cadre', () => {
  test('sees and edits the own village only', async () => {
    const { page, strange } = await visit(demo.browser, demo.server.url);
    await stepInto(page, '白壁村包村干部');
    await page.goto(demo.server.url + path);
    await grid(page).waitFor();
    await page.getByText('白壁村3组01户').first().waitFor();
    const villages = async () =>
      new Set(
        await grid(page)
          .getByRole('row')
          .evaluateAll((rows) => rows.slice(1).map((row) => row.children[1]?.textContent)),
      );
    expect(await villages()).toEqual(new Set(['白壁村']));
    await search(page, 'hqc');
    await page.getByText('没有找到').waitFor();
    await search(page, '白壁村3组18户');
    await expect.poll(() => shown(page)).toBe('1 条');
    const cell = grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(3);
    await cell.dblclick();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await page.getByText('已保存：白壁村3组18户，人数').waitFor();
    expect(strange).toEqual([]);
    await page.context().close();
  });
});

describe('on a phone', () => {
  // English words are the longer ones; Chinese is what the other tests read.
  test('in English every view fits and is readable', async () => {
    const { page, strange } = await visit(demo.browser, demo.server.url, phone);
    await page.getByRole('button', { name: /English/ }).click();
    await stepInto(page, '白壁村包村干部');
    for (const query of [
      '',
      '?check=yes',
      '?check=yes&only=many-people',
      '?check=points',
      `?row=${one.id}`,
    ]) {
      await page.goto(demo.server.url + path + query);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => {});
      await atRest(page);
      expect(await overflow(page), query).toBeLessThanOrEqual(0);
      expect(await seriousFaults(page), query).toEqual([]);
    }
    await page.goto(demo.server.url + path);
    const card = page.getByRole('list', { name: 'households' });
    await card.getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const labels = await page.getByRole('dialog').locator('label').allInnerTexts();
    for (const label of labels) expect(label).not.toMatch(/\p{Script=Han}/u);
    expect(strange).toEqual([]);
    await page.context().close();
  });
});

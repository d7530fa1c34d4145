import { randomUUID } from 'node:crypto';
import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import { listGateCodes } from '@liangbuwu/gate/codes/codes.contract.ts';
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
async function choose(page: Page, label: string, choice: string | RegExp, within = main(page)) {
  await press(page, within.getByLabel(label, { exact: true }));
  await press(
    page,
    page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: true }),
  );
}

/** Who reaches all of the response changes its key, and is told before how many passes it concerns. */
async function voided(page: Page) {
  await go(page, '卡口设置');
  await press(page, main(page).getByRole('button', { name: '更换' }).first());
  const dialog = page.getByRole('dialog');
  const told = await dialog.getByText(/现在有 \d+ 张有效通行证是它签的，都照样有效/).innerText();
  const [count = ''] = /\d+/.exec(told) ?? [];
  await dialog.getByLabel('被盗：它签的全部作废').check();
  await dialog.getByLabel(/请输入响应名称/).fill('株洲市疫情防控应急响应');
  await press(page, dialog.getByRole('button', { name: `作废 ${count} 张并换密钥` }));
  const row = main(page).getByRole('row').filter({ hasText: '被盗，签的全部作废' });
  await row.getByText(count, { exact: true }).last().waitFor();
  expect(Number(count)).toBeGreaterThan(3);
  expect(await seriousFaults(page)).toEqual([]);
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

  test('sets another gate up, with what is missing said at its field', async () => {
    await go(page, '卡口设置');
    await main(page).getByRole('button', { name: '新设卡口' }).click();
    const dialog = page.getByRole('dialog');
    await press(page, dialog.getByRole('button', { name: '保存' }));
    await expect.poll(() => dialog.getByText('请填写').count()).toBe(2);
    await dialog.getByLabel('名称').fill('株冶新材西门');
    for (const [label, typed] of [
      ['辖区', '渌口区'],
      ['位置（基础台账里的地点，可不填）', '株冶新材东门'],
    ] as const) {
      await dialog.getByLabel(label).fill(typed);
      const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
      // What is chosen while the list is still being looked through may be another list's line a moment later.
      await expect
        .poll(async () => {
          const [option] = await options.filter({ hasText: typed }).all();
          await option?.click({ timeout: 2000 }).catch(() => undefined);
          return dialog.getByTitle(typed, { exact: true }).count();
        })
        .toBeGreaterThan(0);
    }
    await press(page, dialog.getByRole('button', { name: '保存' }));
    const row = main(page).getByRole('row').filter({ hasText: '株冶新材西门' });
    await row.getByText('株冶新材东门').waitFor();
    await row.getByText('进厂、进工地 · 车辆进场装卸').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('issues once the rule has what it asks for, and nothing else is asked', async () => {
    await go(page, '通行证');
    await choose(page, '用途', '车辆进场装卸');
    await main(page).getByLabel('车牌').fill('粤B2X816');
    await choose(page, '可进卡口', '株冶新材西门');
    await page.keyboard.press('Escape');
    await choose(page, '生效', '以后');
    await main(page).getByLabel('生效时间').fill('2022-11-11T08:00');
    await choose(page, '有效期', '3 天');
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
    expect(await paper.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/).count()).toBe(2);
    await paper.getByText('株冶新材东门、株冶新材西门').waitFor();
    await paper.getByText('2022-11-11 08:00').waitFor();
    await paper.getByText('2022-11-14 08:00').waitFor();
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

  test('hands the days of one who came home to another official', async () => {
    await go(page, '返乡登记');
    const row = main(page).getByRole('row').filter({ hasText: '虚* 0012' });
    await press(page, row.getByRole('button').first());
    await press(page, main(page).getByRole('button', { name: '转交给另一名干部' }));
    await choose(page, '转给谁', /渌口区应急值班员/);
    await choose(page, '原因', '休假、外出');
    await press(page, main(page).getByRole('button', { name: '确认转交' }));
    await row.getByText('渌口区应急值班员').waitFor();
    await main(page).getByText('11-08 过期 · 白壁村包村干部').waitFor();
    await main(page).getByText('11-11 未到', { exact: true }).waitFor();
  });

  test('voids what a stolen key signed, and is told how many before', async () => {
    await go(page, '卡口设置');
    await main(page).getByText('须由辖区包括全部的人更换').first().waitFor({ state: 'attached' });
    const city = await visit(demo.browser, demo.server.url);
    await stepInto(city.page, '株洲市防控规则专员');
    await voided(city.page);
    await city.page.context().close();
    await go(page, '通行证');
    await main(page)
      .getByRole('row')
      .filter({ hasText: '陕A7D218' })
      .getByText('密钥已作废')
      .waitFor();
  });

  test('has its pages on a telephone without scrolling sideways', async () => {
    await page.setViewportSize(phone.viewport);
    await main(page).getByRole('heading', { level: 1 }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${demo.server.url}/gate/set-up`);
    await main(page).getByText('株冶新材西门').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${demo.server.url}/gate/passes`);
    await main(page).getByText('申请通行证').first().waitFor();
    await main(page).getByText('陕A7D218').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

describe('people without an account', () => {
  let staff: Page;
  let anybody: Page;
  let strange: string[];
  let poster: (name: string) => string;
  beforeAll(async () => {
    ({ page: staff } = await visit(demo.browser, demo.server.url));
    await stepInto(staff, '株洲市防控规则专员');
    const by = askedBy(staff, demo.server.url);
    const { gates } = await by(listGates, { query: {} });
    const { response } = gates[0] ?? { response: '' };
    const { codes } = await by(listGateCodes, { query: { response } });
    poster = (name) => {
      const gate = gates.find((one) => one.name === name)?.id;
      return `${demo.server.url}/p/gate/${codes.find((one) => one.gate === gate)?.code}`;
    };
    ({ page: anybody, strange } = await visit(demo.browser, demo.server.url, {
      ...phone,
      javaScriptEnabled: false,
    }));
  });

  const read = () => main(anybody).innerText();
  /** A click does not wait for the page that it leads to. */
  const reads = (what: RegExp) => expect.poll(read).toMatch(what);
  const send = (name: string) => anybody.getByRole('button', { name, exact: true }).click();
  const answer = (question: string, choice: string) =>
    anybody
      .getByRole('group', { name: question, exact: true })
      .getByRole('radio', { name: choice, exact: true })
      .check();
  const fits = async () => expect(await overflow(anybody)).toBeLessThanOrEqual(0);

  test('a red-coded pupil’s parent reads why, what to do and when it is looked at again', async () => {
    await anybody.goto(poster('醴陵示例高中校门'));
    await send('看规定怎么说');
    await reads(/什么都不用问，直接走[\s\S]*11月14日周一 00:00 起有规定/);
    await anybody.goto(poster('醴陵示例高中校门'));
    await fits();
    await anybody.getByLabel('什么时候来').fill('2022-11-17T07:20');
    await send('看规定怎么说');
    await reads(/所在地风险[\s\S]*是密接[\s\S]*本人健康码/);
    await fits();
    await answer('所在地风险', '低风险');
    await answer('是密接', '否');
    await answer('本人健康码', '红码');
    await send('下一步');
    await reads(/^返校\n/);
    const said = await read();
    expect(said).toMatch(
      /暂缓复学\s+红码、黄码的师生暂缓复学[\s\S]*转绿码后把截图发给班主任[\s\S]*什么时候再看\s+转绿码的当天；此外班主任每天下午四点再看一次/,
    );
    expect(said).toMatch(
      /本人健康码：红码[\s\S]*向醴陵市教育部门申诉[\s\S]*醴陵复学 · 第 1 版，第 3 条[\s\S]*醴陵市[\s\S]*11月14日/,
    );
    expect(said).not.toContain('隔离');
    expect(anybody.url()).not.toMatch(/red|low/);
    await fits();
  });

  test('somebody applies at the plant’s gate; a clerk issues; the page becomes the pass', async () => {
    await anybody.goto(poster('株冶新材东门'));
    await anybody.getByRole('radio', { name: '进厂、进工地' }).check();
    await send('看规定怎么说');
    await anybody.getByLabel(/^体温/).fill('36.5');
    await answer('本人健康码', '绿码');
    await answer('已扫码登记', '是');
    await send('下一步');
    await reads(/可以进厂/);
    await send('申请通行证');
    await anybody.getByLabel('姓名', { exact: true }).fill('虚构访客');
    await anybody.getByLabel(/^证件号末四位/).fill('002X');
    await anybody.getByLabel(/^出生年月/).fill('1990-1');
    await anybody.getByLabel(/^电话/).fill('138 0000 0000');
    await send('提交申请');
    await reads(/请更正\s+出生年月按“2010-09”这样填/);
    await anybody.getByLabel(/^出生年月/).fill('1990-01');
    await fits();
    await send('提交申请');
    await reads(/等工作人员看[\s\S]*虚\* 002X/);
    const own = anybody.url();

    await go(staff, '通行证');
    const table = main(staff).getByRole('table', { name: '自行申请' });
    await press(staff, table.getByRole('row').filter({ hasText: '002X' }).getByRole('button'));
    await press(staff, main(staff).getByRole('button', { name: '查看所填内容（记入台账）' }));
    await main(staff).getByText('虚构访客').waitFor();
    expect(await seriousFaults(staff)).toEqual([]);
    await press(staff, main(staff).getByRole('button', { name: '核发' }));
    await main(staff).getByRole('article', { name: '通行证' }).getByText('002X').waitFor();

    await anybody.goto(own);
    expect(await read()).toMatch(
      /虚\* 002X[\s\S]*[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}[\s\S]*从\s+11月10日周四 06:00\s+到\s+11月17日周四 06:00[\s\S]*末四位是 002X 的证件原件/,
    );
    expect(await anybody.getByRole('img', { name: '通行证' }).count()).toBe(1);
    await fits();
  });

  test('a household says that nobody came, beside the cadre’s own list', async () => {
    const { page: cadre } = await visit(demo.browser, demo.server.url);
    await stepInto(cadre, '白壁村包村干部');
    await go(cadre, '返乡登记');
    const row = main(cadre)
      .getByRole('table', { name: '返乡人员' })
      .getByRole('row')
      .filter({ hasText: '有一天没去' });
    await press(cadre, row.getByRole('button'));
    await main(cadre).getByLabel('负责人电话（家里看得到，可不填）').fill('0731-00000000');
    await press(cadre, main(cadre).getByRole('button', { name: '给出链接' }));
    await anybody.goto(await main(cadre).getByLabel('给家里的链接').inputValue());
    await reads(
      /期满解除[\s\S]*渌口区应急值班员[\s\S]*电话 0731-00000000[\s\S]*今天 · 11月10日周四/,
    );
    await fits();
    await anybody.getByLabel(/^要说的话/).fill('等到中午');
    await send('今天没人来');
    await reads(/您说：今天没人来[\s\S]*您：今天没人来/);
    await main(cadre).getByText('11-10 家里说没人来').waitFor();
    await main(cadre).getByText('等到中午').waitFor();
    expect(await seriousFaults(cadre)).toEqual([]);
    await cadre.context().close();
  });

  test('every page is fit to be read by whoever hears it read', async () => {
    const { page } = await visit(demo.browser, poster('株冶新材东门'), phone);
    for (const address of [poster('株冶新材东门'), `${demo.server.url}/p/gate`, anybody.url()]) {
      await page.goto(address);
      expect(await seriousFaults(page), address).toEqual([]);
    }
    expect(strange).toEqual([]);
    await page.context().close();
    await staff.context().close();
  });
});

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  atRest,
  confirm,
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
const name = '古岳峰镇抗旱送水应急响应';
const cli = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

async function enter(role: string, options = laptop) {
  const visited = await visit(demo.browser, demo.server.url, options);
  await stepInto(visited.page, role);
  await visited.page.goto(`${demo.server.url}/responses`);
  await visited.page.getByRole('region', { name: new RegExp(name) }).waitFor();
  return visited;
}
/** The response's own part of the page. */
const drought = (page: Page) => page.getByRole('region', { name: new RegExp(name) });
const deed = (page: Page, action: string) => drought(page).getByRole('button', { name: action });
const dialog = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, field: string, choice: string) {
  await press(page, dialog(page).getByLabel(field));
  await press(page, page.locator('.ant-select-dropdown:visible').getByText(choice));
}

const verify = (file: string) =>
  new Promise<{ status: number | null; out: string }>((resolve) => {
    const child = execFile(process.execPath, [cli, 'certificate', 'verify', file], (_, out) =>
      resolve({ status: child.exitCode, out }),
    );
  });

test('an officer opens a response, told before what follows, and at its field what is refused', async () => {
  const { page, strange } = await enter('株洲市应急值班长');
  await press(page, page.getByRole('button', { name: '启动应急响应' }));
  await page.getByRole('heading', { level: 1, name: '启动应急响应' }).waitFor();
  const main = page.getByRole('main');
  const choices = page.locator('.ant-select-dropdown:visible');
  await main.getByLabel('名称', { exact: true }).fill('天元区疫情应急响应');
  await press(page, main.getByLabel('应急类型'));
  await press(page, choices.getByText('疫情', { exact: true }));
  await press(page, main.getByLabel('辖区', { exact: true }));
  const district = choices.locator('.ant-select-tree-treenode', { hasText: '天元区' });
  await press(page, district.locator('.ant-select-tree-checkbox'));
  await page.keyboard.press('Escape');
  const follows = page.getByRole('region', { name: '启动以后' });
  await follows.getByText('这里已有进行中的同类响应：株洲市疫情防控应急响应').waitFor();
  await follows.getByRole('link', { name: '市二中返校第 1 版' }).waitFor();
  await follows.getByText(/2022-11-15 00:00 起执行/).waitFor();
  expect(await follows.getByText('醴陵').count()).toBe(0);
  await main.getByLabel('从何时起').fill('2022-11-10T06:30');
  await main.getByRole('button', { name: '启动', exact: true }).click();
  await main.getByText(/启动时间在将来/).waitFor();
  await main.getByLabel('从何时起').fill('2022-11-10T05:00');
  await atRest(page);
  expect(await seriousFaults(page)).toEqual([]);
  await main.getByRole('button', { name: '启动', exact: true }).click();
  await page.getByRole('region', { name: /天元区疫情应急响应/ }).waitFor();
  expect(strange).toEqual([]);
  await page.context().close();
});

test('two officers close a response that a third objected to; the certificate verifies', async () => {
  const [first, second, town] = await Promise.all([
    enter('渌口区应急值班员'),
    enter('株洲市应急值班长', phone),
    enter('古岳峰镇供水专干'),
  ]);

  await press(first.page, deed(first.page, '提议结束'));
  await choose(first.page, '理由', '应急状态已解除');
  await dialog(first.page)
    .getByRole('row', { name: /^住户（联系人已加密）/ })
    .waitFor();
  expect(await seriousFaults(first.page)).toEqual([]);
  await confirm(first.page, '提议结束');
  await drought(first.page).getByText('还有 24 小时').waitFor();

  // The others see it without reading the page again.
  await drought(town.page).getByText('倒计时中').waitFor();
  await press(town.page, deed(town.page, '提出异议'));
  await choose(town.page, '理由', '还有人需要送水等服务');
  await dialog(town.page).getByLabel('说明').fill('三组还有两户没有接上水管');
  await confirm(town.page, '提出异议');

  await drought(first.page).getByText('三组还有两户没有接上水管').waitFor();
  for (const action of ['驳回', '确认结束'])
    expect(await deed(first.page, action).getAttribute('aria-disabled')).toBe('true');
  await atRest(first.page);
  expect(await seriousFaults(first.page)).toEqual([]);

  await press(second.page, deed(second.page, '驳回'));
  await choose(second.page, '答复', '所说的事已经办好');
  await dialog(second.page).getByLabel('说明').fill('两户已经接通');
  await confirm(second.page, '驳回');
  await drought(second.page).getByText('已驳回').waitFor();

  await first.page.getByRole('button', { name: /响应时钟/ }).click();
  await press(first.page, first.page.getByText('到次日 06:00'));
  await drought(second.page).getByText('可以确认', { exact: true }).waitFor();
  await drought(first.page).getByText('可以确认', { exact: true }).waitFor();
  expect(await deed(first.page, '确认结束').getAttribute('aria-disabled')).toBe('true');

  await press(second.page, deed(second.page, '确认结束'));
  const destroy = dialog(second.page).getByRole('button', { name: '确认结束并销毁' });
  expect(await destroy.getAttribute('aria-disabled')).toBe('true');
  await dialog(second.page)
    .getByLabel(/请原样输入/)
    .fill(name);
  await atRest(second.page);
  expect(await seriousFaults(second.page)).toEqual([]);
  expect(await overflow(second.page)).toBe(0);
  await press(second.page, destroy);
  await drought(second.page)
    .getByText(/株洲市应急值班长于 .* 确认结束；提议人：渌口区应急值班员/)
    .waitFor();

  await drought(first.page).getByRole('link', { name: '销毁证明' }).click();
  for (const found of ['内容与签名相符', '由本系统签名', '响应的密钥已不存在'])
    await first.page.getByText(found).waitFor();
  await atRest(first.page);
  expect(await seriousFaults(first.page)).toEqual([]);
  const pdf = await first.page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);

  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.page.getByRole('button', { name: '下载' }).click(),
  ]);
  const file = join(demo.folder, 'certificate.json');
  await download.saveAs(file);
  const { status, out } = await verify(file);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    valid: true,
    proposedBy: '渌口区应急值班员',
    confirmedBy: '株洲市应急值班长',
  });
  const altered = (await readFile(file, 'utf8')).replace('"records": 1219', '"records": 1218');
  await writeFile(file, altered);
  expect((await verify(file)).status).toBe(1);

  // What is left of it is still there to be read, also on a phone and in English.
  await second.page.getByRole('link', { name: '销毁证明' }).click();
  await second.page.getByRole('heading', { level: 1, name: '个人信息销毁证明' }).waitFor();
  expect(await overflow(second.page)).toBe(0);
  expect([...first.strange, ...second.strange, ...town.strange]).toEqual([]);
});

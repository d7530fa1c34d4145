import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { openDatabase } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  atRest,
  confirm,
  openBrowser,
  overflow,
  phone,
  press,
  seriousFaults,
  stepInto,
  visit,
} from '../testing/browser.ts';
import { copyDemo } from '../testing/prepared-demo.ts';
import { type SpawnedServer, spawnServer } from '../testing/spawned-server.ts';

const password = '山里的路 要慢慢开 2022';

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangbuwu-accounts-'));
  await chmod(folder, 0o711);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const go = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const heading = (page: Page, name: string) =>
  page.getByRole('main').getByRole('heading', { level: 1, name }).waitFor();

async function faultsAtRest(page: Page): Promise<string[]> {
  await atRest(page);
  return seriousFaults(page);
}

/** Types into a list that searches, and takes the choice that reads so. */
async function choose(page: Page, field: Locator, typed: string, choice: string) {
  await press(page, field);
  await field.fill(typed);
  const choices = page.locator('.ant-select-dropdown:visible');
  await press(page, choices.getByText(choice, { exact: true }).first());
}

/** Fills and sends the dialog of a new account. */
async function createAccount(
  page: Page,
  of: { name: string; login: string; typed: string; area: string; role: string },
) {
  await page.getByRole('button', { name: '新建账号' }).first().click();
  const dialog = page.getByRole('dialog', { name: '新建账号' });
  await dialog.getByLabel('姓名').fill(of.name);
  await dialog.getByLabel('登录名', { exact: true }).fill(of.login);
  await choose(page, dialog.getByLabel('所属辖区'), of.typed, of.area);
  await choose(page, dialog.getByLabel('第一个角色'), of.role, of.role);
  await press(page, dialog.getByRole('button', { name: /新建$/ }));
  return dialog;
}

/** Makes the one-time link that the open dialog offers, reads it and closes the dialog. */
async function makeLink(page: Page): Promise<string> {
  await press(page, page.getByRole('button', { name: '生成链接' }));
  const link = await page.getByLabel('一次性链接').inputValue();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page.getByLabel('一次性链接').waitFor({ state: 'detached' });
  return link;
}

async function setPassword(page: Page) {
  await page.getByLabel('新密码').fill(password);
  await page.getByRole('button', { name: '保存密码' }).click();
  await page.getByText('密码已保存，请登录。').waitFor();
}

/** As when somebody comes back to an open page: the password was given longer ago. */
async function letProofsAge(data: string) {
  const url = await findRunningCluster(data);
  if (!url) throw new Error(`no database runs in ${data}`);
  const owner = openDatabase(url, { connections: 1 });
  await sql`update identity.session set opened = opened - interval '1 hour', proved = null`.execute(
    owner,
  );
  await owner.destroy();
}

async function signIn(page: Page, login: string) {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('form').getByRole('button', { name: /登录$/ }).click();
}

describe('a colleague comes in', () => {
  let server: SpawnedServer;
  let page: Page;
  let strange: string[];
  let link: string;
  let colleague: Page;
  beforeAll(async () => {
    await copyDemo(join(folder, 'demo'));
    server = await spawnServer({ LIANGBUWU_DATA: join(folder, 'demo') });
    ({ page, strange } = await visit(browser, server.url));
    await stepInto(page, '系统管理员');
    await go(page, '账号');
    await heading(page, '账号');
  });
  afterAll(() => server.end('SIGTERM'));

  const row = () => page.getByRole('row', { name: /bb-second/ });

  test('a login that is taken is refused with what to do, and nothing typed is lost', async () => {
    const dialog = await createAccount(page, {
      name: '白壁村第二位干部',
      login: 'cadre-baibi',
      typed: 'baibi',
      area: '白壁村',
      role: '村干部',
    });
    await dialog.getByText('登录名“cadre-baibi”已有人使用。').waitFor();
    await dialog.getByText('请另取一个登录名。').waitFor();
    await dialog.getByLabel('登录名', { exact: true }).fill('BB-Second');
    await press(page, dialog.getByRole('button', { name: /新建$/ }));
    await page.getByText('“白壁村第二位干部”的账号已建好，还没有密码。').waitFor();
  });

  test('the administrator gets a link, shown this once', async () => {
    expect(await faultsAtRest(page)).toEqual([]);
    link = await makeLink(page);
    expect(link).toMatch(new RegExp(`^${server.url}/link#[\\w-]{43}$`));
    await row().getByText('尚未设密码').waitFor();
    expect(await page.content()).not.toContain(link.slice(-43));
  });

  test('in a window of their own the colleague sets a password by it and signs in', async () => {
    const opened = await visit(browser, link);
    colleague = opened.page;
    await colleague.getByText('登录名 bb-second', { exact: false }).waitFor();
    await setPassword(colleague);
    await signIn(colleague, 'bb-second');
    await heading(colleague, '今日缺水');
  });

  test('and sees the own village only', async () => {
    await colleague.getByRole('main').getByText('白壁村').first().waitFor();
    const text = await colleague.getByRole('main').innerText();
    // A remedy may name a source, and two of the wells are called after the villages that they stand in.
    expect(text).not.toMatch(/(红旗村|岳峰村|虎啸村)(?!农户深井)/);
    await colleague.goto(`${server.url}/accounts`);
    await colleague.getByText('您的角色没有打开这个页面的权限。').waitFor();
  });

  test('the link does not work twice', async () => {
    const again = await visit(browser, link);
    await again.page.getByText('这个链接无效：已用过、已过期，或已有更新的链接。').waitFor();
    await again.page.getByText('请管理员再发一个链接。').waitFor();
    await again.page.context().close();
  });

  test('a role granted and taken back shows in the list', async () => {
    await page.reload();
    await row().getByText('可用').waitFor();
    await row().getByRole('button', { name: /展开/ }).click();
    await choose(page, page.getByLabel('角色', { exact: true }), '乡镇', '乡镇干部');
    await choose(page, page.getByLabel('辖区', { exact: true }), 'gyf', '古岳峰镇');
    await page.getByRole('button', { name: '授予', exact: true }).click();
    await row().getByText('乡镇干部 · 古岳峰镇').waitFor();
    expect(await faultsAtRest(page)).toEqual([]);
    await page.getByRole('button', { name: '收回：乡镇干部 · 古岳峰镇' }).click();
    await confirm(page, '收回');
    await row().getByText('乡镇干部 · 古岳峰镇').waitFor({ state: 'detached' });
  });

  test('one’s own account is left alone, and the page says why', async () => {
    await page.getByRole('button', { name: /展开.*系统管理员/ }).click();
    const disable = page.getByRole('button', { name: '停用账号' }).first();
    expect(await disable.getAttribute('aria-disabled')).toBe('true');
    await page
      .getByText('不能改动自己的账号，请由另一位管理员办理')
      .first()
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /收起.*系统管理员/ }).click();
  });

  test('a disabled account is out at once, and comes back with the same password', async () => {
    await page.getByRole('button', { name: '停用账号' }).click();
    await confirm(page, '停用账号');
    await row().getByText('已停用').waitFor();
    await colleague.goto(server.url);
    await colleague.getByText('用登录名和密码登录').click();
    await signIn(colleague, 'bb-second');
    await colleague.getByText('登录名或密码不对，或账号已停用。').waitFor();
    await page.getByRole('button', { name: '恢复账号' }).click();
    await confirm(page, '恢复账号');
    await row().getByText('可用').waitFor();
    await signIn(colleague, 'bb-second');
    await heading(colleague, '今日缺水');
    await colleague.context().close();
  });

  test('what was done stands in the ledger, led to from the account', async () => {
    await page.getByRole('link', { name: '台账中的记录' }).click();
    await heading(page, '台账');
    for (const deed of ['新建账号', '授予角色', '收回角色', '停用账号'])
      await page.getByRole('main').getByRole('row').filter({ hasText: deed }).first().waitFor();
  });

  test('the sources of the response are quoted, and what is assumed is marked', async () => {
    await go(page, '依据');
    await heading(page, '依据');
    const sanmen = page.getByRole('row', { name: /三门水厂/ });
    await sanmen.locator('q', { hasText: '之一' }).waitFor();
    await sanmen.getByText('虚构/假设').waitFor();
    expect(await faultsAtRest(page)).toEqual([]);
    expect(strange).toEqual([]);
    await page.context().close();
  });
});

describe('the first day of a real installation', () => {
  let server: SpawnedServer;
  let page: Page;
  beforeAll(async () => {
    server = await spawnServer({ LIANGBUWU_DATA: join(folder, 'real'), LIANGBUWU_DEMO: 'off' });
    const link = /http:\S+\/link#[\w-]{43}/.exec(server.said())?.[0];
    if (!link) throw new Error(`no link for the first administrator:\n${server.said()}`);
    ({ page } = await visit(browser, link));
  });
  afterAll(() => server.end('SIGTERM'));

  test('the first administrator is led to the first account', async () => {
    await setPassword(page);
    await signIn(page, 'admin');
    await heading(page, '账号');
    await page.getByText('新建第一位工作人员的账号').waitFor();
    expect(await faultsAtRest(page)).toEqual([]);
  });

  test('a town and a village are named', async () => {
    await page.getByRole('link', { name: '去区划页' }).click();
    await heading(page, '区划');
    await page.getByText('先从这里往下增设：区县、乡镇、村。').waitFor();
    for (const [above, name] of [
      [/^增设下级/, '青山镇'],
      [/^增设下级：青山镇/, '石桥存'],
    ] as const) {
      await page.getByRole('button', { name: above }).first().click();
      await page.getByRole('dialog').getByLabel('名称').fill(name);
      await confirm(page, '增设');
      await page.getByRole('button', { name: `改名：${name}` }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '改名：石桥存' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('石桥村');
    await confirm(page, '保存');
    await page.getByRole('button', { name: '改名：石桥村' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('it is found by its pinyin, and shown where it lies', async () => {
    await page
      .getByRole('searchbox')
      .or(page.getByPlaceholder('按名称、拼音或代码查找'))
      .first()
      .fill('sqc');
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /石桥村.*青山镇/ })
      .click();
    await page.getByRole('button', { name: '改名：石桥村' }).waitFor();
  });

  test('the first officer’s account is made there', async () => {
    await go(page, '账号');
    await createAccount(page, {
      name: '石桥村包村干部',
      login: 'shiqiao',
      typed: 'sqc',
      area: '石桥村',
      role: '村干部',
    });
    expect(await makeLink(page)).toContain('/link#');
    await page.getByText('新建第一位工作人员的账号').waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /shiqiao/ })
      .getByText('村干部 · 石桥村')
      .waitFor();
  });

  test('after some minutes the password is asked for in place, and the step goes on', async () => {
    await letProofsAge(join(folder, 'real'));
    await page
      .getByRole('row', { name: /shiqiao/ })
      .getByRole('button', { name: /展开/ })
      .click();
    await press(page, page.getByRole('button', { name: '停用账号' }));
    await confirm(page, '停用账号');
    const proof = page.getByRole('dialog', { name: '请确认是您本人' });
    await proof.getByLabel('admin 的密码').fill('不是这个 密码');
    await press(page, proof.getByRole('button', { name: '确认' }));
    await proof.getByText(/密码不对/).waitFor();
    expect(await faultsAtRest(page)).toEqual([]);
    await proof.getByLabel('admin 的密码').fill(password);
    await press(page, proof.getByRole('button', { name: '确认' }));
    await page
      .getByRole('row', { name: /shiqiao/ })
      .getByText('已停用')
      .waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the pages fit a phone', async () => {
    const storageState = await page.context().storageState();
    const small = await visit(browser, server.url, { ...phone, storageState });
    for (const path of ['/accounts', '/areas']) {
      await small.page.goto(server.url + path);
      await small.page
        .getByRole('main')
        .getByText('石桥村')
        .first()
        .or(small.page.getByText('青山镇').first())
        .first()
        .waitFor();
      expect(await overflow(small.page), path).toBeLessThanOrEqual(0);
      expect(await faultsAtRest(small.page), path).toEqual([]);
    }
    await small.page.context().close();
    await page.context().close();
  });
});

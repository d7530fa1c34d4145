import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { readVrplib } from '../vrplib/read.ts';
import { readSolution } from '../vrplib/read-solution.ts';
import { builtIn } from './built-in.ts';

const built = mkdtempSync(join(tmpdir(), 'routing-page-'));
const address = pathToFileURL(join(built, 'index.html')).href;
const desktop = { width: 1440, height: 900 };
const patient = { timeout: 50_000 };
const phone = { width: 360, height: 740 };
let browser: Browser;

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir: built } });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(built, { recursive: true, force: true });
});

/** The page, and whatever it complained of or asked of others. */
async function openPage(viewport: typeof desktop): Promise<{ page: Page; strange: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  const strange: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) strange.push(message.text());
  });
  page.on('pageerror', (error) => strange.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url())) {
      strange.push(request.url());
    }
  });
  await page.goto(address);
  return { page, strange };
}

const costShown = async (page: Page): Promise<number> =>
  Number(await page.locator('#figures dd').first().textContent());

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function axeFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

const beyond = (page: Page): Promise<number> =>
  page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

/** Starts a search of a minute, waits until the cost has fallen, stops it. */
async function solveAWhile(page: Page): Promise<{ first: number; last: number }> {
  await page.getByRole('slider').fill('60');
  await page.getByRole('button', { name: '开始' }).click();
  await expect.poll(() => costShown(page), patient).toBeGreaterThan(0);
  const first = await costShown(page);
  await expect.poll(() => costShown(page), patient).toBeLessThan(first);
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText('已停止').waitFor();
  return { first, last: await costShown(page) };
}

test('opened as a file it solves, the cost falls, and what is downloaded passes the check', async () => {
  const { page, strange } = await openPage(desktop);
  await page.getByRole('heading', { level: 1, name: '车辆路径求解' }).waitFor();
  await picture(page, 'desktop-before');
  const { first, last } = await solveAWhile(page);
  expect(last).toBeLessThan(first);
  await page.getByText('独立检查无误').waitFor();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/\.sol$/);
  const read = readVrplib(builtIn.capacitated());
  if (!read.ok) throw new Error('the built-in instance is refused');
  const plan = readSolution(read.instance, readFileSync(await download.path(), 'utf8'));
  if (!plan.ok) throw new Error(JSON.stringify(plan.faults));
  const { routes, cost } = plan;
  expect(cost).toBe(last);
  expect(check(read.instance.problem, { routes, cost, missing: 0 }).faults).toEqual([]);
  expect(await page.locator('#rows tr').count()).toBe(routes.length);
  await picture(page, 'desktop');
  expect(await beyond(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  expect(strange).toEqual([]);
  await page.context().close();
});

test('a search ends by itself when its time is up', async () => {
  const { page, strange } = await openPage(desktop);
  await page.getByRole('slider').fill('1');
  await page.getByRole('button', { name: '开始' }).click();
  await page.getByText('时间到').waitFor();
  expect(await costShown(page)).toBeGreaterThan(0);
  expect(strange).toEqual([]);
  await page.context().close();
});

test.each([
  ['时间窗', 'windows'],
  ['多趟装载', 'trips'],
])('solves the built-in instance %s', async (label, name) => {
  const { page, strange } = await openPage(phone);
  await page.getByLabel(label).check();
  await solveAWhile(page);
  await page.getByText('独立检查无误').waitFor();
  expect(await beyond(page)).toBe(0);
  await picture(page, `phone-${name}`);
  expect(await axeFaults(page)).toEqual([]);
  expect(strange).toEqual([]);
  await page.context().close();
});

test('a broken file is refused with line, cause and remedy; a good one is opened', async () => {
  const { page, strange } = await openPage(desktop);
  const good = builtIn.capacitated().replace(/^NAME : .*$/m, 'NAME : county');
  expect(good).toContain('county');
  const broken = good.replace(/^CAPACITY : .*$/m, 'CAPACITY : plenty');
  const path = join(built, 'broken.vrp');
  writeFileSync(path, broken);
  const line = broken.split('\n').indexOf('CAPACITY : plenty') + 1;
  await page.locator('input[type=file]').setInputFiles(path);
  const refusal = page.getByRole('alert');
  await refusal.getByText(`第 ${line} 行 · CAPACITY`).waitFor();
  expect(await refusal.innerText()).toMatch(/处理：\p{Script=Han}/u);
  await picture(page, 'desktop-refused');
  expect(await axeFaults(page)).toEqual([]);

  await page.evaluate((text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], 'county.vrp'));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }),
    );
  }, good);
  await page.getByText('county', { exact: true }).waitFor();
  expect(await refusal.isVisible()).toBe(false);
  expect(strange).toEqual([]);
  await page.context().close();
});

test('in English nothing is left in Chinese, and the choice is kept', async () => {
  const { page } = await openPage(phone);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vehicle routing' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const text = (await page.locator('body').innerText()).replace('中文', '');
  expect(text).not.toMatch(/\p{Script=Han}/u);
  await picture(page, 'phone-english');
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Vehicle routing' }).waitFor();
  await page.context().close();
});

test('by keyboard: start, stop, and a route stands out while its row has the focus', async () => {
  const { page } = await openPage(desktop);
  await page.getByRole('slider').press('End');
  await page.getByRole('spinbutton').focus();
  await page.keyboard.press('Enter');
  await page.getByText('正在求解').waitFor();
  const stop = page.getByRole('button', { name: '停止' });
  await expect.poll(() => page.locator('#rows tr').count(), patient).toBeGreaterThan(0);
  await stop.press('Enter');
  await page.getByText('已停止').waitFor();
  expect(await stop.getAttribute('aria-disabled')).toBe('true');
  const row = page.locator('#rows tr').first();
  const plain = await page.locator('#map').evaluate((map: HTMLCanvasElement) => map.toDataURL());
  await row.getByRole('button').focus();
  expect(await row.getAttribute('class')).toBe('lit');
  await row.getByRole('button').press('Enter');
  expect(await row.getByRole('button').getAttribute('aria-pressed')).toBe('true');
  const lit = await page.locator('#map').evaluate((map: HTMLCanvasElement) => map.toDataURL());
  expect(lit).not.toBe(plain);
  await picture(page, 'desktop-lit');
  await page.context().close();
});

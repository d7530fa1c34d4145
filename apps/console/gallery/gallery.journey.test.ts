import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'gallery-'));
let server: PreviewServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await build({ configFile, mode: 'gallery', logLevel: 'error', build: { outDir: built } });
  server = await preview({
    configFile: false,
    root: built,
    logLevel: 'silent',
    build: { outDir: built },
    preview: { port: 0, host: '127.0.0.1' },
  });
  origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(built, { recursive: true, force: true });
});

const sections = ['figures', 'table', 'timeline', 'map', 'states', 'forms'] as const;
const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

/** A page with whatever it complained of, and whatever it asked of others. */
async function openGallery(viewport: typeof desktop, language: 'zh-CN' | 'en') {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  await context.addInitScript(
    (chosen) => localStorage.setItem('liangbuwu.language', chosen),
    language,
  );
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`asked ${request.url()}`);
  });
  const show = async (section: (typeof sections)[number]) => {
    await page.goto(`${origin}/?${section}#${section}`);
    await page.waitForSelector('h1');
    if (section === 'map') await page.waitForSelector('[data-drawn=gl]');
  };
  return { page, faults, show, close: () => context.close() };
}

async function seriousFaults(page: Page): Promise<string[]> {
  // There are no frames here; what is in order is not listed.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

// Axe looks at each width and language once: what it finds serious does not hang on both together.
test.each([
  ['desktop', desktop, 'zh-CN', true],
  ['desktop', desktop, 'en', false],
  ['phone', phone, 'zh-CN', false],
  ['phone', phone, 'en', true],
] as const)(
  'on a %s every block fits, complains of nothing and asks nobody (%o, %s, axe: %s)',
  async (_, viewport, language, axe) => {
    const gallery = await openGallery(viewport, language);
    for (const section of sections) {
      await gallery.show(section);
      const beyond = await gallery.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const serious = axe ? await seriousFaults(gallery.page) : [];
      expect({ section, beyond, serious }).toEqual({ section, beyond: 0, serious: [] });
    }
    expect(gallery.faults).toEqual([]);
    await gallery.close();
  },
);

describe('by keyboard', () => {
  test('the timeline: along a row, to the next one, select; and its table says the same', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('timeline');
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.bar);
    await page.locator('[data-bar="t0-0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('t0-1');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^t1-/);
    await page.keyboard.press('Enter');
    const chosen = page.locator(`[data-bar="${await focused()}"]`);
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);
    const bars = await page.locator('[data-bar]').count();
    await page.getByText('表格', { exact: true }).last().click();
    expect(await page.locator('tbody tr').count()).toBe(bars);
    expect(await page.locator('tbody tr[aria-current]').count()).toBe(1);
    await close();
  });

  test('the table: arrows move between rows, a header sorts both ways', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('table');
    const names = () => page.locator('tbody [data-row-button]').allTextContents();
    const before = await names();
    await page.locator('tbody [data-row-button]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(before[1]);
    await page.keyboard.press('Enter');
    expect(await page.locator('tr[aria-current]').innerText()).toContain(before[1]);
    await page.getByRole('button', { name: '人口' }).press('Enter');
    const descending = await names();
    expect(descending[0]).toBe('东岭村');
    await page.getByRole('button', { name: '人口' }).press('Enter');
    expect(await names()).toEqual([...descending].reverse());
    await close();
  });

  test('a button that can’t be used is reached, says why, and does nothing', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('forms');
    const button = page.getByRole('button', { name: '发布计划' }).first();
    await button.focus();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('tooltip').filter({ hasText: '计划还在计算' }).waitFor();
    const described = await button.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('计划还在计算');
    await close();
  });

  test('the skip link comes first and leads to the page', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('table');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await close();
  });
});

describe('the map', () => {
  test('drawn either way it has the same places: what is pressed in WebGL is marked in SVG', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('map');
    const [svg, gl] = [page.locator('figure').first(), page.locator('figure').last()];
    const place = await svg.locator('[data-feature="v1"]').boundingBox();
    const frames = await Promise.all(
      [svg, gl].map((figure) => figure.getByRole('group').last().boundingBox()),
    );
    const [from, to] = frames;
    if (!place || !from || !to) throw new Error('the map is not there');
    const marked = svg.locator('[data-feature="v1"] circle');
    expect(await marked.count()).toBe(1);
    await page.mouse.click(
      place.x + place.width / 2 - from.x + to.x,
      place.y + place.height / 2 - from.y + to.y,
    );
    await expect.poll(() => marked.count(), { timeout: 20_000 }).toBe(2);
    await close();
  });

  test('is read as a list as well, and moves by keys', async () => {
    const { page, show, close } = await openGallery(desktop, 'zh-CN');
    await show('map');
    const figure = page.locator('figure').first();
    const at = () => figure.locator('[data-feature="v1"]').getAttribute('transform');
    const before = await at();
    await figure.getByRole('group').last().focus();
    await page.keyboard.press('+');
    expect(await at()).not.toBe(before);
    await page.keyboard.press('0');
    expect(await at()).toBe(before);
    await figure.getByText('列表', { exact: true }).click();
    const village = figure.getByRole('button', { name: '东岭村' });
    await village.press('Enter');
    expect(await village.getAttribute('aria-pressed')).toBe('true');
    await close();
  });
});

test('the language is switched in place and remembered', async () => {
  const context = await browser.newContext({ viewport: desktop, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${origin}/#figures`);
  await page.getByRole('heading', { name: '数字' }).waitFor();
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('body').innerText()).not.toMatch(/\p{Script=Han}{3,}/u);
  await page.reload();
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  await context.close();
});

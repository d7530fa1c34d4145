import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const laptop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...quiet, ...more],
  });
}

export interface Visit {
  page: Page;
  /** Addresses asked for outside of the server, and faults that the page threw. There should be none. */
  strange: string[];
}

/** A person's own browser window at the entrance. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = laptop,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  // Half a minute is Playwright's own; two cores that also run databases may take longer.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const strange: string[] = [];
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) strange.push(address);
  });
  page.on('pageerror', (error) => strange.push(error.message));
  await page.goto(url);
  return { page, strange };
}

/** Steps into a role by its tile. */
export async function stepInto(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((address) => address.pathname !== '/login');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** What axe finds serious or critical on the page, with where. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // There are no frames here; what is in order is not listed.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

type Moving = { playState: string; effect: { getTiming(): { iterations?: number } } | null };

/** Nothing fades or grows any more: a click on what still grows may miss, and half-shown texts have no contrast. */
export async function atRest(page: Page): Promise<void> {
  const moving = () =>
    page
      .locator('html')
      .evaluate(
        (html) =>
          html
            .getAnimations({ subtree: true })
            .filter(
              ({ playState, effect }: Moving) =>
                playState === 'running' && effect?.getTiming().iterations !== Infinity,
            ).length,
      );
  await expect.poll(moving, { timeout: 10_000 }).toBe(0);
}

/** Presses a button once what it stands in is at rest. */
export async function press(page: Page, button: Locator): Promise<void> {
  await button.waitFor();
  await atRest(page);
  await button.click();
}

/** Says yes to what the open dialog asks. */
export const confirm = (page: Page, action: string) =>
  press(page, page.getByRole('dialog').getByRole('button', { name: action }));

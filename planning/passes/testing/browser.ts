import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type * as Passes from '../index.ts';

/** What the page has: the library as one script. */
export type PassesPage = typeof globalThis & { passes: typeof Passes };

/** The library bundled as a page takes it, nothing of Node in it. */
export async function bundlePasses(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../index.ts', import.meta.url)),
        formats: ['iife'],
        name: 'passes',
      },
    },
  });
  const [{ output: files } = { output: [] }] = Array.isArray(output) ? output : [];
  const [script] = files;
  if (script?.type !== 'chunk' || files.length !== 1) throw new Error('not one script');
  return script.code;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
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
}

/** A page of that address with the script; nothing is asked of any network. */
export async function openPage(browser: Browser, address: string, script: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>passes</title>' }),
  );
  await page.goto(address);
  await page.addScriptTag({ content: script });
  return page;
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { copyDemo } from './prepared-demo.ts';
import { type SpawnedServer, spawnServer } from './spawned-server.ts';

export interface DemoJourney {
  server: SpawnedServer;
  browser: Browser;
  /** For files of the test's own. */
  folder: string;
}

/** A demonstration and a browser for the tests of one file; there once its tests begin. */
export function demoJourney(env: Record<string, string> = {}): DemoJourney {
  const demo = {} as DemoJourney;
  beforeAll(async () => {
    demo.folder = await mkdtemp(join(tmpdir(), 'liangbuwu-journey-'));
    await chmod(demo.folder, 0o711);
    const data = join(demo.folder, 'data');
    await copyDemo(data);
    // A search by the clock would take both cores for its seconds, and find what the machine allows.
    const search = { LIANGBUWU_ITERATIONS: '600' };
    demo.server = await spawnServer({ LIANGBUWU_DATA: data, ...search, ...env });
    demo.browser = await openBrowser();
  });
  afterAll(async () => {
    await demo.browser?.close();
    await demo.server?.end('SIGTERM');
    await rm(demo.folder, { recursive: true, force: true });
  });
  return demo;
}

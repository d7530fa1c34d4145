import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
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
    demo.server = await spawnServer({ LIANGBUWU_DATA: join(demo.folder, 'data'), ...env });
    demo.browser = await openBrowser();
  });
  afterAll(async () => {
    await demo.browser?.close();
    await demo.server?.end('SIGTERM');
    await rm(demo.folder, { recursive: true, force: true });
  });
  return demo;
}

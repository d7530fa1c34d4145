import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/dist/**', '.toolchain/**', '.data/**'];

export default defineConfig({
  test: {
    // Of two cores it would use one; what waits for a database or a process leaves room for another.
    maxWorkers: 2,
    // A worker loads the application once for all of its files, not once for each.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ignored, '**/*.db.test.ts', '**/*.journey.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: [
            'office/database/testing/cluster.setup.ts',
            'apps/server/testing/prepared-demo.setup.ts',
          ],
          // No figure: what hangs ends. The first that needs a demonstration makes it, beside three others.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['**/*.journey.test.ts'],
          exclude: ignored,
          globalSetup: ['apps/server/testing/prepared-demo.setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // As long as Playwright waits for a page by itself, within the test's own time.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});

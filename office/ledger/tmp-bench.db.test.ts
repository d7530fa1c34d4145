import { sql } from 'kysely';
import { test } from 'vitest';
import { testDatabase } from '../database/testing/database.ts';
import { layCounty } from '../identity/testing/county.ts';
import { officeRooms } from '../rooms.ts';
import { numbered } from './testing/chain.ts';
import { append } from './append.ts';
import { enterTenant } from '../identity/store.ts';
import { verifyLedger } from './verify.ts';
test('bench', async () => {
  const base = await testDatabase(officeRooms);
  const c = await layCounty(base.owner, 'x');
  let t = performance.now();
  for (let i = 0; i < 50; i++)
    await base.app.transaction().execute(async (tx) => {
      await enterTenant(tx, c.tenant);
      await append(tx, numbered(c.town, 2000, i * 2000), {
        actor: null,
        recorded: Temporal.Now.instant(),
      });
    });
  console.log('append 100k', performance.now() - t);
  t = performance.now();
  const r = await verifyLedger({ owner: base.owner, dataFolder: '/nowhere' });
  console.log(
    'verify',
    performance.now() - t,
    r.tenants[0]?.entries,
    process.memoryUsage().rss / 1e6,
  );
  await base[Symbol.asyncDispose]();
}, 100_000);

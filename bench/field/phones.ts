import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { enterAs } from '../../apps/server/testing/enter-as.ts';
import { countHeld, randomFrom, startPhonesOf } from '../../apps/server/testing/phones.ts';
import { type SpawnedServer, spawnServer } from '../../apps/server/testing/spawned-server.ts';

/**
 * Phones that record while they go off and on line, send twice, are cut off and send in any order, and a server that is
 * killed (-9) again and again meanwhile: what is held in the end beside what was acknowledged.
 *
 *   npm run bench -- field/phones [phones] [entries of each] [kills]     default: 50 20 5
 */

const [phones = 50, each = 20, kills = 5] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-phones-'));
let server: SpawnedServer | undefined;

try {
  server = await spawnServer({ LIANGBUWU_DATA: folder });
  const began = performance.now();
  const { said, done } = await startPhonesOf(await enterAs(server.url, 'town-officer'), {
    phones,
    each,
    url: () => server?.url,
    random: randomFrom(1),
  });
  let down = 0;
  for (let kill = 1; kill <= kills; kill++) {
    while (said.acknowledged.size < (phones * each * kill) / (kills + 1)) await wait(2);
    const from = performance.now();
    const dead: SpawnedServer = server;
    server = undefined;
    await dead.end('SIGKILL');
    server = await spawnServer({ LIANGBUWU_DATA: folder });
    down += performance.now() - from;
  }
  await done;
  const seconds = (performance.now() - began) / 1000;
  const held = await countHeld(await enterAs(server.url, 'town-officer'), said);
  console.log(
    '| phones | recorded | requests | kills | held | lost | doubled | seconds | of them down |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  console.log(
    `| ${[
      phones,
      phones * each,
      said.sent,
      kills,
      held.entries,
      held.lost.length,
      held.doubled.length,
      seconds.toFixed(0),
      (down / 1000).toFixed(0),
    ].join(' | ')} |`,
  );
  if (held.lost.length + held.doubled.length > 0) process.exitCode = 1;
} finally {
  await server?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}

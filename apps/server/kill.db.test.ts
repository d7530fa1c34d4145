import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getPlan, listPlans } from '@liangbuwu/office/plans/contract.ts';
import { putPlace, readPlace } from '@liangbuwu/office/register/places/contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { listDesks, makePlan } from '@liangbuwu/water/contract.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAs } from './testing/enter-as.ts';
import {
  countHeld,
  type PhonesSaid,
  randomFrom,
  type startPhones,
  startPhonesOf,
} from './testing/phones.ts';
import { copyDemo } from './testing/prepared-demo.ts';
import { type SpawnedServer, spawnServer } from './testing/spawned-server.ts';

const rounds = 2;
const writers = 24;
const phones = 16;
const each = 24;

let folder: string;
let server: SpawnedServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangbuwu 杀 '));
  // Open to the database's user, as what is copied into it was.
  await chmod(folder, 0o711);
  await copyDemo(join(folder, 'data'));
});
afterAll(async () => {
  await server?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await spawnServer({ LIANGBUWU_DATA: join(folder, 'data') });
  return server.url;
}

/** Every entry is there once, every litre counts once, whatever happened on the way. */
async function everythingCountsOnce(officer: Call, said: PhonesSaid): Promise<void> {
  expect(said.acknowledged.size).toBe(phones * each);
  expect(said.sent).toBeGreaterThan(phones * each);
  const emptied = [...said.acknowledged.values()].filter(({ kind }) => kind === 'emptied');
  expect(await countHeld(officer, said)).toEqual({
    entries: phones * each,
    litres: emptied.reduce((sum, { litres }) => sum + litres, 0),
    proofs: emptied.length,
    lost: [],
    doubled: [],
  });
}

test('whatever was acknowledged before kill -9 is there afterwards, plans go on, again and again', async () => {
  const acknowledged: string[] = [];
  const plans: string[] = [];
  // Phones have signal only while a server is about to be killed, so that no round goes by without them.
  let open = false;
  let recording: ReturnType<typeof startPhones> | undefined;
  for (let round = 0; round < rounds; round++) {
    const url = await start();
    const officer = await enterAs(url, 'town-officer');
    const { responses } = await officer(listResponses);
    const response = responses.find(({ kind }) => kind === 'drought');
    const { desks } = await officer(listDesks, { query: { response: response?.id ?? '' } });
    const of = {
      response: response?.id ?? '',
      area: desks[0]?.area ?? '',
      day: response?.today ?? '',
    };

    const plan = randomUUID();
    await officer(makePlan, { params: { plan }, body: { ...of, seconds: 5 } });
    plans.push(plan);
    while ((await officer(getPlan, { params: { plan } })).head.state === 'queued') await wait(20);

    let inFlight = 0;
    let most = 0;
    let dead = false;
    const before = acknowledged.length;
    const write = async () => {
      while (!dead) {
        const place = randomUUID();
        most = Math.max(most, ++inFlight);
        await officer(putPlace, {
          params: { place },
          body: {
            area: of.area,
            name: '试验点',
            kind: 'test',
            lon: 113,
            lat: 27.5,
            provenance: 'schematic',
            roadClass: 'village',
          },
        }).then(
          () => acknowledged.push(place),
          () => {},
        );
        inFlight--;
      }
    };
    recording ??= await startPhonesOf(officer, {
      phones,
      each,
      url: () => (open ? server?.url : undefined),
      random: randomFrom(20_221_110),
    });
    const recorded = recording.said.acknowledged.size;
    open = true;
    const all = Promise.all(Array.from({ length: writers }, write));
    while (acknowledged.length < before + 60 || recording.said.acknowledged.size < recorded + each)
      await wait(5);
    // The phones are in the middle of it.
    expect(recording.said.acknowledged.size).toBeLessThan(phones * each);
    const down = server;
    server = undefined;
    open = false;
    await down?.end('SIGKILL');
    dead = true;
    await all;
    expect(most).toBeGreaterThanOrEqual(20);
  }

  const officer = await enterAs(await start(), 'town-officer');
  for (const place of acknowledged) {
    expect((await officer(readPlace, { params: { place } })).id).toBe(place);
  }
  open = true;
  await recording?.done;
  if (recording) await everythingCountsOnce(officer, recording.said);
  // A plan that was being solved is taken up by whoever comes next, once its server's heartbeat is missed.
  for (const plan of plans) {
    for (;;) {
      const { head } = await officer(getPlan, { params: { plan } });
      if (head.state === 'solved') break;
      expect(['queued', 'solving']).toContain(head.state);
      await wait(200);
    }
  }
  const { head } = await officer(getPlan, { params: { plan: plans[0] as string } });
  const { response, area, desk, day } = head;
  const published = await officer(listPlans, { query: { response, area, desk, day } });
  expect(published.plans.filter(({ state }) => state === 'published')).toHaveLength(1);
}, 600_000);

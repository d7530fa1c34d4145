import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listPlans } from '@liangbuwu/office/plans/contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { makePlan, publishPlan, setSourceState } from '@liangbuwu/water/contract.ts';
import { getDriverDays } from '@liangbuwu/water/recording/field-day.contract.ts';
import { enterAs } from '../../apps/server/testing/enter-as.ts';
import { spawnServer } from '../../apps/server/testing/spawned-server.ts';

/**
 * At noon the busiest open source of the demonstration closes: how long until the new plan is what a driver's phone is
 * given, told by the live stream. The steps are those of the live board's dialog, without a person's time to read.
 *
 *   npm run bench -- field/noon [runs]     default: 3
 */

const runs = Number(process.argv[2] ?? 3);
/** As the live board's dialog asks for. */
const solving = 4;

/** Resolves as soon as the stream says that a plan of the town has changed its state to what the phone then reads. */
async function heardBy(url: string, driver: Call & { cookie: string }, plan: string) {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/live`, {
    headers: { cookie: driver.cookie },
    signal: leaving.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  try {
    for (;;) {
      const { value = '' } = await reader.read();
      if (!value.includes('"plans"')) continue;
      const { days } = await driver(getDriverDays, { query: {} });
      if (days[0]?.plan?.id === plan) return;
    }
  } finally {
    leaving.abort();
  }
}

console.log('| run | closed and asked for, s | solved, s | published, s | on the phone, s |');
console.log('|---|---|---|---|---|');
for (let run = 1; run <= runs; run++) {
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-noon-'));
  const server = await spawnServer({ LIANGBUWU_DATA: folder });
  try {
    const officer = await enterAs(server.url, 'town-officer');
    const driver = await enterAs(server.url, 'driver');
    const [day] = (await officer(getDriverDays, { query: {} })).days;
    if (!day?.plan) throw new Error('no plan is in force');
    const of = { response: day.response.id, area: day.desk.area, day: day.day };
    await officer(advanceClock, {
      params: { response: of.response },
      body: { to: `${of.day}T12:00:00+08:00` },
    });
    const litres = new Map<string, number>();
    for (const stop of day.stops)
      if (stop.kind === 'fill' && stop.start > 12 * 3600)
        litres.set(stop.at, (litres.get(stop.at) ?? 0) + stop.litres);
    const [busiest] = [...litres].sort((a, b) => b[1] - a[1]);
    const plan = randomUUID();
    const heard = heardBy(server.url, driver, plan);
    const from = performance.now();
    const since = () => ((performance.now() - from) / 1000).toFixed(1);
    await officer(setSourceState, {
      params: { source: busiest?.[0] ?? '' },
      body: { response: of.response, state: 'closed', reason: '停电' },
    });
    await officer(makePlan, { params: { plan }, body: { ...of, seconds: solving } });
    const asked = since();
    for (;;) {
      const { plans } = await officer(listPlans, { query: { ...of, desk: 'water' } });
      if (plans.find(({ id }) => id === plan)?.state === 'solved') break;
      await wait(50);
    }
    const solved = since();
    await officer(publishPlan, { params: { plan }, body: { replaces: day.plan.id } });
    const published = since();
    await heard;
    console.log(`| ${[run, asked, solved, published, since()].join(' | ')} |`);
  } finally {
    await server.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

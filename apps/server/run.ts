import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { startQueue } from '@liangbuwu/office/jobs/queue.ts';
import { createKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { openCheckpoints } from '@liangbuwu/office/ledger/checkpoint.ts';
import { liveHub } from '@liangbuwu/office/live/hub.ts';
import { workOffPlans } from '@liangbuwu/office/plans/solving.ts';
import { certificateFiles } from '@liangbuwu/office/responses/closing/certificate-files.ts';
import { finishLater } from '@liangbuwu/office/responses/closing/finish-closing.ts';
import { rewriteTables } from '@liangbuwu/office/responses/closing/rewrite-tables.ts';
import { buildApp, personalData } from './build-app.ts';
import { desks, queues, solversOf } from './desks.ts';
import { finishClosings } from './finish-closings.ts';
import { prepareFirstStart } from './first-start.ts';
import { type OpenedDatabase, openTheDatabase } from './open-database.ts';
import { rooms } from './rooms.ts';
import { CannotStart, type Settings } from './settings.ts';
import { version } from './version.ts';

export interface Running {
  url: string;
  /** Resolves when the database ends without having been asked to. */
  lost: Promise<void>;
  close(): Promise<void>;
}

/** The whole system in one process: database, office, desks, jobs, pages. */
export async function run(
  settings: Settings,
  told: { log(line: string): void; ready(url: string): void },
): Promise<Running> {
  const progress = (what: Say) => told.log(`· ${what['zh-CN']} | ${what.en}`);
  await mkdir(settings.dataFolder, { recursive: true });
  const database = await openTheDatabase(settings, rooms, queues, progress);
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    return await runOn(database, settings, { ...told, progress, closing, close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function runOn(
  database: OpenedDatabase,
  settings: Settings,
  told: {
    log(line: string): void;
    ready(url: string): void;
    progress(what: Say): void;
    closing: (() => Promise<unknown>)[];
    close(): Promise<void>;
  },
): Promise<Running> {
  const { log, progress, closing } = told;
  const clock = systemClock;
  const db = database.app;
  const first = await prepareFirstStart(database.owner, settings, {
    clock,
    newId: randomUUID,
    newToken: () => randomBytes(32).toString('base64url'),
  });
  const keys = createKeys(settings.dataFolder, clock);
  const files = certificateFiles(settings.dataFolder);
  const tables = personalData.flatMap((one) => one.tables);
  const rewrite = () => rewriteTables(database.owner, tables, clock);
  const finishing = { clock, keys, files, rewrite, log };
  await finishClosings({ ...finishing, db: database.owner, personalData, onLedger: () => {} });
  const checkpoints = await openCheckpoints({
    db: database.owner,
    dataFolder: settings.dataFolder,
    clock,
    log: progress,
  });
  closing.push(() => checkpoints.close());
  const onLedger = () => checkpoints.touched();

  const queue = await startQueue(database.appUrl, log);
  closing.push(() => queue.stop());
  const { iterations } = settings;
  const solvers = solversOf({ queue, ...(iterations && { iterations }) });
  const plans = await workOffPlans({ db, clock, queue, solvers, log, onLedger });
  if (settings.background)
    for (const { jobs } of desks) await jobs?.workOff({ db, clock, queue, log });

  const app = await buildApp({
    db,
    clock,
    queue,
    keys,
    closing: {
      hours: settings.closingHours,
      finish: finishLater({ ...finishing, db, onLedger }),
      findPublicKey: files.findPublicKey,
    },
    demo: first.demo,
    database: database.kind,
    version,
    trustProxy: settings.trustProxy,
    loopbackOnly: first.demo,
    log,
    onLedger,
  });
  const hub = await liveHub(app, {
    db,
    url: database.appUrl,
    clock,
    log,
    onEvent: (event) => {
      if (event.topic === 'plans.stop') plans.stop(event.id);
    },
  });
  closing.push(() => app.close());
  closing.push(() => hub.close());

  await app.listen({ port: settings.port, host: settings.host }).catch((error: unknown) => {
    throw cannotListen(error, settings);
  });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const url = `http://${name}:${port}`;
  await first.load?.(url, progress);
  for (const link of first.administratorLinks) {
    progress(
      say(
        `首位管理员请打开（24 小时内有效，只能用一次）：${url}${link}`,
        `the first administrator opens, once, within 24 hours: ${url}${link}`,
      ),
    );
  }
  told.ready(url);
  return { url, lost: database.ended, close: told.close };
}

function cannotListen(error: unknown, { host, port }: Settings): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') {
    return new CannotStart(
      'port-taken',
      say(`端口 ${port} 已被占用。`, `Port ${port} is taken.`),
      say(
        '请停用占用它的程序，或用 PORT=8081 npm start 换一个端口。',
        'Stop what uses it, or choose another: PORT=8081 npm start',
      ),
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CannotStart(
      'cannot-listen',
      say(
        `不能在 ${host}:${port} 上提供服务（${code}）。`,
        `Cannot serve on ${host}:${port} (${code}).`,
      ),
      say('请更换 HOST 或 PORT。', 'Choose another HOST or PORT.'),
    );
  }
  return error;
}

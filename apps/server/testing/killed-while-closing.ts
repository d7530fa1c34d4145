import '@liangbuwu/office/clock/temporal.ts';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { openDatabase } from '@liangbuwu/office/database/connection.ts';
import { createKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { certificateFiles } from '@liangbuwu/office/responses/closing/certificate-files.ts';
import { finishLater } from '@liangbuwu/office/responses/closing/finish-closing.ts';
import { buildApp } from '../build-app.ts';

// A server of its own that confirms one closing, and dies by SIGKILL at a given point of it.
const { DATABASE, FOLDER, COOKIE, URL_PATH, CONFIRM, DIE } = process.env as Record<string, string>;

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};
const real = createKeys(FOLDER as string, systemClock);
const keys: typeof real = {
  ...real,
  async destroy(response) {
    if (DIE === 'before-the-key') die();
    const destroyed = await real.destroy(response);
    if (DIE === 'after-the-key') die();
    return destroyed;
  },
};
const db = openDatabase(DATABASE as string);
const files = certificateFiles(FOLDER as string);
const log = (line: string) => process.stderr.write(`${line}\n`);
const finishing = {
  db,
  clock: systemClock,
  keys,
  files: {
    ...files,
    async keep(certificate: Parameters<typeof files.keep>[0]) {
      await files.keep(certificate);
      if (DIE === 'after-the-file') die();
    },
  },
  rewrite: async () => {},
  log,
  onLedger: () => {},
};
const unused = () => Promise.reject(new Error('no jobs here'));
const app = await buildApp({
  db,
  clock: systemClock,
  queue: { send: unused, work: unused, isBusy: unused, givenUp: unused, stop: unused } as never,
  keys,
  closing: { hours: 24, finish: finishLater(finishing), findPublicKey: files.findPublicKey },
  demo: true,
  database: 'embedded',
  version: '0.0.0-test',
  trustProxy: [],
  loopbackOnly: false,
  log,
  onLedger: () => {},
});
const answer = await app.inject({
  method: 'POST',
  url: URL_PATH as string,
  headers: { cookie: COOKIE as string },
  payload: { confirm: CONFIRM },
});
process.stdout.write(`${answer.statusCode} ${answer.body}\n`);
await app.close();
await db.destroy();

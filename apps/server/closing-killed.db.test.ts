import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import {
  type Certificate,
  readCertificate,
} from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import {
  closeResponse,
  listClosings,
  objectToClosing,
  overruleObjection,
  proposeClosing,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalData } from './build-app.ts';
import { finishClosings } from './finish-closings.ts';
import { openDrought, responseName } from './testing/small-water-day.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

const child = fileURLToPath(new URL('testing/killed-while-closing.ts', import.meta.url));

let server: TestServer;
let first: Call;
let second: Call & { cookie: string };
beforeAll(async () => {
  server = await testServer();
  first = await server.as('county-officer', 'county');
  second = await server.as('administrator', 'county');
});
afterAll(() => server.close());

/** A response that is due to be closed, with sealed words in it. */
async function due() {
  const response = await openDrought(first, [server.areas.county]);
  const [closing, objection] = [randomUUID(), randomUUID()];
  const effective = '2022-11-11T06:00:00+08:00';
  await first(proposeClosing, {
    params: { response, closing },
    body: { reason: 'emergency-over', effective },
  });
  const town = await server.as('town-officer', 'town');
  await town(objectToClosing, {
    params: { response, closing, objection },
    body: { ground: 'other', words: '王某还没有通知到' },
  });
  await second(overruleObjection, {
    params: { response, objection },
    body: { answer: 'dealt-with', words: '已通知' },
  });
  await first(advanceClock, { params: { response }, body: { to: effective } });
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from responses.objection_words where objection = ${objection} and side = 'objection'`.execute(
    server.database.owner,
  );
  const name = { tenant: server.tenant, response, record: `objection:${objection}` };
  const open = () => server.keys.open(name, rows[0]?.sealed as Buffer);
  return { response, closing, open };
}

/** Confirms in a process of its own, which dies at this point. */
function confirm(of: { response: string; closing: string }, die: string): ChildProcess {
  const { cookie } = second;
  return spawn(process.execPath, [child], {
    env: {
      ...process.env,
      DATABASE: server.database.appUrl,
      FOLDER: server.folder,
      COOKIE: cookie,
      URL_PATH: `/api/responses/${of.response}/closings/${of.closing}/confirm`,
      CONFIRM: responseName,
      DIE: die,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const start = () =>
  finishClosings({ ...server.finishing, db: server.database.owner, personalData });
const stateOf = async (response: string) =>
  (await first(listClosings)).closings.find((one) => one.response === response)?.state;
const wordsOf = async (response: string) =>
  (
    await sql`select from responses.objection_words where response = ${response}`.execute(
      server.database.owner,
    )
  ).rows.length;
const certified = async (response: string): Promise<Certificate> => {
  const { certificate, checked } = await first(readCertificate, { params: { response } });
  expect(checked).toEqual({ genuine: true, ownKey: true, keyIsGone: true });
  const { entries } = await first(listEntries, {
    query: { response, action: 'responses.certified' },
  });
  expect(entries.map(({ detail }) => detail.certificate)).toEqual([certificate.digest]);
  return certificate;
};

test('killed before the commit, the response is open, with all that it holds', async () => {
  const of = await due();
  const { owner } = server.database;
  await owner.transaction().execute(async (tx) => {
    // The last thing that a closing needs before its commit.
    await sql`select from ledger.head where tenant = ${server.tenant} for update`.execute(tx);
    const dying = confirm(of, 'never');
    const ended = once(dying, 'exit');
    for (;;) {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
      if (rows.length > 0) break;
      expect(dying.exitCode).toBeNull();
      await wait(20);
    }
    dying.kill('SIGKILL');
    await ended;
  });
  await start();
  expect(await stateOf(of.response)).toBe('due');
  expect(await wordsOf(of.response)).toBe(2);
  expect(of.open()).toEqual({ words: '王某还没有通知到' });
  await second(closeResponse, {
    params: { response: of.response, closing: of.closing },
    body: { confirm: responseName },
  });
  await certified(of.response);
});

test.each(['before-the-key', 'after-the-key', 'after-the-file'])(
  'killed %s, it is closed, and the next start finishes it, once',
  async (die) => {
    const of = await due();
    const [, signal] = await once(confirm(of, die), 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await stateOf(of.response)).toBe('closed');
    expect(await wordsOf(of.response)).toBe(0);
    await expect(
      first(readCertificate, { params: { response: of.response } }),
    ).rejects.toMatchObject({ body: { code: 'no-certificate' } });
    if (die === 'before-the-key') expect(of.open()).toEqual({ words: '王某还没有通知到' });
    await start();
    expect(of.open).toThrow(/key-destroyed/);
    const certificate = await certified(of.response);
    expect(server.finishing.files.find(of.response)).toEqual(certificate);
    await start();
    expect(await certified(of.response)).toEqual(certificate);
  },
);

test('what a database from before the closing brings back goes again, and its certificate is there', async () => {
  const of = await due();
  await second(closeResponse, {
    params: { response: of.response, closing: of.closing },
    body: { confirm: responseName },
  });
  const certificate = await certified(of.response);
  // As in a database that was set back: open, with a household, and without a trace of the closing's end.
  const { owner } = server.database;
  await sql`alter table responses.certificate disable trigger user`.execute(owner);
  await sql`alter table responses.destruction disable trigger user`.execute(owner);
  for (const table of ['certificate', 'destruction'])
    await sql`delete from ${sql.table(`responses.${table}`)} where response = ${of.response}`.execute(
      owner,
    );
  await sql`alter table responses.certificate enable trigger user`.execute(owner);
  await sql`alter table responses.destruction enable trigger user`.execute(owner);
  await sql`update responses.closing set state = 'proposed', ended_by = null, ended = null
    where response = ${of.response}`.execute(owner);
  await sql`update responses.response set ended = null where id = ${of.response}`.execute(owner);
  await sql`insert into tables.header (tenant, table_id, text, field, dies_with)
    values (${server.tenant}, 'households', '凤凰', null, ${of.response})`.execute(owner);
  await start();
  expect(await stateOf(of.response)).toBe('closed');
  const { rows } = await sql`select from tables.header where text = '凤凰'`.execute(owner);
  expect(rows).toEqual([]);
  const read = await first(readCertificate, { params: { response: of.response } });
  expect(read.certificate).toEqual(certificate);
  const { entries } = await first(listEntries, {
    query: { response: of.response, action: 'responses.destroyed-again' },
  });
  expect(entries).toMatchObject([{ actor: null, detail: { certificate: certificate.digest } }]);
});

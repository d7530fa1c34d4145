import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { LiveScope } from './scope.ts';
import { openStream, type Stream } from './stream.ts';

const tenant = randomUUID();
const account = randomUUID();
const [mine, gained] = [randomUUID(), randomUUID()];
const before: LiveScope = { tenant, account, areas: new Set([mine]) };
const event = (topic: string, area: string) =>
  ({ kind: 'event', tenant, event: { topic, area, id: '1' } }) as const;
const recheck = { kind: 'recheck', tenant, account } as const;

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** An open page; `findScope` answers with what is asked of it next. */
async function open(findScope: () => Promise<LiveScope | undefined>) {
  const closed: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<Stream>();
  server = createServer((_, response) => {
    const options = { heartbeatEvery: 60_000, recheckEvery: 60_000, returning: false };
    resolve(openStream(response, { ...options, scope: before, findScope }, () => closed.push(1)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { stream: await promise, topics: topicsOf(answer), closed };
}

async function* topicsOf(answer: Response): AsyncGenerator<string> {
  let text = '';
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) yield JSON.parse(data).topic;
    }
  }
}

test('while it is asked again who the page is nothing is told, and then to read again', async () => {
  const asked = Promise.withResolvers<LiveScope | undefined>();
  const { stream, topics } = await open(() => asked.promise);
  stream.hear(event('before', mine));
  stream.hear(recheck);
  stream.hear(event('in between', mine));
  asked.resolve({ ...before, areas: new Set([gained]) });
  expect(await topics.next()).toMatchObject({ value: 'before' });
  expect(await topics.next()).toMatchObject({ value: 'resync' });
  stream.hear(event('no longer', mine));
  stream.hear(event('from now on', gained));
  expect(await topics.next()).toMatchObject({ value: 'from now on' });
});

test('is asked again until the database answers', async () => {
  let times = 0;
  const { stream, topics } = await open(async () => {
    times += 1;
    if (times < 2) throw new Error('away');
    return before;
  });
  stream.hear(recheck);
  expect(await topics.next()).toMatchObject({ value: 'resync' });
  expect(times).toBe(2);
});

test('is not asked again for another account', async () => {
  const { stream, topics } = await open(() => Promise.reject(new Error('asked')));
  stream.hear({ ...recheck, account: randomUUID() });
  stream.hear({ ...recheck, tenant: randomUUID() });
  stream.hear(event('heard', mine));
  expect(await topics.next()).toMatchObject({ value: 'heard' });
});

test('ends once, where the session is over', async () => {
  const { stream, topics, closed } = await open(async () => undefined);
  stream.hear(recheck);
  expect(await topics.next()).toEqual({ done: true, value: undefined });
  stream.end();
  stream.hear(event('after the end', mine));
  expect(closed).toHaveLength(1);
});

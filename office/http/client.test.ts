import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { client } from './client.ts';
import { contract } from './contract.ts';
import { Refusal, type RefusalBody, refuse } from './refusal.ts';
import { say } from './say.ts';
import { proveFirst } from './shared-refusals.ts';

const readThing = contract({
  id: 'test.read',
  method: 'GET',
  path: '/api/things/:thing',
  summary: say('读', 'read'),
  permission: 'public',
  params: z.strictObject({ thing: z.string() }),
  query: z.strictObject({ day: z.string().optional(), many: z.coerce.number().optional() }),
  output: z.strictObject({ ok: z.boolean() }),
  example: { params: { thing: 'a' }, query: {}, output: { ok: true } },
});
const putThing = contract({
  id: 'test.put',
  method: 'PUT',
  path: '/api/things',
  summary: say('写', 'put'),
  permission: 'public',
  body: z.strictObject({ name: z.string() }),
  output: z.strictObject({ ok: z.boolean() }),
  example: { body: { name: 'a' }, output: { ok: true } },
});

const answering = (answer: () => Response | Promise<Response>) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const call = client('http://127.0.0.1', async (url, init = {}) => {
    asked.push({ url: url instanceof URL ? url.href : '', init });
    return answer();
  });
  return { call, asked };
};
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

async function refusalOf(calling: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await calling.catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return error;
  throw new Error(`not refused: ${String(error)}`);
}

test.each([
  ['once more, as it was, once who is signed in has shown who it is', true, { ok: true }, 2],
  ['no more where they did not', false, { body: { code: 'prove-first' } }, 1],
])('what wants proof is sent %s', async (_, proves, expected, times) => {
  const sent: unknown[] = [];
  const call = client(
    'http://127.0.0.1',
    async (__, init) => {
      sent.push(init?.body);
      return sent.length > 1
        ? json({ ok: true })
        : json(refuse(proveFirst, { minutes: 5 }).body, 403);
    },
    async () => proves,
  );
  const outcome = await call(putThing, { body: { name: '甲' } }).catch((error: unknown) => error);
  expect(outcome).toMatchObject(expected);
  expect(sent).toEqual(Array(times).fill('{"name":"甲"}'));
});

describe('what is asked', () => {
  test('parts stand where the contract puts them, whatever characters they hold', async () => {
    const { call, asked } = answering(() => json({ ok: true }));
    await call(readThing, { params: { thing: '甲/乙?' }, query: { day: 'a&b', many: 3 } });
    expect(asked[0]?.url).toBe(
      'http://127.0.0.1/api/things/%E7%94%B2%2F%E4%B9%99%3F?day=a%26b&many=3',
    );
    expect(asked[0]?.init).toMatchObject({ method: 'GET', credentials: 'same-origin' });
    expect(asked[0]?.init.body).toBeUndefined();
  });

  test('a body goes as JSON', async () => {
    const { call, asked } = answering(() => json({ ok: true }));
    expect(await call(putThing, { body: { name: '甲' } })).toEqual({ ok: true });
    expect(asked[0]?.init).toMatchObject({
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"甲"}',
    });
  });
});

describe('what is not the output is thrown as a refusal', () => {
  test("the server's own", async () => {
    const body: RefusalBody = {
      code: 'not-found',
      cause: say('无', 'none'),
      remedy: say('换', 'other'),
    };
    const refusal = await refusalOf(
      answering(() => json(body, 404)).call(putThing, { body: { name: 'a' } }),
    );
    expect(refusal).toMatchObject({ status: 404, body });
  });

  test.each([
    [
      'a page in its place, of a proxy that signs people in',
      () => new Response('<html>', { status: 200 }),
    ],
    ['nothing', () => new Response('', { status: 200 })],
    ['an error page of a proxy', () => new Response('<html>bad gateway', { status: 502 })],
    ['an error in another form', () => json({ message: 'no' }, 500)],
  ])('%s', async (_, answer) => {
    const refusal = await refusalOf(answering(answer).call(putThing, { body: { name: 'a' } }));
    expect(refusal.status).toBe(answer().status);
    expect(refusal.body.code).toBe('unreadable-answer');
    expect(refusal.body.remedy['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  test('a server that cannot be reached', async () => {
    const { call } = answering(() => Promise.reject(new TypeError('fetch failed')));
    expect(await refusalOf(call(putThing, { body: { name: 'a' } }))).toMatchObject({
      status: 503,
      body: { code: 'unreachable' },
    });
  });

  test('a line that breaks in the middle of the answer', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"ok":'));
            controller.error(new TypeError('terminated'));
          },
        }),
      );
    expect(
      (await refusalOf(answering(broken).call(putThing, { body: { name: 'a' } }))).body.code,
    ).toBe('unreachable');
  });
});

describe('who gives up is not told that the server is away', () => {
  const nothing = { query: {}, params: { thing: 'a' } };

  test('while waiting for the answer', async () => {
    const stop = new AbortController();
    const call = client('http://127.0.0.1', (_, init) => {
      stop.abort();
      return Promise.reject(init?.signal?.reason);
    });
    await expect(call(readThing, nothing, { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('in the middle of the answer', async () => {
    const stop = new AbortController();
    const call = client('http://127.0.0.1', async () => {
      const body = new ReadableStream({
        pull(controller) {
          stop.abort();
          controller.error(stop.signal.reason);
        },
      });
      return new Response(body);
    });
    await expect(call(readThing, nothing, { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

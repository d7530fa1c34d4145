import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';

const say = (body: string, init: ResponseInit = {}) =>
  ask(
    async () =>
      new Response(body, {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        ...init,
      }),
    'PUT',
    '/api/x',
    {},
  );
const words = { 'zh-CN': '不行', en: 'No' };

test('an answer is the server’s JSON', async () => {
  expect(await say('{"a":1}')).toEqual({ is: 'answered', value: { a: 1 } });
});

test('a refusal brings its code, cause and remedy', async () => {
  const body = { code: 'not-yet', cause: words, remedy: words, at: [] };
  expect(await say(JSON.stringify(body), { status: 409 })).toEqual({
    is: 'refused',
    status: 409,
    refusal: { code: 'not-yet', cause: words, remedy: words },
  });
});

describe('what is not the server’s own word counts as no signal, so that nothing is taken for sent', () => {
  test.each([
    ['a sign-in page of some network', '<html>', { headers: { 'content-type': 'text/html' } }],
    [
      'a proxy that finds no server',
      '<html>',
      { status: 502, headers: { 'content-type': 'text/html' } },
    ],
    ['half an answer', '{"a":', {}],
    ['a refusal that is none of ours', '{"error":"quota"}', { status: 403 }],
  ])('%s', async (_, body, init) => {
    expect(await say(body, init)).toEqual({ is: 'unreachable' });
  });

  test('no connection', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await ask(fetch, 'GET', '/api/x')).toEqual({ is: 'unreachable' });
  });
});

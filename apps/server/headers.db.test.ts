import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let cookie: string;
let account: string;
beforeAll(async () => {
  server = await testServer({ trustProxy: ['127.0.0.1'] });
  cookie = (await server.as('town-officer')).cookie;
  const entrance = await server.app.inject({ method: 'GET', url: '/api/identity/entrance' });
  account = entrance.json().tiles[0].account;
});
afterAll(() => server.close());

const ask = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'GET', url, headers: { cookie, ...headers } });

describe.each([
  ['an answer', '/api/identity/me', 200],
  ['a refusal', '/api/plans/not-an-id', 400],
  ['an address that is none', '/api/nothing', 404],
  ['an address that cannot be read', '/api/plans/%E0%A4%A', 400],
  ['the description', '/api/openapi.json', 200],
])('%s of the interface', (_, url, status) => {
  test('is kept by nobody, and is run by nobody as something else', async () => {
    const { statusCode, headers } = await ask(url);
    expect(statusCode).toBe(status);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toMatch(/^application\/json/);
  });
});

test('pages may load and reach this server only, and stand in no frame', async () => {
  const { headers } = await ask('/api/identity/me');
  const policy = new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  );
  for (const name of ['default-src', 'connect-src', 'form-action', 'base-uri'])
    expect(policy.get(name)).toEqual(["'self'"]);
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  for (const name of ['object-src', 'frame-ancestors'])
    expect(policy.get(name)).toEqual(["'none'"]);
  expect(
    [...policy.values()].flat().filter((value) => /^(https?:|\*|'unsafe-eval')/.test(value)),
  ).toEqual([]);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
});

describe("the session's cookie", () => {
  const stepIn = (headers: Record<string, string> = {}) =>
    server.app.inject({
      method: 'POST',
      url: '/api/identity/step-in',
      headers,
      payload: { account },
    });
  const flags = (given: unknown) =>
    String(given)
      .split(';')
      .slice(1)
      .map((part) => part.trim().replace(/^Expires=.*/, 'Expires'))
      .sort();

  test('is for this server alone, and out of reach of scripts and other sites', async () => {
    const { headers } = await stepIn();
    expect(flags(headers['set-cookie'])).toEqual([
      'Expires',
      'HttpOnly',
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(String(headers['set-cookie'])).toMatch(/^lbw_session=[\w-]{43};/);
  });

  test('travels by TLS only where the proxy says that the request did', async () => {
    const { headers } = await stepIn({ 'x-forwarded-proto': 'https' });
    expect(flags(headers['set-cookie'])).toContain('Secure');
  });

  test('is another at each step in', async () => {
    const [one, other] = [await stepIn(), await stepIn()];
    expect(one.headers['set-cookie']).not.toEqual(other.headers['set-cookie']);
  });
});

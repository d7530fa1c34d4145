import type { Contract } from '@liangbuwu/office/http/contract.ts';
import { RefusalBody } from '@liangbuwu/office/http/refusal.ts';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from './testing/contracts.ts';
import { exampleRequest } from './testing/example-request.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer();
  ({ cookie } = await server.as('administrator', 'county'));
});
afterAll(() => server.close());

async function refused(request: InjectOptions): Promise<RefusalBody & { status: number }> {
  const answer = await server.app.inject({ ...request, headers: { cookie, ...request.headers } });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode, answer.body.slice(0, 500)).toBeLessThan(500);
  return { status: answer.statusCode, ...RefusalBody.parse(answer.json()) };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

/** Every place of an example, with what stands there. */
function* places(value: Json, path: Path = []): Generator<[Path, Json]> {
  yield [path, value];
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    yield* places(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function replaced(value: Json, path: Path, by: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((one, i) => (i === step ? replaced(one, rest, by) : one));
  const object = value as { [key: string]: Json };
  return { ...object, [step]: replaced(object[step as string] as Json, rest, by) };
}

const wrong: Record<string, (value: Json) => Json[]> = {
  string: () => [7, null, ['x'], { a: 1 }, true],
  number: (value) => ['x', null, -1e18, 1e18, (value as number) + 0.123456789, [1]],
  boolean: () => ['yes', 1, null],
};

const pointer = (path: Path) => `/body${path.map((step) => `/${step}`).join('')}`;
const withBody = contracts.filter(({ body }) => body);

describe.each(withBody.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  const example = contract.example.body as Json;

  test('an unknown key is refused by its name', async () => {
    const { status, at } = await refused(
      exampleRequest(contract, { body: { ...(example as object), surprise: 1 } }),
    );
    expect(status).toBe(400);
    expect(at?.map(({ path, code }) => `${path} ${code}`)).toContain('/body/surprise unknown-key');
  });

  test('a wrong type is refused where it stands', async () => {
    for (const [path, value] of places(example)) {
      for (const other of wrong[typeof value]?.(value) ?? []) {
        const body = replaced(example, path, other);
        const answer = await server.app.inject({
          ...exampleRequest(contract, { body }),
          headers: { cookie },
        });
        expect(answer.statusCode, `${pointer(path)} = ${JSON.stringify(other)}`).toBeLessThan(500);
        if (answer.statusCode < 400) continue; // null and the like where the field allows it
        const refusal = RefusalBody.parse(answer.json());
        if (refusal.code !== 'malformed') continue;
        expect(refusal.at?.length, JSON.stringify(refusal)).toBeGreaterThan(0);
        expect(
          refusal.at?.some(
            (fault) => pointer(path).startsWith(fault.path) || fault.path.startsWith(pointer(path)),
          ),
        ).toBe(true);
      }
    }
  });

  test('negative figures, endless texts and control characters are no 500', async () => {
    for (const [path, value] of places(example)) {
      const others: Json[] =
        typeof value === 'number'
          ? [-1, Number.MAX_SAFE_INTEGER]
          : typeof value === 'string'
            ? ['x'.repeat(100_000), 'a\u0000b', '\ud800', '']
            : [];
      for (const other of others) {
        const body = replaced(example, path, other);
        const answer = await server.app.inject({
          ...exampleRequest(contract, { body }),
          headers: { cookie },
        });
        expect(
          answer.statusCode,
          `${pointer(path)} = ${JSON.stringify(other).slice(0, 40)}: ${answer.body.slice(0, 300)}`,
        ).toBeLessThan(500);
        expect(answer.body.length).toBeLessThan(60_000);
      }
    }
  });

  test('10 MB are refused before they are read', async () => {
    const { status, code } = await refused(
      exampleRequest(contract, {
        body: { note: 'x'.repeat((contract.largest ?? 0) + 10_000_000) },
      }),
    );
    expect([status, code]).toEqual([413, 'too-large']);
  });

  test('what is no JSON is refused', async () => {
    const request = exampleRequest(contract);
    for (const payload of [
      '{"a":',
      'null',
      '[]',
      '"x"',
      '',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{}}}',
    ]) {
      const { status } = await refused({
        ...request,
        payload,
        headers: { 'content-type': 'application/json' },
      });
      expect(status).toBe(400);
    }
    const { status } = await refused({
      ...request,
      payload: 'a=1',
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(415);
  });
});

const withQuery = contracts.filter(
  (contract): contract is Contract & { query: object } => contract.query !== undefined,
);

test.each(withQuery.map((contract) => [contract.id, contract] as const))(
  '%s: a bad query is refused',
  async (_, contract) => {
    const query = contract.example.query as Record<string, unknown>;
    const unknown = await refused(exampleRequest(contract, { query: { ...query, surprise: '1' } }));
    expect(unknown.at?.map(({ code }) => code)).toContain('unknown-key');
    for (const name of Object.keys(query)) {
      for (const value of ['\u0000', "' or 1=1 --", '', 'x'.repeat(5000)]) {
        const answer = await server.app.inject({
          ...exampleRequest(contract, { query: { ...query, [name]: value } }),
          headers: { cookie },
        });
        expect(
          answer.statusCode,
          `${name}=${value.slice(0, 20)}: ${answer.body.slice(0, 300)}`,
        ).toBeLessThan(500);
      }
    }
  },
);

test('an address that is none, and one that cannot be decoded, are refused in words', async () => {
  expect((await refused({ method: 'GET', url: '/api/nothing' })).code).toBe('no-such-route');
  expect((await refused({ method: 'GET', url: '/api/plans/%E0%A4%A' })).status).toBeLessThan(500);
  expect((await refused({ method: 'GET', url: '/api/plans/not-an-id' })).at?.[0]?.path).toBe(
    '/params/plan',
  );
});

test('a request from another site is refused', async () => {
  const contract = withBody.find(({ id }) => id === 'identity.login');
  if (!contract) throw new Error('no login');
  for (const origin of ['https://example.org', 'null', 'nonsense']) {
    expect(
      (await refused({ ...exampleRequest(contract), headers: { origin, host: '127.0.0.1' } })).code,
    ).toBe('other-site');
  }
});

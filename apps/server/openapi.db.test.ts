import { RefusalBody } from '@liangbuwu/office/http/refusal.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from './testing/contracts.ts';
import { type TestServer, testServer } from './testing/test-server.ts';

type Json = Record<string, unknown>;
interface Operation extends Json {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Json; example?: unknown }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Json; example?: unknown }> };
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Json; example?: unknown }> }
  >;
  security?: Json[];
}
interface Description extends Json {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; securitySchemes: Record<string, Json> };
}

let server: TestServer;
let description: Description;
beforeAll(async () => {
  server = await testServer();
  const answer = await server.app.inject({ method: 'GET', url: '/api/openapi.json' });
  description = answer.json();
});
afterAll(() => server.close());

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const operations = () =>
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method,
      operation,
      at: `${method} ${path}`,
    })),
  );

/** Everything in the document, with where it stands. */
function* everything(value: unknown, at = '#'): Generator<[string, Json]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [at, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* everything(inner, `${at}/${key}`);
}

test('is OpenAPI 3.1 with what that demands of a document', () => {
  expect(description).toMatchObject({
    openapi: '3.1.0',
    info: { title: expect.any(String), version: expect.any(String) },
  });
  const known = [
    'openapi',
    'info',
    'jsonSchemaDialect',
    'servers',
    'paths',
    'webhooks',
    'components',
    'security',
    'tags',
    'externalDocs',
  ];
  expect(
    Object.keys(description).filter((key) => !known.includes(key) && !key.startsWith('x-')),
  ).toEqual([]);
});

test('every reference leads somewhere within the document, and no schema names a dialect of its own', () => {
  for (const [at, node] of everything(description)) {
    if (at.includes('/example')) continue;
    expect(node, at).not.toHaveProperty('$schema');
    if (typeof node.$ref !== 'string') continue;
    const target = node.$ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((found, step) => (found as Json | undefined)?.[step], description);
    expect(target, `${at} → ${node.$ref}`).toBeTypeOf('object');
  }
});

test('paths are told apart, and each variable of one is a parameter, and the other way round', () => {
  const shapes = Object.keys(description.paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
  expect(new Set(shapes).size).toBe(shapes.length);
  for (const { path, method, operation, at } of operations()) {
    expect(path, at).toMatch(/^\/api\//);
    expect(methods, at).toContain(method);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation.parameters ?? [];
    const named = parameters.filter((one) => one.in === 'path');
    expect(new Set(named.map(({ name }) => name)), at).toEqual(new Set(inPath));
    expect(
      named.every(({ required }) => required),
      at,
    ).toBe(true);
    expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size, at).toBe(
      parameters.length,
    );
    for (const one of parameters) {
      expect(['path', 'query'], at).toContain(one.in);
      expect(one.schema, `${at} ${one.name}`).toBeTypeOf('object');
    }
  }
});

test('every operation has a name of its own, words in both languages, and answers that are described', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { method, operation, at } of operations()) {
    expect(operation.summary.trim(), at).not.toBe('');
    expect(operation['x-summary-zh'], at).toMatch(/\p{Script=Han}/u);
    expect(operation['x-permission'], at).toMatch(/^(public|signed-in|[\w-]+\.[\w-]+)$/);
    for (const [status, answer] of Object.entries(operation.responses)) {
      expect(status, at).toMatch(/^[1-5]\d\d$/);
      expect(answer.description.trim(), `${at} ${status}`).not.toBe('');
    }
    expect(method === 'get' && operation.requestBody !== undefined, at).toBe(false);
    for (const requirement of operation.security ?? []) {
      for (const scheme of Object.keys(requirement))
        expect(description.components.securitySchemes, at).toHaveProperty(scheme);
    }
  }
});

describe('every route of this installation', () => {
  test.each(contracts.map((contract) => [contract.id, contract] as const))('%s', (id, contract) => {
    const path = contract.path.replace(/:(\w+)/g, '{$1}');
    const operation = description.paths[path]?.[contract.method.toLowerCase()];
    if (!operation) throw new Error(`${id} is not described`);
    expect(operation.operationId).toBe(id);
    expect(operation['x-permission']).toBe(contract.permission);
    expect(operation.security).toEqual(contract.permission === 'public' ? [] : [{ session: [] }]);

    const answer = operation.responses['200']?.content?.['application/json'];
    expect(answer?.example).toEqual(contract.example.output);
    expect(operation.requestBody?.content['application/json']?.example).toEqual(
      contract.example.body,
    );
    const required = (operation.parameters ?? []).filter((parameter) => parameter.required);
    expect(required.filter((parameter) => !('example' in parameter))).toEqual([]);

    const expected = [
      ...contract.errors.map(({ status, code }) => [status, code] as const),
      [400, 'malformed'],
      [503, 'database-away'],
    ] as [number, string][];
    if (contract.permission !== 'public') expected.push([401, 'sign-in-first']);
    if (contract.body) expected.push([413, 'too-large'], [415, 'not-json']);
    if (contract.method !== 'GET') expected.push([403, 'other-site'], [409, 'changed-meanwhile']);
    if (contract.permission.includes('.')) expected.push([403, 'not-permitted']);
    if (contract.proof) expected.push([403, 'prove-first']);
    for (const [status, code] of expected) {
      expect(operation.responses[status]?.description.split(' · '), `${status}`).toContain(code);
      expect(operation.responses[status]?.content?.['application/json']?.schema).toEqual({
        $ref: '#/components/schemas/Refusal',
      });
    }
  });

  test('and no other but the stream of events', () => {
    const described = operations().map(({ operation }) => operation.operationId);
    const others = described.filter((id) => !contracts.some((contract) => contract.id === id));
    expect(others.map((id) => id.split('.')[0])).toEqual(['live']);
  });
});

test('what a refusal looks like is described as it is', async () => {
  const answer = await server.app.inject({ method: 'GET', url: '/api/nothing' });
  expect(RefusalBody.safeParse(answer.json()).success).toBe(true);
  expect(Object.keys(description.components.schemas.Refusal?.properties as Json)).toEqual([
    'code',
    'cause',
    'remedy',
    'at',
  ]);
});

import { z } from 'zod';
import type { Contract } from './contract.ts';
import { RefusalBody, type RefusalKind } from './refusal.ts';
import * as shared from './shared-refusals.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of these routes, from the contracts that server and client run on. */
export function openapi(
  contracts: readonly Contract[],
  version: string,
  stream: { path: string; summary: string; event: z.ZodType },
): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
  paths[stream.path] = { get: streaming(stream) };
  return {
    openapi: '3.1.0',
    info: { title: '两不误 Liangbuwu', version },
    paths,
    components: {
      schemas: { Refusal: schemaOf(RefusalBody) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lbw_session' } },
    },
  };
}

function operation(contract: Contract): Json {
  return {
    operationId: contract.id,
    summary: contract.summary.en,
    'x-summary-zh': contract.summary['zh-CN'],
    'x-permission': contract.permission,
    security: contract.permission === 'public' ? [] : [{ session: [] }],
    parameters: [...parameters(contract, 'params'), ...parameters(contract, 'query')],
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: schemaOf(contract.body), example: contract.example.body },
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': { schema: schemaOf(contract.output, 'output'), example: contract.example.output },
        },
      },
      ...refusals(contract),
    },
  };
}

/** The one route that is no request and answer. */
function streaming({ summary, event }: { summary: string; event: z.ZodType }): Json {
  return {
    operationId: 'live.events',
    summary,
    'x-permission': 'signed-in',
    security: [{ session: [] }],
    responses: {
      200: {
        description: 'a stream that stays open; after a break, what is shown is to be read again',
        content: { 'text/event-stream': { schema: schemaOf(event, 'output'), example: { topic: 'resync' } } },
      },
      401: {
        description: shared.signInFirst.code,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

function parameters(contract: Contract, part: 'params' | 'query'): Json[] {
  const fields = contract[part];
  if (!fields) return [];
  const schema = schemaOf(fields) as { properties?: Json; required?: string[] };
  const examples = (contract.example[part] ?? {}) as Json;
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: part === 'params' ? 'path' : 'query',
    required: part === 'params' || (schema.required ?? []).includes(name),
    schema: property,
    ...(name in examples ? { example: examples[name] } : {}),
  }));
}

function refusals(contract: Contract): Json {
  const kinds: RefusalKind<never>[] = [...contract.errors, shared.malformed, shared.databaseAway];
  if (contract.permission !== 'public') kinds.push(shared.signInFirst);
  if (contract.permission !== 'public' && contract.permission !== 'signed-in') kinds.push(shared.notPermitted);
  const byStatus = Map.groupBy(kinds, (kind) => kind.status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: [...new Set(list.map((kind) => kind.code))].join(' · '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    ]),
  );
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

import { z } from 'zod';
import type { Contract } from './contract.ts';
import { RefusalBody, type RefusalKind } from './refusal.ts';
import type { Say } from './say.ts';
import * as shared from './shared-refusals.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of these routes, from the contracts that server and client run on. */
export function openapi(
  contracts: readonly Contract[],
  version: string,
  stream: { path: string; summary: Say; event: z.ZodType },
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
    ...(contract.proof ? { 'x-proof': contract.proof } : {}),
    security: contract.permission === 'public' ? [] : [{ session: [] }],
    parameters: [...parameters(contract, 'params'), ...parameters(contract, 'query')],
    ...(contract.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaOf(contract.body),
                example: contract.example.body,
              },
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': {
            schema: schemaOf(contract.output, 'output'),
            example: contract.example.output,
          },
        },
      },
      ...refusals(contract),
    },
  };
}

/** The one route that is no request and answer. */
function streaming({ summary, event }: { summary: Say; event: z.ZodType }): Json {
  return {
    operationId: 'live.events',
    summary: summary.en,
    'x-summary-zh': summary['zh-CN'],
    'x-permission': 'signed-in',
    security: [{ session: [] }],
    responses: {
      200: {
        description: 'a stream that stays open; after a break, what is shown is to be read again',
        content: {
          'text/event-stream': { schema: schemaOf(event, 'output'), example: { topic: 'resync' } },
        },
      },
      ...answers([shared.signInFirst, shared.databaseAway, shared.ourFault]),
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
  const kinds: RefusalKind<never>[] = [
    ...contract.errors,
    shared.malformed,
    shared.databaseAway,
    shared.ourFault,
  ];
  if (contract.method !== 'GET')
    kinds.push(shared.otherSite, shared.outsideYourArea, shared.changedMeanwhile);
  if (contract.body) kinds.push(shared.tooLarge, shared.notJson);
  if (contract.permission !== 'public') kinds.push(shared.signInFirst, shared.otherAccount);
  if (contract.permission !== 'public' && contract.permission !== 'signed-in')
    kinds.push(shared.notPermitted);
  if (contract.proof) kinds.push(shared.proveFirst);
  return answers(kinds);
}

function answers(kinds: readonly RefusalKind<never>[]): Json {
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

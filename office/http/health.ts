import { z } from 'zod';
import { contract } from './contract.ts';
import { say } from './say.ts';
import { databaseAway } from './shared-refusals.ts';

export const readHealth = contract({
  id: 'system.health',
  method: 'GET',
  path: '/api/health',
  summary: say('系统是否正常', 'Whether the system is well'),
  permission: 'public',
  output: z.strictObject({
    status: z.literal('ok'),
    version: z.string(),
    database: z.enum(['embedded', 'external']),
  }),
  errors: [databaseAway],
  example: { output: { status: 'ok', version: '0.1.0', database: 'embedded' } },
});

export const readOpenapi = contract({
  id: 'system.openapi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: say('接口说明（OpenAPI 3.1）', 'The description of every route (OpenAPI 3.1)'),
  permission: 'public',
  output: z.record(z.string(), z.unknown()),
  example: { output: { openapi: '3.1.0' } },
});

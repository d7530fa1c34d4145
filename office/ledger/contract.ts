import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';

const Person = z.strictObject({ id, name: z.string() });

export const Entry = z.strictObject({
  seq: z.int().describe("its place in the tenant's chain"),
  action: z.string(),
  label: Say,
  actor: Person.nullable().describe('null: the system itself'),
  onBehalfOf: Person.nullable(),
  subject: z.string().describe('kind:id'),
  area: z.strictObject({ id, name: z.string() }),
  response: id.nullable(),
  at: instant.describe("the response's time where the deed belongs to one"),
  recorded: instant,
  detail: z.record(z.string(), z.unknown()),
  hash: z.string().describe('sha256 of the hash before it and of this entry, hexadecimal'),
});
export type Entry = z.infer<typeof Entry>;

const granted = {
  seq: 412,
  action: 'identity.granted',
  label: say('授予角色', 'Role granted'),
  actor: { id: 'c0a8a3c4-3f7e-4a1b-8a55-6f1f5b0e9d21', name: '区管理员' },
  onBehalfOf: null,
  subject: 'account:4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77',
  area: { id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', name: '古岳峰镇' },
  response: null,
  at: '2022-11-10T01:20:00.000Z',
  recorded: '2022-11-10T01:20:00.000Z',
  detail: { role: 'town-officer' },
  hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
} satisfies Entry;

export const listEntries = contract({
  id: 'ledger.entries',
  method: 'GET',
  path: '/api/ledger/entries',
  summary: say('查阅台账，最新的在前', 'Read the ledger of your areas, the newest first'),
  permission: 'ledger.read',
  query: z.strictObject({
    action: text(80).optional(),
    actor: id.optional(),
    subject: text(120).optional().describe('kind:id, or the kind alone'),
    area: id.optional().describe('with all below it'),
    response: id.optional(),
    from: day.optional().describe('the first day, by `at`'),
    to: day.optional().describe('the last day, included'),
    zone: z.enum(['Asia/Shanghai', 'Asia/Urumqi', 'UTC']).default('Asia/Shanghai'),
    before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    entries: z.array(Entry),
    next: z.int().nullable().describe('`before` of the next page; null at the end'),
  }),
  example: {
    query: { action: 'identity.granted', from: '2022-11-10', to: '2022-11-10', limit: 50 },
    output: { entries: [granted], next: null },
  },
});

export const listActions = contract({
  id: 'ledger.actions',
  method: 'GET',
  path: '/api/ledger/actions',
  summary: say('台账中各种操作的名称', 'What the actions in the ledger are called'),
  permission: 'ledger.read',
  output: z.strictObject({ actions: z.array(z.strictObject({ action: z.string(), label: Say })) }),
  example: { output: { actions: [{ action: granted.action, label: granted.label }] } },
});

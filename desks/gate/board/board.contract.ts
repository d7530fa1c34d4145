import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { Check } from '../checks/check.ts';
import { exampleCheck, exampleGate } from '../contract.examples.ts';
import { Gate, RefusalReason } from '../gate.ts';
import { ledgerTooLong, mostDays } from './ledger-rules.ts';

const Inside = z.strictObject({
  id: id.nullable().describe('of the pass'),
  number: z.string(),
  kind: z.enum(['person', 'vehicle', 'delivery']).nullable(),
  since: instant,
});
export type Inside = z.infer<typeof Inside>;

export const Board = z.strictObject({
  gate: Gate,
  day,
  inside: z.array(Inside).describe('whose last check at this gate was inwards, the longest first'),
  overdue: z
    .int()
    .describe('who came home to the area of the gate, and was not looked after on a day'),
  withoutPass: z.int().describe('let in less let out of those who had no pass'),
  hours: z.array(
    z.strictObject({ hour: z.int().min(0).max(23), in: z.int(), out: z.int(), refused: z.int() }),
  ),
  refusals: z.array(z.strictObject({ reason: RefusalReason, count: z.int() })),
  flagged: z.array(Check),
  latest: z.array(Check).describe('of the day, the latest first, 200 at most'),
});
export type Board = z.infer<typeof Board>;

export const getBoard = contract({
  id: 'gate.board',
  method: 'GET',
  path: '/api/gate/board',
  summary: say(
    '卡口看板：谁在里面、每小时核验、拒绝原因、待核对',
    'A gate’s day: who is inside, checks per hour, refusals by reason, what to look into',
  ),
  permission: 'gate.board',
  query: z.strictObject({
    gate: id,
    day: day.optional().describe("default: the response's today"),
  }),
  output: Board,
  errors: [notFound],
  example: {
    query: { gate: exampleGate.id },
    output: {
      gate: exampleGate,
      day: '2022-11-10',
      inside: [
        {
          id: exampleCheck.pass?.id ?? null,
          number: '0-40712',
          kind: null,
          since: exampleCheck.at,
        },
      ],
      overdue: 0,
      withoutPass: 0,
      hours: [{ hour: 9, in: 1, out: 0, refused: 0 }],
      refusals: [],
      flagged: [],
      latest: [exampleCheck],
    },
  },
});

export const getLedgerSheet = contract({
  id: 'gate.ledger-sheet',
  method: 'GET',
  path: '/api/gate/ledger/sheet',
  summary: say(
    '卡口台账（Excel，不含姓名和体温）',
    "A gate's ledger as an Excel file, without names and temperatures",
  ),
  permission: 'gate.board',
  query: z.strictObject({
    gate: id,
    from: day,
    to: day.describe(`at most ${mostDays} days`),
    language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  output: z.strictObject({ name: z.string(), type: z.string(), content: z.base64() }),
  errors: [ledgerTooLong, notFound],
  example: {
    query: { gate: exampleGate.id, from: '2022-11-10', to: '2022-11-10' },
    output: {
      name: '株冶新材东门 卡口台账 2022-11-10.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: 'UEsDBA==',
    },
  },
});

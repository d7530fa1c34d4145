import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';

const code = z.string().length(8);

/** By which code anybody opens a gate's page; null where none has been given yet. */
export const GateCode = z.strictObject({
  gate: id,
  code: code.nullable(),
  given: instant.nullable(),
});
export type GateCode = z.infer<typeof GateCode>;

const example: GateCode = {
  gate: exampleGate.id,
  code: 'ACDE3467',
  given: '2022-11-10T01:00:00.000Z',
};

export const listGateCodes = contract({
  id: 'gate.codes',
  method: 'GET',
  path: '/api/gate/codes',
  summary: say('各卡口的公开编号（印在海报上）', 'The public code of every gate, for its poster'),
  permission: 'gate.read',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ codes: z.array(GateCode) }),
  example: { query: { response: exampleGate.response }, output: { codes: [example] } },
});

export const giveGateCode = contract({
  id: 'gate.give-code',
  method: 'POST',
  path: '/api/gate/gates/:gate/code',
  summary: say(
    '给卡口一个公开编号，或换一个：旧海报上的从此打不开',
    'Give a gate a public code, or another: the one on its old poster opens nothing from now on',
  ),
  permission: 'gate.set-up',
  params: z.strictObject({ gate: id }),
  body: z.strictObject({ replaces: code.nullable().describe('the code that was seen') }),
  output: GateCode,
  errors: [changedMeanwhile, responseClosed, notFound],
  example: { params: { gate: exampleGate.id }, body: { replaces: null }, output: example },
});

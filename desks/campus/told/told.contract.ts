import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { TellingWay, ToldClass, ToldLine } from './told.ts';

const mark = '5f1f7b6093c84b638e0f1a6f2c7d9c075f1f7b6093c84b638e0f1a6f2c7d9c07';
const arrival = '2022-11-17T07:20:00+08:00';

export const viewUntold = contract({
  id: 'campus.view-untold',
  method: 'POST',
  path: '/api/campus/areas/:area/untold',
  summary: say(
    '答复变了、家里还不知道的：以前怎么说，现在怎么说，从什么时候起（记入台账一次）；全校只有各班人数',
    'Whose answer changed without the family knowing: what it said, what it says, since when (one entry of the ledger); of a school the counts of its classes',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({
    classes: z.array(ToldClass),
    lines: z.array(ToldLine).describe('of a class: who would come in vain first'),
  }),
  errors: [...memberErrors],
  example: {
    params: { area: exampleClass.id },
    body: { response: exampleResponse },
    output: {
      classes: [
        {
          area: exampleClass.id,
          name: exampleClass.name,
          counts: { comes: 1, may: 0, other: 0, never: 0 },
          soonest: '2022-11-17',
        },
      ],
      lines: [
        {
          id: exampleMember,
          name: '虚构甲',
          household: exampleMember,
          linked: true,
          mark,
          now: {
            state: 'not-now',
            outcome: say('先做核酸', 'A test first'),
            why: null,
            ask: [],
            arrival,
            arrivalKnown: true,
          },
          last: {
            state: 'may-return',
            outcome: say('可以返校', 'may return'),
            why: null,
            ask: [],
            arrival,
            arrivalKnown: true,
            how: 'page',
            at: '2022-11-16T04:00:00.000Z',
            by: null,
          },
          since: '2022-11-16T12:00:00.000Z',
          urgency: 'comes',
          day: '2022-11-17',
        },
      ],
    },
  },
});

export const putTold = contract({
  id: 'campus.put-told',
  method: 'PUT',
  path: '/api/campus/classes/:class/told/:entry',
  summary: say(
    '登记告诉了一家：电话、消息或当面；同一编号只记一次，答复又变了的不算',
    'A family was told by telephone, message or in person; the same id counts once, and not where the answer changed again',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ class: id, entry: id }),
  body: z.strictObject({
    response: id,
    how: TellingWay,
    members: z
      .array(z.strictObject({ member: id, mark: z.string().regex(/^[0-9a-f]{64}$/) }))
      .min(1)
      .max(20)
      .describe('of one family, with the answers that were told'),
  }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile],
  example: {
    params: { class: exampleClass.id, entry: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c08' },
    body: {
      response: exampleResponse,
      how: 'phone',
      members: [{ member: exampleMember, mark }],
    },
    output: {},
  },
});

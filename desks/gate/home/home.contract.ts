import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { Phone } from '@liangbuwu/office/people/identity.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { notMonitored } from '../returnees/returnee-rules.ts';

export const giveHomeLink = contract({
  id: 'gate.give-home-link',
  method: 'POST',
  path: '/api/gate/returnees/:returnee/link',
  summary: say(
    '给家里一个查看和说明监测日的链接，也可念给他们听；换新的后旧的打不开',
    'A link by which the household sees its days and says how each was, or a code to read out; a new one closes the old',
  ),
  permission: 'gate.returnees',
  confidential: true,
  params: z.strictObject({ returnee: id }),
  body: z.strictObject({
    phone: Phone.nullable().describe('of the official, for the household; null: as it is'),
    renew: z.boolean().describe('another one in its place'),
  }),
  output: z.strictObject({ secret: z.string().length(16), phone: z.string().nullable() }),
  errors: [notMonitored, responseClosed, keyDestroyed, keyMissing, sealBroken, notFound],
  example: {
    params: { returnee: '5d1f7b60-93c8-4b63-8e0f-1a6f2c7d9b77' },
    body: { phone: '0731-00000000', renew: false },
    output: { secret: 'ACDE3467ACDE3467', phone: '0731-00000000' },
  },
});

import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing } from '@liangbuwu/office/keys/refusals.ts';
import { beforeResponse, notYet, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleCheck, exampleCheckBody, exampleCheckId } from '../contract.examples.ts';
import { Check, CheckBody } from './check.ts';

export const putCheck = contract({
  id: 'gate.put-check',
  method: 'PUT',
  path: '/api/gate/checks/:check',
  summary: say(
    '登记一次核验；离线的稍后补传，重复提交只算一次',
    'Record a check, perhaps long after it was made without a signal; sent twice it counts once',
  ),
  permission: 'gate.check',
  confidential: true,
  params: z.strictObject({ check: id }),
  body: CheckBody,
  output: z.strictObject({ check: Check }),
  errors: [
    notYet,
    beforeResponse,
    changedMeanwhile,
    responseClosed,
    keyDestroyed,
    keyMissing,
    notFound,
  ],
  example: {
    params: { check: exampleCheckId },
    body: exampleCheckBody,
    output: { check: exampleCheck },
  },
});

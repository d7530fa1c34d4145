import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { mostAtOnce } from '../members/member.ts';
import { onlyPupils } from '../members/member-rules.ts';
import { memberErrors } from '../members/members.contract.ts';

export const giveHomeLinks = contract({
  id: 'campus.give-home-links',
  method: 'POST',
  path: '/api/campus/classes/:class/links',
  summary: say(
    '给家庭填报链接，只显示这一次；换新的后本班给过的旧链接打不开',
    'Links by which families report and see the answers, told this once; a new one ends the one that this class gave before',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params: z.strictObject({ class: id }),
  body: z.strictObject({
    response: id,
    members: z.array(id).min(1).max(mostAtOnce),
    renew: z.boolean().describe('false: to those alone who have none yet'),
  }),
  output: z.strictObject({
    links: z.array(
      z.strictObject({
        household: id,
        members: z.array(id).describe('of this class'),
        secret: z.string().length(16),
      }),
    ),
  }),
  errors: [...memberErrors, onlyPupils],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse, members: [exampleMember], renew: false },
    output: {
      links: [{ household: exampleMember, members: [exampleMember], secret: 'ACDE3467ACDE3467' }],
    },
  },
});

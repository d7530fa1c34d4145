import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import * as people from '@liangbuwu/office/people/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleClass, exampleMember, exampleResponse } from '../contract.examples.ts';
import { MemberBody, MemberKind, mostAtOnce, Who } from './member.ts';
import { memberOfAnother, notAClass } from './member-rules.ts';

export const memberErrors = [
  notFound,
  responseClosed,
  keyDestroyed,
  keyMissing,
  sealBroken,
] as const;

export const enteringErrors = [
  ...memberErrors,
  notAClass,
  memberOfAnother,
  changedMeanwhile,
  people.personOutsideResponse,
  people.personTwice,
  people.birthMonthNeeded,
  people.consentNeeded,
  people.tooManyInAnHour,
];

const params = z.strictObject({ member: id });
const example = { params: { member: exampleMember } };

export const putMember = contract({
  id: 'campus.put-member',
  method: 'PUT',
  path: '/api/campus/members/:member',
  summary: say(
    '登记一名学生或教职工；姓名、出生年月、电话加密保存，只属于一次应急响应',
    'Enter a pupil or one of the staff for one response; who it is is sealed. Again with the same content it changes nothing',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params,
  body: MemberBody,
  output: z.strictObject({}),
  errors: enteringErrors,
  example: {
    ...example,
    body: { response: exampleResponse, area: exampleClass.id, name: '虚构甲', born: '2005-03' },
    output: {},
  },
});

export const bringMembers = contract({
  id: 'campus.bring-members',
  method: 'POST',
  path: '/api/campus/areas/:area/members',
  summary: say(
    '按名单登记一个班的学生，或班级、学校的教职工；同名同月出生的已在那里，不重复登记',
    'Enter a list of pupils into a class, or of staff into a class or school; who is there already, by name and month of birth, is left as they are',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params: z.strictObject({ area: id }),
  body: z.strictObject({
    response: id,
    kind: MemberKind.default('pupil'),
    people: z.array(Who.extend({ id })).min(1).max(mostAtOnce),
  }),
  output: z.strictObject({ added: z.int(), known: z.int().describe('there already') }),
  errors: enteringErrors,
  example: {
    params: { area: exampleClass.id },
    body: {
      response: exampleResponse,
      people: [{ id: exampleMember, name: '虚构甲', born: '2005-03', phone: '138 0000 0000' }],
    },
    output: { added: 1, known: 0 },
  },
});

export const removeMember = contract({
  id: 'campus.remove-member',
  method: 'DELETE',
  path: '/api/campus/members/:member',
  summary: say(
    '从班里移走一个人，连同其身份和填报',
    'Take somebody out of the class, with who they are and all that was reported',
  ),
  permission: 'campus.pupils',
  proof: 'fresh',
  params,
  query: z.strictObject({ response: id }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed],
  example: { ...example, query: { response: exampleResponse }, output: {} },
});

export const joinHousehold = contract({
  id: 'campus.join-household',
  method: 'PUT',
  path: '/api/campus/members/:member/household',
  summary: say(
    '把学生放到兄弟姐妹的家里，一张表一起报；或单独成户',
    'Put a pupil into the family of another, so that one form serves both; or on their own again',
  ),
  permission: 'campus.pupils',
  params,
  body: z.strictObject({ response: id, with: id.nullable().describe('null: on their own') }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed],
  example: { ...example, body: { response: exampleResponse, with: null }, output: {} },
});

export const listSiblings = contract({
  id: 'campus.list-siblings',
  method: 'GET',
  path: '/api/campus/classes/:class/siblings',
  summary: say(
    '监护人电话相同、还不在一家的学生；电话本身不显示',
    'Pupils with the same guardian’s telephone who are not in one family yet; the telephone is not told',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ class: id }),
  query: z.strictObject({ response: id }),
  output: z.strictObject({
    siblings: z.array(z.strictObject({ member: id, with: id, className: z.string() })),
  }),
  errors: [notFound],
  example: {
    params: { class: exampleClass.id },
    query: { response: exampleResponse },
    output: {
      siblings: [{ member: exampleMember, with: exampleClass.school, className: '高一2班' }],
    },
  },
});

export const openMemberPhone = contract({
  id: 'campus.open-phone',
  method: 'POST',
  path: '/api/campus/members/:member/phone',
  summary: say(
    '看监护人电话，提醒填报用（每次记入台账）',
    'Read a guardian’s telephone to remind them; each time stands in the ledger',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params,
  body: z.strictObject({ response: id }),
  output: z.strictObject({ name: z.string(), phone: z.string().nullable() }),
  errors: [...memberErrors, people.tooManyInAnHour],
  example: {
    ...example,
    body: { response: exampleResponse },
    output: { name: '虚构甲', phone: '138 0000 0000' },
  },
});

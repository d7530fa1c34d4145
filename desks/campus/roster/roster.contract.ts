import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleResponse, exampleSchool } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { mostStayers, Roster, type Shift, ShiftBody, Stayer } from './roster.ts';
import * as rules from './roster-rules.ts';

const params = z.strictObject({ school: id });
const examplePerson: Stayer = { id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d11', name: '虚构老师甲' };
const exampleShift: Shift = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d12',
  person: examplePerson.id,
  duty: 'gate',
  day: '2022-11-17',
  begins: 420,
  ends: 900,
};
const example = { params: { school: exampleSchool.id } };

export const openRoster = contract({
  id: 'campus.open-roster',
  method: 'POST',
  path: '/api/campus/schools/:school/roster',
  summary: say(
    '打开一周的留校值守：谁、哪一班（有姓名，记入台账）',
    'Open a week of staff who stay: who has which shift; by name, so it stands in the ledger',
  ),
  permission: 'campus.roster',
  confidential: true,
  params,
  body: z.strictObject({ response: id, from: day }),
  output: Roster,
  errors: [...memberErrors],
  example: {
    ...example,
    body: { response: exampleResponse, from: '2022-11-17' },
    output: { from: '2022-11-17', people: [examplePerson], shifts: [exampleShift] },
  },
});

export const addStayers = contract({
  id: 'campus.add-stayers',
  method: 'POST',
  path: '/api/campus/schools/:school/roster/people',
  summary: say(
    '登记自愿留校的教职工（粘贴名单）；姓名加密，响应结束时销毁。重复发送只算一次',
    'Enter staff who volunteered to stay, as a list; sealed, destroyed at closing. Sent twice it counts once',
  ),
  permission: 'campus.roster',
  confidential: true,
  params,
  body: z.strictObject({ response: id, people: z.array(Stayer).min(1).max(mostStayers) }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile, rules.stayerTwice, rules.tooManyStayers],
  example: { ...example, body: { response: exampleResponse, people: [examplePerson] }, output: {} },
});

export const removeStayer = contract({
  id: 'campus.remove-stayer',
  method: 'DELETE',
  path: '/api/campus/schools/:school/roster/people/:person',
  summary: say('去掉一名留校的人和各班', 'Take somebody out of the roster, with their shifts'),
  permission: 'campus.roster',
  params: params.extend({ person: id }),
  query: z.strictObject({ response: id }),
  output: z.strictObject({}),
  errors: [...memberErrors],
  example: {
    params: { ...example.params, person: examplePerson.id },
    query: { response: exampleResponse },
    output: {},
  },
});

export const putShift = contract({
  id: 'campus.put-shift',
  method: 'PUT',
  path: '/api/campus/schools/:school/roster/shifts/:shift',
  summary: say(
    '排一班；同时两班、休息不够、连夜太多的不收，说明原因。重复发送只算一次',
    'Give somebody a shift; twice at once, too little rest or too many nights in a row are refused with the reason. Sent twice it counts once',
  ),
  permission: 'campus.roster',
  params: params.extend({ shift: id }),
  body: z.strictObject({ response: id, shift: ShiftBody }),
  output: z.strictObject({}),
  errors: [
    ...memberErrors,
    changedMeanwhile,
    rules.twiceAtOnce,
    rules.restTooShort,
    rules.tooManyNights,
  ],
  example: {
    params: { ...example.params, shift: exampleShift.id },
    body: {
      response: exampleResponse,
      shift: {
        person: examplePerson.id,
        duty: 'gate',
        day: '2022-11-17',
        begins: 420,
        ends: 900,
      },
    },
    output: {},
  },
});

export const removeShift = contract({
  id: 'campus.remove-shift',
  method: 'DELETE',
  path: '/api/campus/schools/:school/roster/shifts/:shift',
  summary: say('去掉一班', 'Take a shift back'),
  permission: 'campus.roster',
  params: params.extend({ shift: id }),
  query: z.strictObject({ response: id }),
  output: z.strictObject({}),
  errors: [...memberErrors],
  example: {
    params: { ...example.params, shift: exampleShift.id },
    query: { response: exampleResponse },
    output: {},
  },
});

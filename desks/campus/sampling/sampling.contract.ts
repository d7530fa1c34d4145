import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import {
  areaElsewhere,
  changedMeanwhile,
  notFound,
} from '@liangbuwu/office/http/shared-refusals.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleClass, exampleSchool } from '../contract.examples.ts';
import {
  classesOfGroups,
  sessionIsFixed,
  sessionStarted,
  tooManyPeople,
} from './sampling-rules.ts';
import { SamplingSession, SessionFields } from './session.ts';

const exampleFields: SessionFields = {
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  day: '2022-11-16',
  place: '体育馆',
  start: 25_200,
  samplers: 3,
  perTube: 10,
  swab: 20,
  tube: 45,
  mostWait: 600,
  late: 120,
  groups: [{ name: '1号楼', people: 190, walk: 180, areas: [exampleClass.id] }],
};
export const example: SamplingSession = {
  ...exampleFields,
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c51',
  school: exampleSchool.id,
  version: 1,
  changedBy: '市二中复学专班',
  changedAt: '2022-11-10T01:00:00.000Z',
};
const params = z.strictObject({ school: id, session: id });
const exampleParams = { school: example.school, session: example.id };

export const listSessions = contract({
  id: 'campus.list-sampling',
  method: 'GET',
  path: '/api/campus/schools/:school/sampling',
  summary: say('一所学校的采样安排', 'The sessions of sampling that a school has planned'),
  permission: 'campus.read',
  params: z.strictObject({ school: id }),
  query: z.strictObject({ response: id }),
  output: z.strictObject({ sessions: z.array(SamplingSession) }),
  errors: [notFound],
  example: {
    params: { school: example.school },
    query: { response: example.response },
    output: { sessions: [example] },
  },
});

export const putSession = contract({
  id: 'campus.put-sampling',
  method: 'PUT',
  path: '/api/campus/schools/:school/sampling/:session',
  summary: say(
    '安排一场采样：几个人采、几人一管、哪些楼和班先后来；不写姓名',
    'Plan a session of sampling: how many samplers, how many to a tube, which buildings and classes come first; nobody by name',
  ),
  permission: 'campus.sampling',
  params,
  body: SessionFields.extend({ seen: version.nullable().describe('null: it is new') }),
  output: SamplingSession,
  errors: [
    notFound,
    areaElsewhere,
    outsideResponse,
    responseClosed,
    changedMeanwhile,
    sessionIsFixed,
    sessionStarted,
    classesOfGroups,
    tooManyPeople,
  ],
  example: {
    params: exampleParams,
    body: { ...exampleFields, seen: null },
    output: example,
  },
});

export const removeSession = contract({
  id: 'campus.remove-sampling',
  method: 'DELETE',
  path: '/api/campus/schools/:school/sampling/:session',
  summary: say('删除一场采样安排', 'Remove a planned session'),
  permission: 'campus.sampling',
  params,
  query: z.strictObject({ seen: z.coerce.number().pipe(version) }),
  output: z.strictObject({}),
  errors: [notFound, areaElsewhere, responseClosed, changedMeanwhile, sessionStarted],
  example: { params: exampleParams, query: { seen: 1 }, output: {} },
});

import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleMember } from '../../contract.examples.ts';
import { example as session } from '../sampling.contract.ts';
import { SamplingSession } from '../session.ts';
import { Run, RunCall, Tube } from './run.ts';
import { groupsWithoutPeople, runEnded, runNotStarted } from './run-rules.ts';

export const keyErrors = [keyDestroyed, keyMissing, sealBroken] as const;
export const runErrors = [notFound, responseClosed, runNotStarted, runEnded] as const;

export const params = z.strictObject({ session: id });
export const exampleRun = { session: session.id };

export const exampleTube: Tube = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c61',
  station: 1,
  code: 'T0001',
  people: 10,
  unnamed: 0,
  openedAt: '2022-11-16T07:00:00+08:00',
  closedAt: '2022-11-16T07:04:00+08:00',
  result: null,
  reportedAt: null,
  version: 1,
  followUps: 0,
  followed: 0,
};
const { id: _, changedBy: __, changedAt: ___, version: ____, ...planned } = session;
const run: Run = {
  ...planned,
  session: session.id,
  startedAt: '2022-11-16T06:55:00+08:00',
  endedAt: null,
};

export const readRun = contract({
  id: 'campus.read-sampling-run',
  method: 'GET',
  path: '/api/campus/sampling/:session/run',
  summary: say(
    '一场采样进行到哪里：叫了谁、谁采了（只有编号）、各管几人和结果',
    'How far a session is: calls, who was sampled (by id only), tubes with their results',
  ),
  permission: 'campus.sampling',
  params,
  output: z.strictObject({
    now: instant,
    session: SamplingSession.describe('as it was planned'),
    run: Run.nullable().describe('null: not begun'),
    listed: z.array(z.int()).describe('how many the lists have in each group'),
    outside: z.int().describe('how many of the school are in no group'),
    calls: z.array(RunCall),
    tubes: z.array(Tube),
    sampled: z.array(id),
  }),
  errors: [notFound],
  example: {
    params: exampleRun,
    output: {
      now: '2022-11-16T07:05:00+08:00',
      session,
      run,
      listed: [190],
      outside: 0,
      calls: [{ id: exampleTube.id, number: 0, people: 60, at: '2022-11-16T06:56:00+08:00' }],
      tubes: [exampleTube],
      sampled: [exampleMember],
    },
  },
});

export const startRun = contract({
  id: 'campus.start-sampling',
  method: 'PUT',
  path: '/api/campus/sampling/:session/run',
  summary: say(
    '开始采样：按保存的安排和此刻的名单；已结束的则继续',
    'Begin a session, by the plan as saved and the lists of now; one that was over goes on',
  ),
  permission: 'campus.sampling-run',
  params,
  body: z.strictObject({ seen: version.describe('of the plan') }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed, changedMeanwhile, groupsWithoutPeople],
  example: { params: exampleRun, body: { seen: 1 }, output: {} },
});

export const endRun = contract({
  id: 'campus.end-sampling',
  method: 'PUT',
  path: '/api/campus/sampling/:session/end',
  summary: say('结束采样：封上还开着的管', 'End a session; tubes that are open are closed'),
  permission: 'campus.sampling-run',
  params,
  body: z.strictObject({}),
  output: z.strictObject({}),
  errors: [notFound, responseClosed, runNotStarted],
  example: { params: exampleRun, body: {}, output: {} },
});

export const putCall = contract({
  id: 'campus.call-for-sampling',
  method: 'PUT',
  path: '/api/campus/sampling/:session/calls/:call',
  summary: say(
    '叫下一批，或再叫没来的；重复发送只算一次',
    'Call the next, or again those who have not come; sent twice it counts once',
  ),
  permission: 'campus.sampling-run',
  params: params.extend({ call: id }),
  body: z.strictObject({ number: z.int().min(0).nullable() }),
  output: z.strictObject({}),
  errors: [...runErrors],
  example: {
    params: { ...exampleRun, call: exampleTube.id },
    body: { number: 0 },
    output: {},
  },
});

export const openQueue = contract({
  id: 'campus.open-sampling-list',
  method: 'POST',
  path: '/api/campus/sampling/:session/people',
  summary: say(
    '打开一场采样的名单（姓名；记入台账一次）',
    'Open the names of a session’s people, in the order in which they are called; it stands in the ledger once',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params,
  body: z.strictObject({}),
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        id,
        group: z.int(),
        number: z.int(),
        area: z.string().describe('the name of the class'),
        name: z.string(),
        onPaper: z.boolean().describe('no consent: what is known of them stands on paper'),
      }),
    ),
  }),
  errors: [...runErrors, ...keyErrors],
  example: {
    params: exampleRun,
    body: {},
    output: {
      people: [
        { id: exampleMember, group: 0, number: 1, area: '高三1班', name: '虚构甲', onPaper: false },
      ],
    },
  },
});

import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import * as people from '@liangbuwu/office/people/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleRun, exampleTube, keyErrors, params } from '../run/run.contract.ts';
import { TubeCode, TubeResult } from '../run/run.ts';
import { runNotStarted } from '../run/run-rules.ts';
import { FollowUp } from './follow-up.ts';
import { nobodyFollowed, reportAhead, tubeOpen } from './result-rules.ts';

const errors = [notFound, responseClosed, runNotStarted, ...keyErrors] as const;
const tube = params.extend({ tube: id });
const exampleParams = { ...exampleRun, tube: exampleTube.id };

export const putResult = contract({
  id: 'campus.tube-result',
  method: 'PUT',
  path: '/api/campus/sampling/:session/tubes/:tube/result',
  summary: say(
    '登记一支管的结果和报告时间；规则问检测时，记到管里每个人（加密）',
    'A tube’s result and when it was reported; where the rule asks for a test, it is kept of each of its people, sealed',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params: tube,
  body: z.strictObject({ result: TubeResult, reported: instant, seen: version }),
  output: z.strictObject({}),
  errors: [...errors, changedMeanwhile, tubeOpen, reportAhead],
  example: {
    params: exampleParams,
    body: { result: 'negative', reported: '2022-11-16T19:00:00+08:00', seen: 1 },
    output: {},
  },
});

export const openTubePeople = contract({
  id: 'campus.open-tube-people',
  method: 'POST',
  path: '/api/campus/sampling/:session/tubes/:tube/people',
  summary: say(
    '打开阳性（或无效）管的名单和电话，跟进用；每人一条台账',
    'Open who is in a positive (or invalid) tube, with telephones, to follow them up; each stands in the ledger',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params: tube,
  body: z.strictObject({}),
  output: z.strictObject({
    people: z.array(
      FollowUp.extend({
        id: id.describe('of the follow-up'),
        name: z.string(),
        phone: z.string().nullable(),
        area: z.string().describe('the name of the class'),
        version,
      }),
    ),
  }),
  errors: [...errors, nobodyFollowed, people.tooManyInAnHour],
  example: {
    params: exampleParams,
    body: {},
    output: {
      people: [
        {
          id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c63',
          name: '虚构甲',
          phone: '138 0000 0000',
          area: '高三1班',
          called: null,
          isolatedAt: null,
          code: null,
          outcome: null,
          outcomeAt: null,
          version: 1,
        },
      ],
    },
  },
});

export const putFollowUp = contract({
  id: 'campus.follow-up',
  method: 'PUT',
  path: '/api/campus/sampling/:session/tubes/:tube/follow-ups/:followUp',
  summary: say(
    '跟进一个人：叫到、在哪隔离、单采的管、结果',
    'Follow one person up: called, apart where, the tube that is theirs alone, what came of it',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params: tube.extend({ followUp: id }),
  body: z.strictObject({
    called: z.boolean(),
    isolatedAt: text(60).nullable(),
    code: TubeCode.nullable(),
    outcome: z
      .strictObject({ result: z.enum(['negative', 'positive']), reported: instant })
      .nullable(),
    seen: version,
  }),
  output: FollowUp.extend({ version }),
  errors: [...errors, changedMeanwhile, reportAhead],
  example: {
    params: { ...exampleParams, followUp: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c63' },
    body: { called: true, isolatedAt: '宿舍1号', code: 'S0001', outcome: null, seen: 1 },
    output: {
      called: '2022-11-16T19:20:00+08:00',
      isolatedAt: '宿舍1号',
      code: 'S0001',
      outcome: null,
      outcomeAt: null,
      version: 2,
    },
  },
});

import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { exampleMember } from '../../contract.examples.ts';
import { exampleRun, exampleTube, keyErrors, params, runErrors } from './run.contract.ts';
import { station, TubeCode } from './run.ts';
import * as rules from './run-rules.ts';

export const putTube = contract({
  id: 'campus.open-tube',
  method: 'PUT',
  path: '/api/campus/sampling/:session/tubes/:tube',
  summary: say(
    '在一个台开一支管；已开的管装得下剩下的人时不开',
    'Open a tube at a station; not where the open ones have room for all who are left. Sent twice it is one',
  ),
  permission: 'campus.sampling-run',
  params: params.extend({ tube: id }),
  body: z.strictObject({ station, code: TubeCode }),
  output: z.strictObject({}),
  errors: [
    ...runErrors,
    rules.noSuchStation,
    rules.tubeStillOpen,
    rules.nobodyLeft,
    rules.roomElsewhere,
    rules.codeTaken,
  ],
  example: {
    params: { ...exampleRun, tube: exampleTube.id },
    body: { station: 1, code: 'T0001' },
    output: {},
  },
});

const swab = params.extend({ swab: id });
const exampleSwab = { ...exampleRun, swab: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c62' };

export const putSwab = contract({
  id: 'campus.take-swab',
  method: 'PUT',
  path: '/api/campus/sampling/:session/swabs/:swab',
  summary: say(
    '登记一个人采进一支管；一人一场只算一次',
    'Somebody is sampled into a tube; once a session, however often it is sent',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params: swab,
  body: z.strictObject({ tube: id, member: id }),
  output: z.strictObject({
    onPaper: z.boolean().describe('no consent: the name goes on the tube’s paper'),
  }),
  errors: [...runErrors, ...keyErrors, rules.tubeClosed, rules.notInSession, rules.alreadySampled],
  example: {
    params: exampleSwab,
    body: { tube: exampleTube.id, member: exampleMember },
    output: { onPaper: false },
  },
});

export const undoSwab = contract({
  id: 'campus.undo-swab',
  method: 'PUT',
  path: '/api/campus/sampling/:session/swabs/:swab/undone',
  summary: say(
    '点错了人：取消这一次，管还没有结果时可以',
    'It was somebody else: take it back, as long as the tube has no result',
  ),
  permission: 'campus.sampling-run',
  confidential: true,
  params: swab,
  body: z.strictObject({ tube: id.describe('as it was recorded') }),
  output: z.strictObject({}),
  errors: [...runErrors, ...keyErrors, rules.tubeReported],
  example: { params: exampleSwab, body: { tube: exampleTube.id }, output: {} },
});

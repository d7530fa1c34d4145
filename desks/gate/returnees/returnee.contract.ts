import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import {
  birthMonthNeeded,
  consentNeeded,
  consentWithdrawn,
  personOutsideResponse,
  personTwice,
} from '@liangbuwu/office/people/rules.ts';
import { beforeResponse, notYet, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { factsUnfit, tableBroken } from '@liangbuwu/office/rulebook/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';
import { noLastFour, nothingAsked } from '../passes/pass-rules.ts';
import { exampleApplication, examplePass } from '../passes/passes.examples.ts';
import { Arrival, HandOverReason, Returnee } from './returnee.ts';
import { notAnOfficial, nothingLeft, notMonitored, notYetOver } from './returnee-rules.ts';

const keys = [keyDestroyed, keyMissing, sealBroken];
const params = z.strictObject({ returnee: id });
const consent = [consentNeeded, consentWithdrawn];

const example: Returnee = {
  id: '5d1f7b60-93c8-4b63-8e0f-1a6f2c7d9b77',
  area: exampleGate.area,
  areaName: '白壁村',
  state: 'home',
  arrived: '2022-11-10T01:00:00.000Z',
  holder: { name: '张*', lastFour: '0123' },
  decision: { ...examplePass.decision, outcome: say('居家隔离 7 天', '7 days at home') },
  official: { id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '白壁村包村干部' },
  days: [
    {
      day: '2022-11-11',
      promise: '0cb3d8bc-3a6c-4d35-8a4d-1e3f0b3f6a55',
      official: '白壁村包村干部',
      state: 'to-come',
      doneAt: null,
      household: null,
    },
  ],
  releaseOn: '2022-11-18',
  mayRelease: false,
  releasedAt: null,
};
const { holder } = exampleApplication;
if (holder.kind !== 'person') throw new TypeError('the example is about a person');

export const putReturnee = contract({
  id: 'gate.put-returnee',
  method: 'PUT',
  path: '/api/gate/returnees/:returnee',
  summary: say(
    '登记返乡人员，按到达那天的规定判断；居家监测的每一天由一名干部负责',
    'Register who came home, judged by the rule of that day; each day of monitoring is an official’s promise',
  ),
  permission: 'gate.returnees',
  confidential: true,
  params,
  body: Arrival,
  output: Returnee,
  errors: [
    nothingAsked,
    notAnOfficial,
    noLastFour,
    notYet,
    beforeResponse,
    factsUnfit,
    tableBroken,
    personTwice,
    birthMonthNeeded,
    personOutsideResponse,
    ...consent,
    changedMeanwhile,
    responseClosed,
    ...keys,
    notFound,
  ],
  example: {
    params: { returnee: example.id },
    body: {
      response: exampleGate.response,
      area: exampleGate.area,
      holder,
      arrived: example.arrived,
      from: { place: '郑州市', left: '2022-11-09T10:00:00+08:00' },
      facts: { status: 'none', stay: 'high' },
      official: null,
      onBehalf: true,
    },
    output: example,
  },
});

export const listReturnees = contract({
  id: 'gate.returnees',
  method: 'GET',
  path: '/api/gate/returnees',
  summary: say(
    '返乡人员：谁该今天上门，谁过期没去，谁该解除',
    'Who came home: whom to look after today, who was missed, who is to be released',
  ),
  permission: 'gate.returnees',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ returnees: z.array(Returnee), overdue: z.int() }),
  errors: [...keys, notFound],
  example: {
    query: { response: exampleGate.response },
    output: { returnees: [example], overdue: 0 },
  },
});

export const recordMonitoring = contract({
  id: 'gate.record-monitoring',
  method: 'PUT',
  path: '/api/gate/returnees/:returnee/visits/:visit',
  summary: say(
    '登记某一天的居家监测；重复提交只算一次',
    "Record a day's monitoring; sent twice it counts once",
  ),
  permission: 'gate.returnees',
  confidential: true,
  params: params.extend({ visit: id }),
  body: z.strictObject({
    day,
    temperature: z.number().min(30).max(45).optional().describe('°C; kept sealed, for home'),
  }),
  output: Returnee,
  errors: [notMonitored, notYet, ...consent, changedMeanwhile, responseClosed, ...keys, notFound],
  example: {
    params: { returnee: example.id, visit: '84c6a1e4-7f0c-4a5e-8d53-6f0b1c2d3e55' },
    body: { day: '2022-11-11', temperature: 36.5 },
    output: example,
  },
});

export const releaseReturnee = contract({
  id: 'gate.release-returnee',
  method: 'POST',
  path: '/api/gate/returnees/:returnee/release',
  summary: say('期满解除居家监测', 'Release from monitoring, on the day on which it is over'),
  permission: 'gate.returnees',
  params,
  output: Returnee,
  errors: [notMonitored, notYetOver, responseClosed, ...keys, notFound],
  example: {
    params: { returnee: example.id },
    output: { ...example, state: 'released', releasedAt: '2022-11-18T01:00:00.000Z' },
  },
});

export const listOfficials = contract({
  id: 'gate.officials',
  method: 'GET',
  path: '/api/gate/officials',
  summary: say(
    '可以承诺某村监测日的干部，离得近的在前',
    'Who may promise days of monitoring in an area, the nearest first',
  ),
  permission: 'gate.returnees',
  query: z.strictObject({ area: id }),
  output: z.strictObject({
    officials: z.array(z.strictObject({ id, name: z.string(), areaName: z.string() })),
  }),
  errors: [notFound],
  example: {
    query: { area: exampleGate.area },
    output: { officials: [{ ...example.official, areaName: '白壁村' }] },
  },
});

export const handOver = contract({
  id: 'gate.hand-over',
  method: 'PUT',
  path: '/api/gate/returnees/:returnee/official',
  summary: say(
    '把剩下的监测日转交另一名干部；过去的日子不变',
    'Hand the days of monitoring that are left to another official; past days stay as they were',
  ),
  permission: 'gate.returnees',
  params,
  body: z.strictObject({ official: id, reason: HandOverReason }),
  output: Returnee,
  errors: [notMonitored, notAnOfficial, nothingLeft, responseClosed, ...keys, notFound],
  example: {
    params: { returnee: example.id },
    body: { official: example.official.id, reason: 'leave' },
    output: example,
  },
});

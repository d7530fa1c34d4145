import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, version } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleClass, exampleSchool } from '../contract.examples.ts';
import { examplePlan, exampleResponse } from '../reopening/reopening.examples.ts';
import { AnnouncementWords, Batch, BatchBody, SchoolBatches } from './batch.ts';
import { batchDoesNotFit, classElsewhereInBatch, noApprovedPlan } from './batch-rules.ts';

const words = {
  'zh-CN': '市二中返校公告（第 1 批）\n\n11月17日周四 07:00–07:30，南门：高三',
  en: 'No. 2 High School: return to school, batch 1\n\nThu, Nov 17, 07:00–07:30, south gate: grade 12',
};
const announcement = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c22';

const exampleBatch: Batch = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c21',
  school: exampleSchool.id,
  number: 1,
  plan: examplePlan.id,
  day: '2022-11-17',
  perQuarter: 120,
  lines: [{ class: exampleClass.id, people: 50, from: '07:00', to: '07:30', gate: '南门' }],
  bring: say('口罩', 'A mask'),
  contact: say('班主任', 'The class teacher'),
  people: 50,
  checks: [],
  announcements: [
    {
      id: announcement,
      number: 1,
      words,
      at: '2022-11-10T02:00:00.000Z',
      by: '市二中复学专班',
      read: [{ class: exampleClass.id, count: 12 }],
    },
  ],
  changedSince: false,
  version: 1,
};

export const listBatches = contract({
  id: 'campus.batches',
  method: 'GET',
  path: '/api/campus/schools/:school/batches',
  summary: say(
    '一所学校的返校批次：谁、何时、走哪个门，容不容得下，公告了什么',
    'The batches in which a school returns: who, when, by which gate, whether it fits, what was announced',
  ),
  permission: 'campus.plans',
  params: z.strictObject({ school: id }),
  query: z.strictObject({ response: id }),
  output: SchoolBatches,
  errors: [notFound],
  example: {
    params: { school: exampleSchool.id },
    query: { response: exampleResponse },
    output: {
      school: { id: exampleSchool.id, name: exampleSchool.name, boards: true },
      today: '2022-11-10',
      approved: null,
      classes: [exampleClass],
      batches: [exampleBatch],
      code: 'ACDE3467',
    },
  },
});

const { day, perQuarter, lines, bring, contact } = exampleBatch;

export const putBatch = contract({
  id: 'campus.put-batch',
  method: 'PUT',
  path: '/api/campus/batches/:batch',
  summary: say(
    '按已批准的方案排一个返校批次',
    'Make or change a batch of an approved plan; what does not fit is said, and keeps it from being announced',
  ),
  permission: 'campus.batches',
  params: z.strictObject({ batch: id }),
  body: BatchBody,
  output: Batch,
  errors: [noApprovedPlan, classElsewhereInBatch, changedMeanwhile, responseClosed, notFound],
  example: {
    params: { batch: exampleBatch.id },
    body: {
      response: exampleResponse,
      school: exampleSchool.id,
      seen: null,
      day,
      perQuarter,
      lines,
      bring,
      contact,
    },
    output: { ...exampleBatch, announcements: [] },
  },
});

export const draftAnnouncement = contract({
  id: 'campus.draft-announcement',
  method: 'GET',
  path: '/api/campus/batches/:batch/announcement',
  summary: say(
    '由批次、方案和执行中的规则写出的公告稿',
    'An announcement as the batch, the plan and the rule in force word it',
  ),
  permission: 'campus.plans',
  params: z.strictObject({ batch: id }),
  output: z.strictObject({ words: Say }),
  errors: [noApprovedPlan, notFound],
  example: { params: { batch: exampleBatch.id }, output: { words } },
});

export const announceBatch = contract({
  id: 'campus.announce-batch',
  method: 'PUT',
  path: '/api/campus/batches/:batch/announcements/:announcement',
  summary: say(
    '向家长公告一个批次；说过的不改，更正是新的一条',
    'Announce a batch to parents; what was said stays, and a correction is another announcement',
  ),
  permission: 'campus.batches',
  params: z.strictObject({ batch: id, announcement: id }),
  body: z.strictObject({ seen: version, words: AnnouncementWords }),
  output: Batch,
  errors: [noApprovedPlan, batchDoesNotFit, changedMeanwhile, responseClosed, notFound],
  example: {
    params: { batch: exampleBatch.id, announcement },
    body: { seen: 1, words },
    output: exampleBatch,
  },
});

const code = z.string().length(8);

export const giveSchoolCode = contract({
  id: 'campus.give-code',
  method: 'POST',
  path: '/api/campus/schools/:school/code',
  summary: say(
    '给学校一个公开编号，或换一个：旧海报上的从此打不开',
    'Give a school a public code, or another: the one on its old poster opens nothing from now on',
  ),
  permission: 'campus.batches',
  params: z.strictObject({ school: id }),
  body: z.strictObject({ replaces: code.nullable().describe('the code that was seen') }),
  output: z.strictObject({ code }),
  errors: [changedMeanwhile, notFound],
  example: {
    params: { school: exampleSchool.id },
    body: { replaces: null },
    output: { code: 'ACDE3467' },
  },
});

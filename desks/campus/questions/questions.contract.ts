import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleResponse, exampleSchool } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { Asked, answerText, Published, questionText, Topic } from './question.ts';
import { identityNumber } from './question-rules.ts';

const question = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9ca1';
const published = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9ca2';

export const listQuestions = contract({
  id: 'campus.list-questions',
  method: 'POST',
  path: '/api/campus/areas/:area/questions',
  summary: say(
    '家长问学校的问题和回答（记入台账一次），以及已公开的回答',
    'What parents asked the school and were answered (one entry of the ledger), and what was published',
  ),
  permission: 'campus.parents',
  params: z.strictObject({ area: id.describe('a class, or a school') }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({ questions: z.array(Asked), published: z.array(Published) }),
  errors: [...memberErrors],
  example: {
    params: { area: exampleSchool.id },
    body: { response: exampleResponse },
    output: {
      questions: [
        {
          id: question,
          topic: 'report',
          class: exampleClass.name,
          child: '虚构甲',
          text: '核酸要几小时内的？',
          at: '2022-11-16T04:00:00.000Z',
          answerBy: '2022-11-17T04:00:00.000Z',
          answer: null,
          version: 1,
        },
      ],
      published: [
        {
          id: published,
          topic: 'gate',
          question: '家长的车停在哪里？',
          answer: '停在东门外停车场。',
          at: '2022-11-15T04:00:00.000Z',
          own: true,
        },
      ],
    },
  },
});

export const answerQuestion = contract({
  id: 'campus.answer-question',
  method: 'PUT',
  path: '/api/campus/questions/:question/answer',
  summary: say(
    '回答一个问题，或更正回答；问的家庭在自己的页面上看',
    'Answers a question, or corrects the answer; the family reads it on its own page',
  ),
  permission: 'campus.parents',
  confidential: true,
  params: z.strictObject({ question: id }),
  body: z.strictObject({
    response: id,
    answer: answerText,
    seen: version.describe('the version that was answered'),
  }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile],
  example: {
    params: { question },
    body: { response: exampleResponse, answer: '到校前48小时内的。', seen: 1 },
    output: {},
  },
});

export const publishAnswer = contract({
  id: 'campus.publish-answer',
  method: 'PUT',
  path: '/api/campus/areas/:area/published/:entry',
  summary: say(
    '公开一个问题和回答给全校家长：另写，不写是谁问的；同一编号只公开一次',
    'Publishes a question with its answer for all parents of the school, in words of its own and without who asked; the same id counts once',
  ),
  permission: 'campus.parents',
  confidential: true,
  params: z.strictObject({
    area: id.describe('the school, or the class that publishes'),
    entry: id,
  }),
  body: z.strictObject({ response: id, topic: Topic, question: questionText, answer: answerText }),
  output: z.strictObject({}),
  errors: [...memberErrors, changedMeanwhile, identityNumber],
  example: {
    params: { area: exampleSchool.id, entry: published },
    body: {
      response: exampleResponse,
      topic: 'gate',
      question: '家长的车停在哪里？',
      answer: '停在东门外停车场。',
    },
    output: {},
  },
});

export const withdrawAnswer = contract({
  id: 'campus.withdraw-answer',
  method: 'POST',
  path: '/api/campus/published/:entry/withdraw',
  summary: say(
    '收回公开的回答，家长不再看到',
    'Takes a published answer back; parents see it no more',
  ),
  permission: 'campus.parents',
  params: z.strictObject({ entry: id }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({}),
  errors: [...memberErrors],
  example: { params: { entry: published }, body: { response: exampleResponse }, output: {} },
});

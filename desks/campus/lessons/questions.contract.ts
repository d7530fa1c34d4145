import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { Question, QuestionText } from './question.ts';

const exampleQuestion: Question = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c24',
  class: exampleClass.id,
  className: exampleClass.name,
  pupil: '虚构甲',
  mentor: '王老师',
  text: '第 12 页第 3 题怎么做？',
  asked: '2022-11-17T02:00:00.000Z',
  promised: '2022-11-17T12:00:00.000Z',
  answer: null,
};
const answered: Question = {
  ...exampleQuestion,
  answer: { version: 1, text: '先配方。', at: '2022-11-17T09:00:00.000Z', by: '王老师' },
};

const asked = z.strictObject({ response: id });
const questions = z.strictObject({ questions: z.array(Question) });
const body = z.strictObject({
  response: id,
  seen: z.int().min(0).describe('the version of the answer that was read; 0: none yet'),
  text: QuestionText,
});
const exampleBody = { response: exampleResponse, seen: 0, text: '先配方。' };

export const listClassQuestions = contract({
  id: 'campus.class-lesson-questions',
  method: 'POST',
  path: '/api/campus/classes/:class/lesson-questions',
  summary: say(
    '本班家长的提问：先要答复的在前（记入台账一次）',
    'What families of the class asked, the earliest promised first; the ledger hears of it once',
  ),
  permission: 'campus.pupils',
  params: z.strictObject({ class: id }),
  body: asked,
  output: questions,
  errors: [...memberErrors],
  example: {
    params: { class: exampleClass.id },
    body: { response: exampleResponse },
    output: { questions: [exampleQuestion] },
  },
});

export const listOwnQuestions = contract({
  id: 'campus.own-lesson-questions',
  method: 'POST',
  path: '/api/campus/lesson-questions/own',
  summary: say(
    '问我的：我做导师的学生家长的提问（记入台账一次）',
    'What families asked who signed in as a mentor; the ledger hears of it once',
  ),
  permission: 'campus.mentor',
  body: asked,
  output: questions,
  errors: [...memberErrors],
  example: { body: { response: exampleResponse }, output: { questions: [exampleQuestion] } },
});

export const answerOfClass = contract({
  id: 'campus.answer-class-lesson-question',
  method: 'PUT',
  path: '/api/campus/classes/:class/lesson-questions/:question/answer',
  summary: say(
    '班主任答复本班家长的提问；改过的答复以最后一次为准',
    'The class teacher answers; corrected, the last counts',
  ),
  permission: 'campus.pupils',
  confidential: true,
  params: z.strictObject({ class: id, question: id }),
  body,
  output: Question,
  errors: [...memberErrors, changedMeanwhile],
  example: {
    params: { class: exampleClass.id, question: exampleQuestion.id },
    body: exampleBody,
    output: answered,
  },
});

export const answerOwn = contract({
  id: 'campus.answer-own-lesson-question',
  method: 'PUT',
  path: '/api/campus/lesson-questions/:question/answer',
  summary: say(
    '导师答复问自己的；改过的答复以最后一次为准',
    'A mentor answers what they were asked; corrected, the last counts',
  ),
  permission: 'campus.mentor',
  confidential: true,
  params: z.strictObject({ question: id }),
  body,
  output: Question,
  errors: [...memberErrors, changedMeanwhile],
  example: { params: { question: exampleQuestion.id }, body: exampleBody, output: answered },
});

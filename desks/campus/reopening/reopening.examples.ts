import { exampleSchool } from '../contract.examples.ts';
import { emptyParts } from './parts.ts';
import type { Plan, SchoolReopening } from './reopening.ts';

export const exampleResponse = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
export const exampleStep = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c12';

export const examplePlan: Plan = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c11',
  response: exampleResponse,
  school: exampleSchool.id,
  number: 1,
  state: 'submitted',
  parts: emptyParts,
  objections: [],
  answers: [],
  findings: [],
  since: '2022-11-10T01:00:00.000Z',
  due: '2022-11-12T01:00:00.000Z',
  overdue: false,
  gaps: [],
  notInOrder: [],
  steps: [
    {
      id: exampleStep,
      event: 'submitted',
      by: { id: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77', name: '市二中复学专班' },
      at: '2022-11-10T01:00:00.000Z',
      findings: [],
      objections: [],
      answers: [],
    },
  ],
  hands: [],
  version: 2,
};

export const exampleReopening: SchoolReopening = {
  school: {
    id: exampleSchool.id,
    name: exampleSchool.name,
    withinName: exampleSchool.withinName,
    boards: true,
    grades: [{ stage: 'senior-high', grade: 12, classes: 20 }],
  },
  today: '2022-11-10',
  now: '2022-11-10T01:00:00.000Z',
  rule: null,
  ruleOn: '2022-11-17',
  noRule: { 'zh-CN': '没有规则在执行。', en: 'No rule is in force.' },
  plan: examplePlan,
  earlier: [],
};

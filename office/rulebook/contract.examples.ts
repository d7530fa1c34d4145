import { say } from '../http/say.ts';
import type { Ending, RuleFact, RuleSet, RuleVersion, VersionFields } from './rulebook.ts';

const clerk = { id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '区防控值班' };
const second = { id: '0c4a7f51-6d1e-4f0e-8a3b-7be2d1c9a035', name: '区防控负责人' };

export const exampleSet: RuleSet = {
  id: '5d1f7b60-93c8-4b63-8e0f-1a6f2c7d9b01',
  area: {
    id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
    name: '天元区',
    path: ['0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', '6f2f6f0e-6e55-4c54-9a4f-3d0b4a0f4302'],
  },
  purpose: 'return-to-school',
  kind: 'epidemic',
  name: say('高三返校', 'Grade 12 back to school'),
  responses: ['6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11'],
  inScope: true,
};

export const exampleFact: RuleFact = {
  name: 'proof hours',
  type: 'integer',
  say: say('核酸阴性证明距采样', 'Hours since the negative sample'),
  unit: say('小时', 'hours'),
  values: [],
  sensitivity: 'health',
  purposes: ['return-to-school', 'enter-village'],
};

export const exampleFields: VersionFields = {
  from: '2022-11-17T00:00:00+08:00',
  until: null,
  issuer: say('天元区疫情防控指挥部', 'Epidemic headquarters, Tianyuan District'),
  document: say('示例文件〔2022〕1号', 'Example document 2022 no. 1'),
  source: null,
  appeal: say('学校防疫专干', "The school's epidemic officer"),
  supersedes: [],
  invented: true,
  table: {
    id: 'school',
    name: '返校',
    hitPolicy: 'UNIQUE',
    columns: [{ expression: 'proof hours' }],
    outputs: [
      {
        name: 'decision',
        type: 'string',
        words: [
          { value: 'return', say: say('可以返校', 'may return') },
          { value: 'test', say: say('先做核酸', 'is tested first') },
        ],
      },
    ],
    rules: [
      { id: 'r1', when: ['<= 48'], gives: ['"return"'] },
      { id: 'r2', when: ['> 48'], gives: ['"test"'] },
    ],
  },
  cases: [
    {
      name: say('前一天采样', 'Sampled the day before'),
      facts: { 'proof hours': 20 },
      at: null,
      expect: { outcome: 'return' },
    },
    {
      name: say('证明过期', 'The proof is too old'),
      facts: { 'proof hours': 60 },
      at: null,
      expect: { outcome: 'test' },
    },
  ],
};

export const exampleVersion: RuleVersion = {
  ...exampleFields,
  from: '2022-11-16T16:00:00.000Z',
  id: '8f0c6a3e-2f4d-4bb0-9c35-5e8d7a1b2c02',
  set: exampleSet.id,
  number: 1,
  state: 'published',
  draftedBy: clerk,
  editedBy: [],
  draftedAt: '2022-11-14T02:00:00.000Z',
  proposedBy: clerk,
  proposedAt: '2022-11-14T03:00:00.000Z',
  publishedBy: second,
  publishedAt: '2022-11-14T06:00:00.000Z',
  sentBack: null,
  ending: null,
  version: 3,
};

export const exampleEnding: Ending = {
  id: '2c9e4d7a-6b1f-4e38-a5d0-71c8f3b2e604',
  at: '2022-12-01T16:00:00.000Z',
  proposedBy: clerk,
  proposedAt: '2022-11-20T01:00:00.000Z',
  publishedBy: null,
  publishedAt: null,
};

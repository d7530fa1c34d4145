import type { School, SchoolClass } from './campus.ts';

export const exampleSchool: School = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c01',
  within: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
  withinName: '天元区',
  name: '市二中',
  ruleName: null,
  boards: true,
  invented: false,
  classes: 1,
  inScope: true,
};

export const exampleClass: SchoolClass = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c02',
  school: exampleSchool.id,
  name: '高三1班',
  stage: 'senior-high',
  grade: 12,
  invented: true,
  inScope: true,
};

export const exampleResponse = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
export const exampleMember = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c03';

import { expect, test } from 'vitest';
import { gradeWords } from '../grade-words.ts';
import { findGaps } from './gaps.ts';
import { emptyParts, type Parts } from './parts.ts';
import { type Known, planParts } from './plan-parts.ts';

const known: Known = {
  today: '2022-11-12',
  boards: true,
  grades: [
    { stage: 'senior-high', grade: 11, classes: 2 },
    { stage: 'senior-high', grade: 12, classes: 3 },
  ],
};

const whole: Parts = {
  epidemicPlan: { adopted: '2022-11-10', checksADay: 3, words: '' },
  arrivals: {
    grades: [
      { stage: 'senior-high', grade: 11, day: '2022-11-18' },
      { stage: 'senior-high', grade: 12, day: '2022-11-17' },
    ],
    gates: 2,
    words: '',
  },
  lodging: { sittings: 2, beds: 100, words: '' },
  supplies: { people: 721, masks: 5047, thermometers: 2, words: '' },
  logistics: { transferZone: true, utilities: '2022-11-11', words: '' },
  emergency: { isolationRooms: 1, hospital: true, drill: '2022-11-11', words: '' },
  disinfection: { done: '2022-11-12', words: '' },
  training: { staff: 40, trained: 40, words: '' },
  tests: { on: '2022-11-16', samplers: 3, words: '' },
};

const lacks = (change: Partial<Parts>, of: Partial<Known> = {}) =>
  findGaps({ ...whole, ...change }, { ...known, ...of }).map(
    ({ part, field }) => `${part}.${field}`,
  );

test('a whole plan lacks nothing, an empty one every field and every grade', () => {
  expect(lacks({})).toEqual([]);
  const fields = Object.values(planParts).reduce((sum, part) => sum + part.fields.length, 0);
  expect(lacks(emptyParts)).toHaveLength(fields + known.grades.length);
});

test('a school where nobody lives in is asked for no beds', () => {
  const lodging = { ...whole.lodging, beds: null };
  expect(lacks({ lodging })).toEqual(['lodging.beds']);
  expect(lacks({ lodging }, { boards: false })).toEqual([]);
});

test('each threshold holds to the unit', () => {
  expect(lacks({ supplies: { ...whole.supplies, masks: 5046 } })).toEqual(['supplies.masks']);
  expect(lacks({ tests: { ...whole.tests, samplers: 2 } })).toEqual(['tests.samplers']);
  expect(lacks({ training: { ...whole.training, trained: 39 } })).toEqual(['training.trained']);
  const supplies = { ...whole.supplies, thermometers: 1 };
  expect(lacks({ supplies })).toEqual(['supplies.thermometers']);
});

test('days are held against today and against the first arrival', () => {
  expect(lacks({ tests: { ...whole.tests, on: '2022-11-14' } })).toEqual(['tests.on']);
  expect(lacks({ tests: { ...whole.tests, on: '2022-11-15' } })).toEqual([]);
  expect(lacks({ disinfection: { done: '2022-11-09', words: '' } })).toEqual(['disinfection.done']);
  expect(lacks({}, { today: '2022-11-11' })).toEqual(['disinfection.done']);
  expect(lacks({}, { today: '2022-11-18' })).toEqual(['arrivals.grades']);
});

test('a gap says in words what is there and what is asked for', () => {
  const [gap] = findGaps({ ...whole, supplies: { ...whole.supplies, masks: 3000 } }, known);
  expect(gap?.words).toEqual({
    'zh-CN': '口罩 3000 只，721 人只够 4 天，要够 7 天',
    en: '3000 masks last 721 people 4 days; 7 are asked for',
  });
  expect(gradeWords({ stage: 'junior-high', grade: 9 })['zh-CN']).toBe('初三');
});

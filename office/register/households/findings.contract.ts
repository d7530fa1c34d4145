import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, version } from '../../http/fields.ts';
import { Say, say } from '../../http/say.ts';
import { areaElsewhere, changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { Names } from '../../tables/contract.ts';
import { changedSince, nothingToUndo, rowRemoved } from '../../tables/refusals.ts';
import { Household, household } from './contract.ts';
import { householdOfAnotherResponse, mergedWithItself } from './rules.ts';

export const Finding = z.strictObject({
  id: z.string().describe('what the list of households is narrowed to by `only`'),
  found: Say,
  means: Say,
  todo: Say,
  doubles: z.enum(['label', 'sound']).nullable().describe('doubles of each other, by this'),
  households: z.int().describe('how many are found'),
});
export type Finding = z.infer<typeof Finding>;

const query = { response: id, area: id.optional().describe('only in this area and below it') };
const { response } = household;
const double: Household = {
  ...household,
  id: 'a1b2c3d4-5a6f-4d07-9b35-3f2a1f2b7d22',
  label: '三组十六号',
};

export const listFindings = contract({
  id: 'register.list-household-findings',
  method: 'GET',
  path: '/api/register/households/findings',
  summary: say(
    '待核对：看上去有误的住户，按种类计数',
    'To check: households that look wrong, counted by what is wrong',
  ),
  permission: 'register.read',
  query: z.strictObject(query),
  output: z.strictObject({ findings: z.array(Finding) }),
  example: {
    query: { response },
    output: {
      findings: [
        {
          id: 'nobody',
          found: say('0 人户', 'Households of nobody'),
          means: say('登记为 0 人。', 'Registered with no people.'),
          todo: say('核对人数。', 'Check the figure.'),
          doubles: null,
          households: 2,
        },
      ],
    },
  },
});

export const listDoubles = contract({
  id: 'register.list-household-doubles',
  method: 'GET',
  path: '/api/register/households/doubles',
  summary: say('重复登记的住户，一组一组', 'Households that are doubles of each other, in groups'),
  permission: 'register.read',
  query: z.strictObject({
    ...query,
    by: z.enum(['label', 'sound']),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.strictObject({
    groups: z.array(z.array(Household)),
    total: z.int().describe('groups in all'),
    names: Names,
  }),
  example: {
    query: { response, by: 'label' },
    output: { groups: [[household, double]], total: 1, names: {} },
  },
});

const merged = z.strictObject({
  row: Household,
  change: z.int().nullable().describe("in the kept one's history; null: it stayed as it was"),
  others: z.array(z.strictObject({ id, change: z.int() })).describe('the removals'),
});

const params = z.strictObject({ row: id });

export const mergeHouseholds = contract({
  id: 'register.merge-households',
  method: 'POST',
  path: '/api/register/households/:row/merge',
  summary: say(
    '合并重复登记的住户：保留这一户，其余按重复移除；独居、不能来取水的标记保留',
    'Merge doubles: this one stays, the others are removed as doubled; that somebody is alone or cannot come is kept',
  ),
  permission: 'register.write',
  params,
  body: z.strictObject({
    version,
    others: z.array(z.strictObject({ id, version })).min(1).max(20),
  }),
  output: merged,
  errors: [
    notFound,
    areaElsewhere,
    changedMeanwhile,
    rowRemoved,
    responseClosed,
    householdOfAnotherResponse,
    mergedWithItself,
  ],
  example: {
    params: { row: household.id },
    body: { version: 1, others: [{ id: double.id, version: 1 }] },
    output: { row: household, change: null, others: [{ id: double.id, change: 2 }] },
  },
});

export const separateHouseholds = contract({
  id: 'register.separate-households',
  method: 'POST',
  path: '/api/register/households/:row/separate',
  summary: say('撤销合并', 'Take a merge back, with what it answered'),
  permission: 'register.write',
  params,
  body: merged.omit({ row: true }).extend({
    others: merged.shape.others.min(1).max(20),
  }),
  output: z.strictObject({ row: Household }),
  errors: [
    notFound,
    areaElsewhere,
    nothingToUndo,
    changedSince,
    rowRemoved,
    responseClosed,
    mergedWithItself,
  ],
  example: {
    params: { row: household.id },
    body: { change: null, others: [{ id: double.id, change: 2 }] },
    output: { row: household },
  },
});

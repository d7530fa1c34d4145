import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text, version } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { after, limit } from '../cursor.ts';
import { areaNotCovered, householdOfAnotherResponse } from './rules.ts';

export const Household = z.strictObject({
  id,
  response: id,
  area: id,
  place: id.describe('the point that serves it'),
  label: z.string().describe('its house number, never a name'),
  people: z.int(),
  aloneElderly: z.boolean().describe('an old person who lives alone'),
  cannotCome: z.boolean().describe('cannot come to the point: is brought water'),
  hasContact: z.boolean(),
  version,
});
export type Household = z.infer<typeof Household>;

export const HouseholdFields = z.strictObject({
  response: id,
  area: id,
  place: id,
  label: text(60, 1),
  people: z.int().min(0).max(10_000),
  aloneElderly: z.boolean().default(false),
  cannotCome: z.boolean().default(false),
});
export type HouseholdFields = z.infer<typeof HouseholdFields>;

const Counts = z.strictObject({
  households: z.int(),
  people: z.int(),
  aloneElderly: z.int().describe('households of an old person alone'),
  cannotCome: z.int().describe('households that are brought water'),
});
export type Counts = z.infer<typeof Counts>;

export const household: Household = {
  id: '8f1c6f60-5a6f-4d07-9b35-3f2a1f2b7d21',
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  place: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  label: '白壁村3组16户',
  people: 1,
  aloneElderly: true,
  cannotCome: true,
  hasContact: true,
  version: 1,
};
const { response, area, place, label, people } = household;

export const listHouseholds = contract({
  id: 'register.list-households',
  method: 'GET',
  path: '/api/register/households',
  summary: say('住户一览（不含姓名电话）', "A response's households in your areas, without names"),
  permission: 'register.read',
  query: z.strictObject({
    response: id,
    area: id.optional().describe('only in this area and below it'),
    place: id.optional(),
    only: z.enum(['alone-elderly', 'cannot-come', 'without-contact']).optional(),
    after,
    limit,
  }),
  output: z.strictObject({ households: z.array(Household), next: z.string().nullable() }),
  example: { query: { response, place }, output: { households: [household], next: null } },
});

export const countHouseholds = contract({
  id: 'register.count-households',
  method: 'GET',
  path: '/api/register/households/counts',
  summary: say('各地点的户数、人数', 'Households and people by place'),
  permission: 'register.read',
  query: z.strictObject({ response: id, area: id.optional() }),
  output: z.strictObject({
    places: z.array(Counts.extend({ place: id, name: z.string() })),
    total: Counts,
  }),
  example: {
    query: { response },
    output: {
      places: [
        { place, name: '白壁村3组', households: 17, people: 61, aloneElderly: 1, cannotCome: 1 },
      ],
      total: { households: 17, people: 61, aloneElderly: 1, cannotCome: 1 },
    },
  },
});

export const totalHouseholds = contract({
  id: 'register.total-households',
  method: 'GET',
  path: '/api/register/households/totals',
  summary: say(
    '已结束响应的汇总数（个人信息已销毁）',
    'What is left of an ended response: totals by area, its personal data being destroyed',
  ),
  permission: 'register.read',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ areas: z.array(Counts.extend({ area: id, name: z.string() })) }),
  example: {
    query: { response },
    output: {
      areas: [
        { area, name: '白壁村', households: 320, people: 1130, aloneElderly: 21, cannotCome: 17 },
      ],
    },
  },
});

export const putHousehold = contract({
  id: 'register.put-household',
  method: 'PUT',
  path: '/api/register/households/:household',
  summary: say(
    '登记或修改住户',
    'Register a household or change it; again with the same content it changes nothing',
  ),
  permission: 'register.write',
  params: z.strictObject({ household: id }),
  body: HouseholdFields.extend({
    version: version
      .optional()
      .describe('the version that was changed; left out: whatever is there'),
  }),
  output: Household,
  errors: [notFound, changedMeanwhile, responseClosed, areaNotCovered, householdOfAnotherResponse],
  example: {
    params: { household: household.id },
    body: { response, area, place, label, people, aloneElderly: true, cannotCome: true },
    output: household,
  },
});

export const removeHousehold = contract({
  id: 'register.remove-household',
  method: 'POST',
  path: '/api/register/households/:household/remove',
  summary: say('注销住户', 'Take a household off the register, with its contact'),
  permission: 'register.write',
  params: z.strictObject({ household: id }),
  body: z.strictObject({ why: z.enum(['moved', 'died', 'doubled', 'mistake']) }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed],
  example: { params: { household: household.id }, body: { why: 'doubled' }, output: {} },
});

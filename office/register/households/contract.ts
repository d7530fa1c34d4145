import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text, version } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { responseClosed } from '../../responses/rules.ts';
import { filterWord, tableContracts } from '../../tables/contract.ts';
import { sheetContracts } from '../../tables/sheets/contract.ts';
import { areaNotCovered, householdOfAnotherResponse } from './rules.ts';
import { householdTable } from './table.ts';

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

const kept = tableContracts({
  table: householdTable,
  path: '/api/register/households',
  row: Household,
  fields: HouseholdFields,
  read: 'register.read',
  write: 'register.write',
  errors: [responseClosed, areaNotCovered, householdOfAnotherResponse],
  example: {
    row: household,
    fields: { response, area, place, label, people, aloneElderly: true, cannotCome: true },
  },
});

/** The households of a response as a kept table. Their contacts have routes of their own (people.contract.ts). */
export const households = {
  ...kept,
  list: contract({
    ...kept.list,
    query: kept.list.query.extend({
      response: id,
      place: id.optional().describe('only those that this place serves'),
      only: filterWord.optional(),
    }),
    example: { ...kept.list.example, query: { response, limit: 50 } },
  }),
};

/** The same as Excel sheets: brought in for a response, and destroyed with it. */
export const householdSheets = sheetContracts({
  table: householdTable,
  path: kept.list.path,
  read: kept.list.permission,
  write: kept.put.permission,
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

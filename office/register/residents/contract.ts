import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { day, id, text, version } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { filterWord, tableContracts } from '../../tables/contract.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import { sheetContracts } from '../../tables/sheets/contract.ts';
import { lastingTable } from './table.ts';

export const LastingHousehold = z.strictObject({
  id,
  area: id,
  place: id.nullable().describe('the point that usually serves it'),
  label: z.string().describe('its house number, never a name'),
  hamlet: z.string().nullable().describe('the group or hamlet that it is counted with'),
  people: z.int().describe('how many live there'),
  confirmed: day.nullable().describe('the day on which somebody last confirmed it'),
  named: z.int().describe('how many of its people are on the register'),
  hasPhone: z.boolean(),
  version,
});
export type LastingHousehold = z.infer<typeof LastingHousehold>;

export const LastingFields = z.strictObject({
  area: id,
  place: id.nullable().default(null),
  label: text(60, 1),
  hamlet: text(30, 1).nullable().default(null),
  people: z.int().min(0).max(10_000),
  confirmed: day.nullable().default(null),
});
export type LastingFields = z.infer<typeof LastingFields>;

export const lasting: LastingHousehold = {
  id: '5d0c9a1e-7b3f-4c62-8a4d-1e2f3a4b5c6d',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  place: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  label: '白壁村3组16户',
  hamlet: '3组',
  people: 3,
  confirmed: '2022-06-30',
  named: 2,
  hasPhone: true,
  version: 1,
};
const { area, place, label, hamlet, people, confirmed } = lasting;

const kept = tableContracts({
  table: lastingTable,
  path: '/api/register/lasting-households',
  row: LastingHousehold,
  fields: LastingFields,
  read: 'register.read',
  write: 'register.write',
  example: { row: lasting, fields: { area, place, label, hamlet, people, confirmed } },
});

/** The lasting register as a kept table. Its people have routes of their own (people.contract.ts). */
export const lastingHouseholds = {
  ...kept,
  list: contract({
    ...kept.list,
    query: kept.list.query.extend({
      place: id.optional().describe('only those that this place usually serves'),
      only: filterWord.optional(),
    }),
    example: { ...kept.list.example, query: { limit: 50 } },
  }),
};

/** What somebody says who has been there: all of it is still so. A change like another, with its history. */
export const confirmLasting = contract({
  id: 'register.confirm-lasting-household',
  method: 'POST',
  path: '/api/register/lasting-households/:row/confirm',
  summary: say('核实一户：登记的仍然对', 'Confirm a household: what is registered is still so'),
  permission: 'register.write',
  params: z.strictObject({ row: id }),
  output: z.strictObject({ confirmed: day }),
  errors: [notFound, rowRemoved],
  example: { params: { row: lasting.id }, output: { confirmed: '2022-11-10' } },
});

/** The same as Excel sheets; what is taken out stands in the ledger, what came in is forgotten after a month. */
export const lastingSheets = sheetContracts({
  table: lastingTable,
  path: kept.list.path,
  read: kept.list.permission,
  write: kept.put.permission,
});

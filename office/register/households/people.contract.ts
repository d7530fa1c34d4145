import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '../../keys/refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import { HouseholdFields, household } from './contract.ts';
import { areaNotCovered, householdOfAnotherResponse, householdTwice, noContact } from './rules.ts';

/** Whom to ask for, and where to call: sealed in the database, opened one household at a time. */
export const Contact = z.strictObject({
  name: text(60, 1),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9][0-9 -]{4,18}[0-9]$/, { error: 'a telephone number' })
    .nullable()
    .describe('null: has no phone'),
});
export type Contact = z.infer<typeof Contact>;

const wang: Contact = { name: '王某', phone: '138 0000 0000' };
const params = z.strictObject({ household: id });

export const openContact = contract({
  id: 'register.open-contact',
  method: 'POST',
  path: '/api/register/households/:household/contact/open',
  summary: say(
    '查看一户的联系人（查看会记入台账）',
    "Open one household's contact; the ledger keeps who did and what for",
  ),
  permission: 'register.people',
  params,
  body: z.strictObject({ why: z.enum(['deliver', 'call-on', 'correct', 'answer', 'other']) }),
  output: Contact,
  errors: [notFound, rowRemoved, noContact, keyDestroyed, keyMissing, sealBroken],
  example: { params: { household: household.id }, body: { why: 'deliver' }, output: wang },
});

export const putContact = contract({
  id: 'register.put-contact',
  method: 'PUT',
  path: '/api/register/households/:household/contact',
  summary: say('登记一户的联系人', "Register a household's contact"),
  permission: 'register.people',
  params,
  body: Contact,
  output: z.strictObject({}),
  errors: [notFound, rowRemoved, responseClosed, keyDestroyed, keyMissing],
  example: { params: { household: household.id }, body: wang, output: {} },
});

export const removeContact = contract({
  id: 'register.remove-contact',
  method: 'DELETE',
  path: '/api/register/households/:household/contact',
  summary: say('删除一户的联系人', "Remove a household's contact"),
  permission: 'register.people',
  params,
  output: z.strictObject({}),
  errors: [notFound],
  example: { params: { household: household.id }, output: {} },
});

const ImportedHousehold = HouseholdFields.omit({ response: true }).extend({
  id,
  contact: Contact.nullable().optional().describe('left out: stays as it is; null: removed'),
});
export type ImportedHousehold = z.infer<typeof ImportedHousehold>;

export const importHouseholds = contract({
  id: 'register.import-households',
  method: 'POST',
  path: '/api/register/households/import',
  summary: say(
    '批量登记住户（按编号，可重复）',
    'Register many households at once, by id; again with the same content it changes nothing',
  ),
  permission: 'register.people',
  body: z.strictObject({
    response: id,
    households: z.array(ImportedHousehold).min(1).max(2000),
  }),
  output: z.strictObject({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    removed: z.int().describe('taken off the register since: left so'),
  }),
  errors: [
    notFound,
    responseClosed,
    areaNotCovered,
    householdOfAnotherResponse,
    householdTwice,
    keyDestroyed,
    keyMissing,
  ],
  example: {
    body: {
      response: household.response,
      households: [
        {
          id: household.id,
          area: household.area,
          place: household.place,
          label: household.label,
          people: household.people,
          contact: wang,
        },
      ],
    },
    output: { added: 1, changed: 0, unchanged: 0, removed: 0 },
  },
});

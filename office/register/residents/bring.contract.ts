import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { keyDestroyed, keyMissing, registerKeyMissing, sealBroken } from '../../keys/refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { FieldChange, Names } from '../../tables/contract.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import { household } from '../households/contract.ts';
import { areaNotCovered, householdOfAnotherResponse, householdTwice } from '../households/rules.ts';
import { lasting } from './contract.ts';
import { lastingTwice, lastingWithoutPlace, notCorrected } from './rules.ts';

/** Households that one call offers, and brings. */
export const mostBrought = 500;

/** What bringing a lasting household into a response would do. */
export const Offer = z.strictObject({
  lasting: id,
  kind: z
    .enum(['new', 'joins', 'changed'])
    .describe('joins: the response has it by its house number and keeps its own figures'),
  area: id,
  label: z.string(),
  people: z.int(),
  changes: z
    .array(FieldChange)
    .describe('of what changed in the register since: as it is in the response, and would be'),
});
export type Offer = z.infer<typeof Offer>;

const response = household.response;

export const listOffers = contract({
  id: 'register.list-offers',
  method: 'GET',
  path: '/api/register/lasting-households/offers',
  summary: say(
    '可带入一次应急响应的常住户：只列新的和改过的',
    'Lasting households that a response does not have, or has otherwise',
  ),
  permission: 'register.people',
  query: z.strictObject({
    response: id,
    limit: z.coerce.number().int().min(1).max(mostBrought).default(100),
  }),
  output: z.strictObject({
    added: z.int().describe('not in the response yet'),
    changed: z.int().describe('changed in the register since they were brought'),
    withoutPlace: z.int().describe('not offered: no point serves them yet'),
    rows: z.array(Offer),
    names: Names,
  }),
  errors: [notFound, responseClosed],
  example: {
    query: { response },
    output: {
      added: 1,
      changed: 0,
      withoutPlace: 0,
      rows: [
        {
          lasting: lasting.id,
          kind: 'new',
          area: lasting.area,
          label: lasting.label,
          people: lasting.people,
          changes: [],
        },
      ],
      names: { [lasting.area]: '白壁村' },
    },
  },
});

export const bringHouseholds = contract({
  id: 'register.bring-into-response',
  method: 'POST',
  path: '/api/register/lasting-households/bring',
  summary: say(
    '把常住户带入应急响应；再带一次不变',
    'Bring lasting households into a response; again it changes nothing',
  ),
  permission: 'register.people',
  body: z.strictObject({
    response: id,
    households: z
      .array(
        z.strictObject({
          lasting: id,
          id: id.describe('what it is called in the response, unless it is there already'),
        }),
      )
      .min(1)
      .max(mostBrought),
  }),
  output: z.strictObject({
    added: z.int(),
    joined: z.int(),
    changed: z.int(),
    unchanged: z.int(),
  }),
  errors: [
    notFound,
    responseClosed,
    areaNotCovered,
    rowRemoved,
    lastingTwice,
    lastingWithoutPlace,
    householdTwice,
    householdOfAnotherResponse,
    keyDestroyed,
    keyMissing,
    registerKeyMissing,
    sealBroken,
  ],
  example: {
    body: { response, households: [{ lasting: lasting.id, id: household.id }] },
    output: { added: 1, joined: 0, changed: 0, unchanged: 0 },
  },
});

/** What the way back is open for: what the lasting register itself is kept for, never what the emergency adds. */
export const CorrectedField = z.enum(['label', 'people', 'contact']);
export type CorrectedField = z.infer<typeof CorrectedField>;

const Correction = z.strictObject({
  household: id.describe('in the response'),
  lasting: id,
  area: id,
  label: z.string().describe("the lasting household's"),
  changes: z
    .array(FieldChange.extend({ field: CorrectedField }))
    .describe('of a contact: only that it is another'),
});
export type Correction = z.infer<typeof Correction>;

export const listCorrections = contract({
  id: 'register.list-corrections',
  method: 'GET',
  path: '/api/register/lasting-households/corrections',
  summary: say(
    '应急响应中更正过的门牌、人数、电话，由人决定是否写回常住户台账',
    'House numbers, figures and telephones put right in a response, for somebody to take into the lasting register',
  ),
  permission: 'register.people',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ corrections: z.array(Correction), names: Names }),
  errors: [notFound, responseClosed],
  example: {
    query: { response },
    output: {
      corrections: [
        {
          household: household.id,
          lasting: lasting.id,
          area: lasting.area,
          label: lasting.label,
          changes: [{ field: 'people', before: 3, after: 4 }],
        },
      ],
      names: { [lasting.area]: '白壁村' },
    },
  },
});

export const settleCorrection = contract({
  id: 'register.settle-correction',
  method: 'POST',
  path: '/api/register/lasting-households/corrections/:household',
  summary: say(
    '把一户的更正写回常住户台账，或不写回',
    "Take a household's correction into the lasting register, or leave it",
  ),
  permission: 'register.people',
  params: z.strictObject({ household: id }),
  body: z.strictObject({
    take: z.boolean(),
    fields: z.array(CorrectedField).min(1).max(3),
  }),
  output: z.strictObject({}),
  errors: [
    notFound,
    responseClosed,
    rowRemoved,
    notCorrected,
    keyDestroyed,
    keyMissing,
    registerKeyMissing,
    sealBroken,
  ],
  example: {
    params: { household: household.id },
    body: { take: true, fields: ['people'] },
    output: {},
  },
});

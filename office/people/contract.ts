import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '../keys/refusals.ts';
import { responseClosed } from '../responses/rules.ts';
import { FactKind, kinds, Purpose, purposes } from './catalogue.ts';
import { BirthMonth, Document, Phone } from './identity.ts';
import * as rules from './rules.ts';

const keys = [keyDestroyed, keyMissing, sealBroken];

const example = {
  person: '3f0f6a0e-51c5-4d0e-9a77-2b6f1a0c8d10',
  fact: '84c6a1e4-7f0c-4a5e-8d53-6f0b1c2d3e4f',
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
};

const PersonFields = z.strictObject({
  response: id,
  area: id.describe('where the person is to be found'),
  household: id.nullable().default(null).describe('on the register, if it is there'),
  name: text(60, 1),
  document: Document.nullable().default(null),
  phone: Phone.nullable().default(null),
  born: BirthMonth.optional().describe('left out beside a resident identity number'),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const putPerson = contract({
  id: 'people.put-person',
  method: 'PUT',
  path: '/api/people/persons/:person',
  summary: say(
    '登记一个人的身份（加密保存，只属于一次应急响应）',
    'Register who somebody is, sealed, for one response; again with the same content it changes nothing',
  ),
  permission: 'people.record',
  confidential: true,
  params: z.strictObject({ person: id }),
  body: PersonFields,
  output: z.strictObject({}),
  errors: [
    notFound,
    responseClosed,
    changedMeanwhile,
    rules.personOutsideResponse,
    rules.personTwice,
    rules.birthMonthNeeded,
    rules.consentNeeded,
    rules.tooManyInAnHour,
    ...keys,
  ],
  example: {
    params: { person: example.person },
    body: {
      response: example.response,
      area: example.area,
      name: '张某',
      phone: '138 0000 0000',
      born: '2010-09',
    },
    output: {},
  },
});

export const removePerson = contract({
  id: 'people.remove-person',
  method: 'DELETE',
  path: '/api/people/persons/:person',
  summary: say(
    '删除一个人的全部信息',
    'Delete all that is kept of a person, before the response closes',
  ),
  permission: 'people.record',
  proof: 'fresh',
  params: z.strictObject({ person: id }),
  query: z.strictObject({ response: id }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed],
  example: {
    params: { person: example.person },
    query: { response: example.response },
    output: {},
  },
});

const how = z
  .enum(['self', 'on-behalf', 'import', 'device'])
  .describe('who says so: the person, somebody for them, a list, an instrument');

const recorded = <F extends FactKind>(fact: F) =>
  z.strictObject({
    fact: z.literal(fact),
    value: kinds[fact].value as (typeof kinds)[F]['value'],
    response: id,
    from: instant.describe('since when it holds'),
    how,
    purposes: z.array(Purpose).min(1).max(10).describe('for what it may be read'),
    corrects: id.nullable().default(null).describe('the fact in whose place this one stands'),
  });

const FactFields = z.discriminatedUnion('fact', [
  recorded('test-result'),
  recorded('test-time'),
  recorded('vaccination'),
  recorded('health-code'),
  recorded('travel-card'),
  recorded('came-from'),
  recorded('co-resident'),
  recorded('temperature'),
  recorded('school-report'),
  recorded('guardian-consent'),
  recorded('consent-withdrawn'),
]);
export type FactFields = z.infer<typeof FactFields>;

export const putFact = contract({
  id: 'people.put-fact',
  method: 'PUT',
  path: '/api/people/persons/:person/facts/:fact',
  summary: say(
    '登记一个人的一项信息（加密保存；更正是新的一项）',
    'Record a fact about a person, sealed; a correction is a new fact. Sent twice it counts once',
  ),
  permission: 'people.record',
  confidential: true,
  params: z.strictObject({ person: id, fact: id }),
  body: FactFields,
  output: z.strictObject({}),
  errors: [
    notFound,
    responseClosed,
    changedMeanwhile,
    rules.purposeNotAllowed,
    rules.consentNeeded,
    rules.consentWithdrawn,
    rules.notItsCorrection,
    rules.factAhead,
    ...keys,
  ],
  example: {
    params: { person: example.person, fact: example.fact },
    body: {
      fact: 'temperature',
      value: 36.6,
      response: example.response,
      from: '2022-11-10T06:00:00+08:00',
      how: 'device',
      purposes: ['gate', 'home'],
    },
    output: {},
  },
});

const read = <F extends FactKind>(fact: F) =>
  z.strictObject({
    fact: z.literal(fact),
    value: kinds[fact].value as (typeof kinds)[F]['value'],
    id,
    from: instant,
    recorded: instant,
    how,
  });

export const ReadFact = z.discriminatedUnion('fact', [
  read('test-result'),
  read('test-time'),
  read('vaccination'),
  read('health-code'),
  read('travel-card'),
  read('came-from'),
  read('co-resident'),
  read('temperature'),
  read('school-report'),
  read('guardian-consent'),
  read('consent-withdrawn'),
]);
export type ReadFact = z.infer<typeof ReadFact>;

const ReadPerson = z.strictObject({
  id,
  area: id,
  household: id.nullable(),
  name: z.string().describe('masked (张*) where the purpose does not need it'),
  documentEnd: z.string().nullable().describe('the last four signs'),
  phone: z.string().nullable().describe('null as well where the purpose does not need it'),
  withheld: z
    .enum(['consent-needed', 'consent-withdrawn'])
    .nullable()
    .describe("no guardian's consent: nothing but the masked name is told"),
  facts: z.array(ReadFact).describe('those that may be read for this purpose, the latest first'),
});
export type ReadPerson = z.infer<typeof ReadPerson>;

const Asked = z
  .strictObject({
    response: id,
    persons: z.array(id).min(1).max(500).optional(),
    document: Document.optional().describe('whole: it is compared, and kept nowhere'),
    phone: Phone.optional(),
    facts: z.array(FactKind).max(20).describe('what is needed; empty: only who it is'),
  })
  .refine(
    ({ persons, document, phone }) =>
      [persons, document, phone].filter((one) => one !== undefined).length === 1,
    { error: 'persons | document | phone' },
  );
export type Asked = z.infer<typeof Asked>;

/** One route a purpose, so that roles hold purposes as they hold any permission. */
export const readRoutes = Purpose.options.map((purpose) => {
  const { words } = purposes[purpose];
  return contract({
    id: `people.read-${purpose}`,
    method: 'POST',
    path: `/api/people/read/${purpose}`,
    summary: say(
      `为“${words['zh-CN']}”查看人员信息（记入台账）`,
      `Read people to ${words.en}, by id, document or telephone; the ledger keeps who read whom and what for`,
    ),
    permission: `people.read-${purpose}`,
    confidential: true,
    body: Asked,
    output: z.strictObject({ persons: z.array(ReadPerson) }),
    errors: [
      notFound,
      responseClosed,
      rules.factNotForPurpose,
      rules.tooManyAtOnce,
      rules.tooManyInAnHour,
      ...keys,
    ],
    example: {
      body: { response: example.response, persons: [example.person], facts: [] },
      output: {
        persons: [
          {
            id: example.person,
            area: example.area,
            household: null,
            name: '张*',
            documentEnd: null,
            phone: null,
            withheld: null,
            facts: [],
          },
        ],
      },
    },
  });
});

/** The route that reads for a purpose. */
export function readFor(purpose: Purpose): (typeof readRoutes)[number] {
  const found = readRoutes[Purpose.options.indexOf(purpose)];
  if (!found) throw new RangeError(purpose);
  return found;
}

export const Total = z.strictObject({
  area: id,
  day: z.iso.date().describe("the response's day on which it was recorded"),
  fact: FactKind,
  persons: z.int().nullable().describe('null: one to four, which is not told'),
});
export type Total = z.infer<typeof Total>;

export const listTotals = contract({
  id: 'people.totals',
  method: 'GET',
  path: '/api/people/totals',
  summary: say(
    '人员信息的汇总数（响应结束后仍在）',
    'Of how many people something was recorded, by area, day and kind; stays when the response has closed',
  ),
  permission: 'people.count',
  query: z.strictObject({ response: id }),
  output: z.strictObject({ totals: z.array(Total) }),
  errors: [notFound],
  example: {
    query: { response: example.response },
    output: {
      totals: [{ area: example.area, day: '2022-11-10', fact: 'temperature', persons: 12 }],
    },
  },
});

export const readCatalogue = contract({
  id: 'people.catalogue',
  method: 'GET',
  path: '/api/people/catalogue',
  summary: say(
    '可登记哪些信息、可用于哪些用途',
    'What may be recorded about people, and for what it may be read',
  ),
  permission: 'signed-in',
  output: z.strictObject({
    purposes: z.array(
      z.strictObject({
        id: Purpose,
        words: Say,
        shows: z.enum(['masked', 'name', 'name-and-phone']),
      }),
    ),
    facts: z.array(z.strictObject({ id: FactKind, words: Say, purposes: z.array(Purpose) })),
  }),
  example: {
    output: {
      purposes: [{ id: 'gate', words: purposes.gate.words, shows: 'masked' }],
      facts: [
        { id: 'temperature', words: kinds.temperature.words, purposes: ['gate', 'school', 'home'] },
      ],
    },
  },
});

import { promiseWithdrawn } from '@liangbuwu/office/commitments/rules.ts';
import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import {
  beforeResponse,
  notYet,
  outsideResponse,
  responseClosed,
} from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleResponse, exampleSchool } from '../../contract.examples.ts';
import {
  exampleEntry,
  exampleItem,
  exampleNeed,
  examplePromise,
  exampleStores,
} from './stores.examples.ts';
import {
  amount,
  EntryKind,
  Inside,
  Standing,
  StoreEntry,
  StoreItem,
  StoreItemFields,
  StoreNeed,
} from './stores.ts';
import * as rules from './stores-rules.ts';

export const StoresBoard = z.strictObject({
  inside: Inside.nullable().describe('null: neither a number nor a roster'),
  items: z.array(StoreItem.extend({ standing: Standing })).describe('what runs out first is first'),
  needs: z.array(StoreNeed).describe('the latest first'),
});
export type StoresBoard = z.infer<typeof StoresBoard>;

const school = z.strictObject({ school: id });
const ofSchool = { school: exampleSchool.id };
const ofItem = { ...ofSchool, item: exampleItem.id };
const inResponse = z.strictObject({ response: id });

export const readStores = contract({
  id: 'campus.stores',
  method: 'GET',
  path: '/api/campus/schools/:school/stores',
  summary: say(
    '封闭学校的物资：各还能用几天、最迟哪天订，提了什么需求、谁承诺、到了多少',
    'A sealed school’s stores: how many days each lasts, by when to order, what was asked for, promised, and came',
  ),
  permission: 'campus.stores',
  params: school,
  query: inResponse,
  output: StoresBoard,
  errors: [notFound],
  example: { params: ofSchool, query: { response: exampleResponse }, output: exampleStores },
});

export const putInside = contract({
  id: 'campus.put-inside',
  method: 'PUT',
  path: '/api/campus/schools/:school/inside',
  summary: say(
    '登记在校人数和来源；留空就按名单',
    'Set how many are inside, and where that comes from; null goes by the roster',
  ),
  permission: 'campus.stores-keep',
  params: school,
  body: z.strictObject({
    response: id,
    seen: version.nullable(),
    people: z.int().min(0).max(50_000).nullable(),
    source: text(120),
  }),
  output: z.strictObject({ inside: Inside.nullable() }),
  errors: [notFound, responseClosed, outsideResponse, changedMeanwhile],
  example: {
    params: ofSchool,
    body: { response: exampleResponse, seen: null, people: 2400, source: '学校值班室' },
    output: { inside: exampleStores.inside },
  },
});

export const putStoreItem = contract({
  id: 'campus.put-store-item',
  method: 'PUT',
  path: '/api/campus/schools/:school/stores/:item',
  summary: say(
    '登记一样物资：单位、用量和来源、几天能到、低于几天提需求',
    'Set an item up: unit, use and where that comes from, days to arrive, days below which more is asked for',
  ),
  permission: 'campus.stores-keep',
  params: school.extend({ item: id }),
  body: z.strictObject({ response: id, seen: version.nullable(), fields: StoreItemFields }),
  output: StoreItem,
  errors: [notFound, responseClosed, outsideResponse, changedMeanwhile, rules.sameItemName],
  example: {
    params: ofItem,
    body: { response: exampleResponse, seen: null, fields: exampleItem.fields },
    output: exampleItem,
  },
});

export const removeStoreItem = contract({
  id: 'campus.remove-store-item',
  method: 'DELETE',
  path: '/api/campus/schools/:school/stores/:item',
  summary: say('去掉还没有点过数的一样物资', 'Take an item off that was never counted'),
  permission: 'campus.stores-keep',
  params: school.extend({ item: id }),
  query: inResponse,
  output: z.strictObject({}),
  errors: [notFound, responseClosed, rules.itemCounted],
  example: { params: ofItem, query: { response: exampleResponse }, output: {} },
});

export const listStoreEntries = contract({
  id: 'campus.store-entries',
  method: 'GET',
  path: '/api/campus/schools/:school/stores/:item/entries',
  summary: say(
    '一样物资的盘点和到货，更正过的也在',
    'Counts and deliveries of an item, corrected ones too',
  ),
  permission: 'campus.stores',
  params: school.extend({ item: id }),
  query: inResponse,
  output: z.strictObject({ entries: z.array(StoreEntry).describe('the latest first') }),
  errors: [notFound],
  example: {
    params: ofItem,
    query: { response: exampleResponse },
    output: { entries: [exampleEntry] },
  },
});

export const putStoreEntry = contract({
  id: 'campus.put-store-entry',
  method: 'PUT',
  path: '/api/campus/schools/:school/stores/:item/entries/:entry',
  summary: say(
    '盘点，或登记到货：点到的数是学校的凭证，送货单的数是供应商的；再次提交不变，更正是另一条',
    'Record a count, or a delivery: what was counted is the school’s proof, what the note says the supplier’s. Again it changes nothing; a correction is another entry',
  ),
  permission: 'campus.stores-keep',
  params: school.extend({ item: id, entry: id }),
  body: z.strictObject({
    response: id,
    kind: EntryKind,
    quantity: amount,
    noted: amount.nullable().default(null),
    at: instant,
    promise: id.nullable().default(null),
    corrects: id.nullable().default(null),
  }),
  output: StoreEntry,
  errors: [
    notFound,
    responseClosed,
    changedMeanwhile,
    notYet,
    beforeResponse,
    promiseWithdrawn,
    rules.notOfThisItem,
    rules.notToCorrect,
    rules.onlyDeliveries,
    rules.twoPromises,
    rules.loadCounted,
  ],
  example: {
    params: { ...ofItem, entry: exampleEntry.id },
    body: {
      response: exampleResponse,
      kind: 'count',
      quantity: 1920,
      at: '2022-11-10T06:00:00+08:00',
    },
    output: exampleEntry,
  },
});

const ofNeed = z.strictObject({ need: id });
const needed = { params: { need: exampleNeed.id }, output: exampleNeed };

export const askForStores = contract({
  id: 'campus.ask-for-stores',
  method: 'PUT',
  path: '/api/campus/schools/:school/stores/:item/needs/:need',
  summary: say(
    '提需求：要多少。一样物资同时只有一条没到齐的需求',
    'Raise a need for an item; it has one at a time that has not all come',
  ),
  permission: 'campus.stores-keep',
  params: school.extend({ item: id, need: id }),
  body: z.strictObject({ response: id, quantity: amount.min(1) }),
  output: StoreNeed,
  errors: [notFound, responseClosed, changedMeanwhile, rules.alreadyAsked],
  example: {
    params: { ...ofItem, need: exampleNeed.id },
    body: { response: exampleResponse, quantity: 4800 },
    output: { ...exampleNeed, state: 'open', promised: 0, promises: [] },
  },
});

export const withdrawStoreNeed = contract({
  id: 'campus.withdraw-store-need',
  method: 'PUT',
  path: '/api/campus/store-needs/:need/withdrawal',
  summary: say(
    '撤回需求；还没有到货的承诺一起撤回',
    'Withdraw a need, with promises of which nothing has come',
  ),
  permission: 'campus.stores-keep',
  params: ofNeed,
  output: StoreNeed,
  errors: [notFound, responseClosed, rules.needOver],
  example: { ...needed, output: { ...exampleNeed, state: 'withdrawn', standing: false } },
});

export const promiseStores = contract({
  id: 'campus.promise-stores',
  method: 'PUT',
  path: '/api/campus/store-needs/:need/promises/:promise',
  summary: say(
    '登记供应商口头或书面的承诺：哪家单位、什么时候、多少',
    'Record what a supplier promised: which firm, when, how much',
  ),
  permission: 'campus.stores-keep',
  params: ofNeed.extend({ promise: id }),
  body: z.strictObject({
    giver: text(60, 1)
      .refine((given) => !/\d{7}/.test(given), { error: 'no telephone' })
      .describe('a firm or unit; no private person, no telephone: it stays on record'),
    quantity: amount.min(1),
    due: instant,
  }),
  output: StoreNeed,
  errors: [notFound, responseClosed, changedMeanwhile, rules.needOver],
  example: {
    ...needed,
    params: { need: exampleNeed.id, promise: examplePromise },
    body: { giver: '示意粮油批发部', quantity: 4800, due: '2022-11-11T10:00:00+08:00' },
  },
});

export const takePromiseBack = contract({
  id: 'campus.take-store-promise-back',
  method: 'PUT',
  path: '/api/campus/store-needs/:need/promises/:promise/withdrawal',
  summary: say(
    '供应商收回还没有到货的承诺',
    'A supplier takes a promise back of which nothing has come',
  ),
  permission: 'campus.stores-keep',
  params: ofNeed.extend({ promise: id }),
  output: StoreNeed,
  errors: [notFound, responseClosed, rules.promiseSpokenOf],
  example: {
    params: { need: exampleNeed.id, promise: examplePromise },
    output: { ...exampleNeed, state: 'open', promised: 0, promises: [] },
  },
});

import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant, litres, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { responseClosed } from '../responses/rules.ts';
import { beforeItIsDue, nothingToResolve, promiseWithdrawn } from './rules.ts';

/** What a need can count on by the plan in force, and why it is not all. In the need's unit. */
export const Outlook = z.strictObject({
  expected: z.int().min(0),
  short: z
    .strictObject({
      tier: z.string(),
      missing: z.int().min(0),
      because: z.string(),
      say: Say,
      remedy: Say,
    })
    .nullable(),
});
export type Outlook = z.infer<typeof Outlook>;

export const Proof = z.strictObject({
  id,
  side: z.enum(['giver', 'receiver']),
  quantity: z.int().min(0),
  at: instant,
  saidBy: id,
  onBehalfOf: z.string().nullable().describe('the role acted for, when somebody has no phone'),
  corrects: id.nullable().describe('an earlier statement of the same side on the same promise'),
});
export type Proof = z.infer<typeof Proof>;

/** What a named person decided where the two sides say different things. What they said stays beside it. */
export const Resolution = z.strictObject({
  id,
  quantity: z.int().min(0),
  reason: z.string().nullable().describe('what it rests on; null once the response has ended'),
  by: z.strictObject({ id, name: z.string() }),
  at: instant,
});
export type Resolution = z.infer<typeof Resolution>;

export const Commitment = z.strictObject({
  id,
  giver: z.string(),
  giverName: z.string(),
  quantity: z.int().min(1),
  dueFrom: instant,
  dueTo: instant,
  state: z.enum(['made', 'one-sided', 'kept', 'partly-kept', 'disputed', 'withdrawn']),
  planned: z
    .boolean()
    .describe('by a plan; false: it was promised by word, or is known by its proof'),
  proofs: z.array(Proof).describe('in the order in which they were recorded'),
  resolution: Resolution.nullable().describe('null too once somebody has spoken again after it'),
});
export type Commitment = z.infer<typeof Commitment>;

export const Need = z.strictObject({
  id,
  area: id,
  subject: z.string(),
  day,
  unit: z.string(),
  quantity: z.int().min(0),
  state: z.enum(['open', 'promised', 'met', 'withdrawn']),
  outlook: Outlook.nullable(),
  promises: z.array(Commitment),
});
export type Need = z.infer<typeof Need>;

const promise: Commitment = {
  id: '0cb3d8bc-3a6c-4d35-8a4d-1e3f0b3f6a01',
  giver: 'tanker:5d6e',
  giverName: '洒水1号',
  quantity: 4000,
  dueFrom: '2022-11-10T00:10:00.000Z',
  dueTo: '2022-11-10T01:05:00.000Z',
  state: 'made',
  planned: true,
  proofs: [],
  resolution: null,
};
const giverSays: Proof = {
  id: 'c5bb6f2c-6d1c-4b4b-9a9a-8f7f3e1d2b03',
  side: 'giver',
  quantity: 4000,
  at: '2022-11-10T01:05:00.000Z',
  saidBy: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04',
  onBehalfOf: null,
  corrects: null,
};

export const listNeeds = contract({
  id: 'commitments.needs',
  method: 'GET',
  path: '/api/commitments/needs',
  summary: say(
    '一天的需求、承诺和凭证',
    "A day's needs, what is promised for each, and what proves it",
  ),
  permission: 'commitments.read',
  query: z.strictObject({ response: id, desk: z.string().max(40), day }),
  output: z.strictObject({ needs: z.array(Need) }),
  example: {
    query: { response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11', desk: 'water', day: '2022-11-10' },
    output: {
      needs: [
        {
          id: '7ab60f43-1d7c-4b37-8cbb-2f5a0d9b1c02',
          area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
          subject: 'point:1b2c',
          day: '2022-11-10',
          unit: 'litre',
          quantity: 4800,
          state: 'promised',
          outlook: { expected: 4800, short: null },
          promises: [promise],
        },
      ],
    },
  },
});

export const recordProof = contract({
  id: 'commitments.prove',
  method: 'PUT',
  path: '/api/commitments/promises/:promise/proofs/:proof',
  summary: say(
    '登记一方的凭证；重复提交只算一次',
    'Record what one side says; sent twice it counts once',
  ),
  permission: 'commitments.prove',
  params: z.strictObject({ promise: id, proof: id }),
  body: z.strictObject({
    side: Proof.shape.side,
    quantity: litres,
    at: instant,
    onBehalfOf: text(60, 1).optional(),
    corrects: id.optional(),
  }),
  output: Commitment,
  errors: [promiseWithdrawn, beforeItIsDue, changedMeanwhile, notFound],
  example: {
    params: { promise: promise.id, proof: 'c5bb6f2c-6d1c-4b4b-9a9a-8f7f3e1d2b03' },
    body: { side: 'giver', quantity: 4000, at: '2022-11-10T09:05:00+08:00' },
    output: {
      ...promise,
      state: 'one-sided',
      proofs: [giverSays],
    },
  },
});

export const resolve = contract({
  id: 'commitments.resolve',
  method: 'PUT',
  path: '/api/commitments/promises/:promise/resolutions/:resolution',
  summary: say(
    '双方说法不一致时，由具名人员说明理由后认定；双方原话保留',
    'Decide, with a reason, what counts where the two sides differ; what they said stays',
  ),
  permission: 'commitments.resolve',
  params: z.strictObject({ promise: id, resolution: id }),
  body: z.strictObject({
    quantity: litres,
    reason: text(200, 1).describe('what it rests on; no names of private persons'),
    heard: z
      .array(id)
      .max(100)
      .describe('the proofs that were looked at: a word that came since is looked at first'),
  }),
  output: Commitment,
  errors: [nothingToResolve, changedMeanwhile, responseClosed, notFound],
  example: {
    params: { promise: promise.id, resolution: '4be1a0c5-7a55-4c0e-9b0e-5b1d6a7c8d05' },
    body: {
      quantity: 3200,
      reason: '以村水池水位差为准',
      heard: [giverSays.id, '9a4ad1f3-0f6e-4b8a-8f0b-1d2c3b4a5e06'],
    },
    output: {
      ...promise,
      state: 'partly-kept',
      proofs: [
        giverSays,
        {
          ...giverSays,
          id: '9a4ad1f3-0f6e-4b8a-8f0b-1d2c3b4a5e06',
          side: 'receiver',
          quantity: 3200,
        },
      ],
      resolution: {
        id: '4be1a0c5-7a55-4c0e-9b0e-5b1d6a7c8d05',
        quantity: 3200,
        reason: '以村水池水位差为准',
        by: { id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '镇应急值班' },
        at: '2022-11-10T02:00:00.000Z',
      },
    },
  },
});

import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant, litres, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { beforeItIsDue, promiseWithdrawn } from './rules.ts';

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

export const Commitment = z.strictObject({
  id,
  giver: z.string(),
  giverName: z.string(),
  quantity: z.int().min(1),
  dueFrom: instant,
  dueTo: instant,
  state: z.enum(['made', 'one-sided', 'kept', 'partly-kept', 'disputed', 'withdrawn']),
  proofs: z.array(Proof),
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
  proofs: [],
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
      proofs: [
        {
          id: 'c5bb6f2c-6d1c-4b4b-9a9a-8f7f3e1d2b03',
          side: 'giver',
          quantity: 4000,
          at: '2022-11-10T01:05:00.000Z',
          saidBy: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04',
          onBehalfOf: null,
          corrects: null,
        },
      ],
    },
  },
});

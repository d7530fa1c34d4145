import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, instant } from '../../http/fields.ts';
import { Say, say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { noCertificate } from './closing-rules.ts';

export const certificateFormat = 'liangbuwu-destruction/1';

const Person = z.strictObject({ account: id, name: z.string() });
const Kind = z.strictObject({ kind: z.string(), name: Say, records: z.int().min(0) });
export type Kind = z.infer<typeof Kind>;
const hash = z.hex().length(64);

/** What is certified. Whole numbers and texts only, so that it can be written in one way only. */
export const Statement = z.strictObject({
  format: z.literal(certificateFormat),
  tenant: z.strictObject({ id, name: z.string() }),
  response: z.strictObject({
    id,
    kind: z.string(),
    name: Say,
    areas: z.array(z.strictObject({ id, name: z.string() })),
    zone: z.string(),
    starts: instant,
    ended: instant,
    clock: z.enum(['system', 'set']).describe('set: a demonstration, `ended` is not real time'),
  }),
  closing: z.strictObject({
    id,
    reason: z.string(),
    proposed: z.strictObject({ by: Person, at: instant, recorded: instant }),
    effective: instant,
    confirmed: z.strictObject({ by: Person, at: instant, recorded: instant }),
    objections: z.strictObject({
      raised: z.int().min(0),
      withdrawn: z.int().min(0),
      overruled: z.int().min(0),
    }),
  }),
  destroyed: z.array(Kind),
  key: z.strictObject({
    fingerprint: z.string().nullable(),
    destroyed: instant.describe("by the server's time"),
    method: z.enum(['overwritten-and-removed', 'was-not-there']),
  }),
  survives: z.array(Kind),
  ledger: z
    .strictObject({ entries: z.int().min(0), hash })
    .describe("the last entry's number and hash when the rows went"),
});
export type Statement = z.infer<typeof Statement>;

/** What was destroyed, signed. Holds no personal data and no key, and is checked without any database. */
export const Certificate = z.strictObject({
  statement: Statement,
  digest: hash.describe('sha256 of the statement in canonical JSON'),
  publicKey: z.base64url().describe('Ed25519, 32 bytes'),
  signature: z.base64url().describe('of the statement in canonical JSON'),
});
export type Certificate = z.infer<typeof Certificate>;

const duty = { account: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77', name: '区应急值班员' };
const chief = { account: '9a3f1c7e-2b64-4d0f-8e15-6c7d8e9f0a41', name: '市应急值班长' };

const example: Certificate = {
  statement: {
    format: certificateFormat,
    tenant: { id: 'b7c3a1de-5c58-4f0e-9f0b-6f7a1c2d3e4f', name: '株洲市' },
    response: {
      id: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
      kind: 'drought',
      name: say('2022 年抗旱应急响应', 'Drought response 2022'),
      areas: [{ id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', name: '渌口区' }],
      zone: 'Asia/Shanghai',
      starts: '2022-08-17T00:00:00.000Z',
      ended: '2022-12-20T02:00:00.000Z',
      clock: 'system',
    },
    closing: {
      id: '7c1d0e55-93b1-4a26-bb07-5e0a7f3d9c12',
      reason: 'emergency-over',
      proposed: {
        by: duty,
        at: '2022-12-19T01:00:00.000Z',
        recorded: '2022-12-19T01:00:00.000Z',
      },
      effective: '2022-12-20T01:00:00.000Z',
      confirmed: {
        by: chief,
        at: '2022-12-20T02:00:00.000Z',
        recorded: '2022-12-20T02:00:00.000Z',
      },
      objections: { raised: 1, withdrawn: 0, overruled: 1 },
    },
    destroyed: [{ kind: 'households', name: say('住户', 'Households'), records: 1240 }],
    key: {
      fingerprint: '0c9f2b7d4e6a81350c9f2b7d4e6a8135',
      destroyed: '2022-12-20T02:00:00.120Z',
      method: 'overwritten-and-removed',
    },
    survives: [{ kind: 'promises', name: say('承诺', 'Promises'), records: 9120 }],
    ledger: {
      entries: 20412,
      hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    },
  },
  digest: 'b4b0bd5d5d1f9c8e7a6f5e4d3c2b1a09b4b0bd5d5d1f9c8e7a6f5e4d3c2b1a09',
  publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  signature:
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
};

export const readCertificate = contract({
  id: 'responses.certificate',
  method: 'GET',
  path: '/api/responses/:response/certificate',
  summary: say(
    '销毁证明，及本系统对它的核对',
    'The certificate of destruction, and what this system finds on checking it',
  ),
  permission: 'signed-in',
  params: z.strictObject({ response: id }),
  output: z.strictObject({
    certificate: Certificate,
    checked: z.strictObject({
      genuine: z.boolean().describe('unaltered, and signed with the key that it names'),
      ownKey: z.boolean().describe("that is this installation's key"),
      keyIsGone: z.boolean().describe("the response's key can no longer be had here"),
    }),
  }),
  errors: [noCertificate, notFound],
  example: {
    params: { response: example.statement.response.id },
    output: { certificate: example, checked: { genuine: true, ownKey: true, keyIsGone: true } },
  },
});

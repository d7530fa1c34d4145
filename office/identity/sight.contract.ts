import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';

const Worded = z.strictObject({ permission: z.string(), words: Say });
export type Worded = z.infer<typeof Worded>;

/** What some grants let an account do in an area: its own ones, or those of whom it stands in for. */
export const SightPart = z.strictObject({
  lender: z
    .strictObject({ id, name: z.string(), until: day })
    .nullable()
    .describe('whom the account stands in for, until which day; null: its own roles'),
  roles: z.array(z.strictObject({ role: z.string(), name: Say, area: id, areaName: z.string() })),
  may: z
    .array(Worded)
    .describe('of a lender only what the account may not by its own roles or an earlier lender'),
});
export type SightPart = z.infer<typeof SightPart>;

export const Sight = z.strictObject({
  areas: z
    .array(
      z.strictObject({
        area: z.strictObject({ id, name: z.string() }),
        parts: z.array(SightPart),
        mayNot: z.array(Worded),
      }),
    )
    .describe('where roles are held; each holds in its area and all below it, and nowhere else'),
});
export type Sight = z.infer<typeof Sight>;

const town = { id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', name: '古岳峰镇' };
const account = '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77';
const example = {
  areas: [
    {
      area: town,
      parts: [
        {
          lender: null,
          roles: [
            {
              role: 'town-officer',
              name: say('乡镇干部', 'Town officer'),
              area: town.id,
              areaName: town.name,
            },
          ],
          may: [{ permission: 'water.plan', words: say('编制送水计划', 'Make water plans') }],
        },
      ],
      mayNot: [
        {
          permission: 'identity.administer',
          words: say('管理账号与授权', 'Administer accounts and roles'),
        },
      ],
    },
  ],
} satisfies Sight;

export const readOwnSight = contract({
  id: 'identity.own-sight',
  method: 'GET',
  path: '/api/identity/me/sight',
  summary: say('我在哪里可以做什么，用文字说明', 'What I may see and do where, in words'),
  permission: 'signed-in',
  output: Sight,
  example: { output: example },
});

export const readSight = contract({
  id: 'identity.sight',
  method: 'GET',
  path: '/api/identity/accounts/:account/sight',
  summary: say(
    '某账号在哪里可以做什么，用文字说明',
    'What an account may see and do where, in words',
  ),
  permission: 'identity.administer',
  params: z.strictObject({ account: id }),
  output: Sight,
  errors: [notFound],
  example: { params: { account }, output: example },
});

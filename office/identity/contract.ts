import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { day, id, instant } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { notFound, tooOften } from '../http/shared-refusals.ts';
import { linkEnded, notADemo, weakPassword, wrongLogin, wrongPassword } from './refusals.ts';

const HeldRole = z.strictObject({ role: z.string(), name: Say, area: id, areaName: z.string() });

/** Whom an account stands in for now, with the roles that it has by that. */
export const Acting = z.strictObject({
  deputyship: id,
  account: id,
  name: z.string(),
  until: day.describe('the last day'),
  ends: instant,
  roles: z.array(HeldRole),
});
export type Acting = z.infer<typeof Acting>;

/** Who is asking: an account with its roles, each held in an area and all below it. */
export const Actor = z.strictObject({
  tenant: id,
  tenantName: z.string(),
  account: id,
  name: z.string(),
  login: z.string(),
  permissions: z.array(z.string()).describe('what is borrowed as a deputy included'),
  roles: z.array(HeldRole).describe("the account's own"),
  acting: z.array(Acting),
});
export type Actor = z.infer<typeof Actor>;

export const Me = Actor.extend({
  demo: z.boolean().describe('this installation is a demonstration'),
});
export type Me = z.infer<typeof Me>;

export const Tile = z.strictObject({
  account: id,
  name: z.string(),
  roles: z.array(z.strictObject({ role: z.string(), name: Say })),
  areaName: z.string(),
});
export type Tile = z.infer<typeof Tile>;

const officer = {
  tenant: 'b7c3a1de-5c58-4f0e-9f0b-6f7a1c2d3e4f',
  tenantName: '株洲市',
  account: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77',
  name: '镇值班员',
  login: 'gyf-duty',
  permissions: ['water.plan', 'water.read'],
  roles: [
    {
      role: 'town-officer',
      name: say('乡镇值班员', 'Town officer'),
      area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
      areaName: '古岳峰镇',
    },
  ],
  acting: [],
  demo: false,
} satisfies Me;

export const enterByPassword = contract({
  id: 'identity.login',
  method: 'POST',
  path: '/api/identity/login',
  summary: say('登录', 'Sign in; a session that came with the request is ended'),
  permission: 'public',
  body: z.strictObject({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
  output: Me,
  errors: [wrongLogin, tooOften],
  example: {
    body: { login: 'gyf-duty', password: '山里的路 要慢慢开 2022' },
    output: officer,
  },
});

export const proveAgain = contract({
  id: 'identity.prove',
  method: 'POST',
  path: '/api/identity/prove',
  summary: say(
    '再次确认是本人，以便办理要求确认的事',
    'Show again who one is, for what asks for that; counts in the same limits as signing in',
  ),
  permission: 'signed-in',
  confidential: true,
  body: z.strictObject({
    password: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('left out only by a role of the demonstration, which has none'),
  }),
  output: z.strictObject({ until: instant.describe('how long that holds') }),
  errors: [wrongPassword, tooOften],
  example: {
    body: { password: '山里的路 要慢慢开 2022' },
    output: { until: '2022-11-10T02:05:00.000Z' },
  },
});

export const leave = contract({
  id: 'identity.logout',
  method: 'POST',
  path: '/api/identity/logout',
  summary: say('退出', 'Sign out; being signed out already is no fault'),
  permission: 'public',
  output: z.strictObject({}),
  example: { output: {} },
});

export const readMe = contract({
  id: 'identity.me',
  method: 'GET',
  path: '/api/identity/me',
  summary: say('我是谁、有哪些权限', 'Who I am and what I may do where'),
  permission: 'signed-in',
  output: Me,
  example: { output: officer },
});

export const readEntrance = contract({
  id: 'identity.entrance',
  method: 'GET',
  path: '/api/identity/entrance',
  summary: say(
    '入口：演示模式下可选的角色',
    'The entrance: in a demonstration, the roles to step into',
  ),
  permission: 'public',
  output: z.strictObject({
    demo: z.boolean(),
    tiles: z.array(Tile).describe('empty outside of a demonstration'),
  }),
  example: {
    output: {
      demo: true,
      tiles: [
        {
          account: officer.account,
          name: officer.name,
          roles: [{ role: 'town-officer', name: say('乡镇值班员', 'Town officer') }],
          areaName: '古岳峰镇',
        },
      ],
    },
  },
});

export const stepIn = contract({
  id: 'identity.step-in',
  method: 'POST',
  path: '/api/identity/step-in',
  summary: say('以演示角色进入', 'Step into a role, in a demonstration only'),
  permission: 'public',
  body: z.strictObject({ account: id }),
  output: Me,
  errors: [notADemo, notFound],
  example: { body: { account: officer.account }, output: { ...officer, demo: true } },
});

const token = z.string().regex(/^[\w-]{43}$/);

/** Where a link leads: the secret stands behind the #, so that no server and no log ever gets it in an address. */
export const linkPage = '/link';

export const readLink = contract({
  id: 'identity.read-link',
  method: 'POST',
  path: '/api/identity/links/read',
  summary: say('查看一次性链接属于谁', 'Whose one-time link this is'),
  permission: 'public',
  body: z.strictObject({ token }),
  output: z.strictObject({
    login: z.string(),
    name: z.string(),
    purpose: z.enum(['first-administrator', 'reset']),
    expires: instant,
  }),
  errors: [linkEnded],
  example: {
    body: { token: 'q2Yf3mB0sXo7vJd9kTz1wLr5cHn8eGu4aPi6bVxNyQE' },
    output: {
      login: officer.login,
      name: officer.name,
      purpose: 'reset',
      expires: '2022-11-11T02:00:00.000Z',
    },
  },
});

export const usePasswordLink = contract({
  id: 'identity.use-link',
  method: 'POST',
  path: '/api/identity/links/use',
  summary: say(
    '用一次性链接设置密码，并结束该账号的所有登录',
    'Set a password by a one-time link, ending every session of the account',
  ),
  permission: 'public',
  body: z.strictObject({ token, password: z.string().min(1).max(200) }),
  output: z.strictObject({ login: z.string() }),
  errors: [linkEnded, weakPassword],
  example: {
    body: {
      token: 'q2Yf3mB0sXo7vJd9kTz1wLr5cHn8eGu4aPi6bVxNyQE',
      password: '山里的路 要慢慢开 2022',
    },
    output: { login: officer.login },
  },
});

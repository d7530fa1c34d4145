import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant, text } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import {
  accountBeyondReach,
  areaBeyondReach,
  loginTaken,
  notOneself,
  permissionBeyondOwn,
} from './refusals.ts';

export const RoleGrant = z.strictObject({ role: text(60, 1), area: id });
export type RoleGrant = z.infer<typeof RoleGrant>;

export const Role = z.strictObject({
  id: z.string(),
  name: Say,
  permissions: z.array(z.string()),
});
export type Role = z.infer<typeof Role>;

export const Account = z.strictObject({
  id,
  login: z.string(),
  name: z.string(),
  area: z.strictObject({ id, name: z.string() }).describe('where the account is at home'),
  disabled: z.boolean(),
  passwordSet: instant.nullable(),
  roles: z.array(
    z.strictObject({
      role: z.string(),
      name: Say,
      area: z.strictObject({ id, name: z.string() }),
      revocable: z.boolean().describe('within what you may grant and take back yourself'),
    }),
  ),
  manageable: z
    .boolean()
    .describe('you may disable it and make it a link: all that it holds is within your own reach'),
});
export type Account = z.infer<typeof Account>;

const Login = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(/^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._-]{1,39}$/u)
  .describe('2 to 40 of a-z, 0-9, Chinese characters, dot, dash, underscore');

const town = { id: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10', name: '古岳峰镇' };
const townOfficer = say('乡镇值班员', 'Town officer');
const officer = {
  id: '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77',
  login: 'gyf-duty',
  name: '镇值班员',
  area: town,
  disabled: false,
  passwordSet: null,
  roles: [{ role: 'town-officer', name: townOfficer, area: town, revocable: true }],
  manageable: true,
} satisfies Account;

const account = z.strictObject({ account: id });

export const listAccounts = contract({
  id: 'identity.accounts',
  method: 'GET',
  path: '/api/identity/accounts',
  summary: say(
    '管理范围内的账号',
    'Accounts at home or with a role in the areas that you administer, by login',
  ),
  permission: 'identity.administer',
  query: z.strictObject({
    search: text(40).optional().describe('part of the login or the name'),
    after: text(40).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ accounts: z.array(Account), next: z.string().nullable() }),
  example: {
    query: { search: 'gyf', limit: 50 },
    output: { accounts: [officer], next: null },
  },
});

export const listRoles = contract({
  id: 'identity.roles',
  method: 'GET',
  path: '/api/identity/roles',
  summary: say('可授予的角色及其权限', 'The roles and what each may do'),
  permission: 'identity.administer',
  output: z.strictObject({ roles: z.array(Role) }),
  example: {
    output: {
      roles: [{ id: 'town-officer', name: townOfficer, permissions: ['water.plan', 'water.read'] }],
    },
  },
});

export const createAccount = contract({
  id: 'identity.create-account',
  method: 'POST',
  path: '/api/identity/accounts',
  summary: say(
    '新建账号（无密码；另发一次性链接）',
    'Create an account; it has no password until its one-time link is used',
  ),
  permission: 'identity.administer',
  body: z.strictObject({
    login: Login,
    name: text(60, 1),
    area: id,
    roles: z.array(RoleGrant).max(20),
  }),
  output: Account,
  errors: [loginTaken, areaBeyondReach, permissionBeyondOwn, notFound],
  example: {
    body: {
      login: officer.login,
      name: officer.name,
      area: town.id,
      roles: [{ role: 'town-officer', area: town.id }],
    },
    output: officer,
  },
});

export const setDisabled = contract({
  id: 'identity.set-disabled',
  method: 'PUT',
  path: '/api/identity/accounts/:account/disabled',
  summary: say('停用或恢复账号', 'Disable an account, ending its sessions, or enable it again'),
  permission: 'identity.administer',
  proof: 'fresh',
  params: account,
  body: z.strictObject({ disabled: z.boolean() }),
  output: Account,
  errors: [accountBeyondReach, notOneself, notFound],
  example: {
    params: { account: officer.id },
    body: { disabled: true },
    output: { ...officer, disabled: true },
  },
});

export const grantRole = contract({
  id: 'identity.grant',
  method: 'POST',
  path: '/api/identity/accounts/:account/grant',
  summary: say(
    '在某辖区授予角色',
    'Grant a role in an area and all below it; again it changes nothing',
  ),
  permission: 'identity.administer',
  params: account,
  body: RoleGrant,
  output: Account,
  errors: [areaBeyondReach, permissionBeyondOwn, notOneself, notFound],
  example: {
    params: { account: officer.id },
    body: { role: 'town-officer', area: town.id },
    output: officer,
  },
});

export const revokeRole = contract({
  id: 'identity.revoke',
  method: 'POST',
  path: '/api/identity/accounts/:account/revoke',
  summary: say('收回某辖区的角色', 'Take back a role in an area; again it changes nothing'),
  permission: 'identity.administer',
  params: account,
  body: RoleGrant,
  output: Account,
  errors: [areaBeyondReach, permissionBeyondOwn, notOneself, notFound],
  example: {
    params: { account: officer.id },
    body: { role: 'town-officer', area: town.id },
    output: { ...officer, roles: [] },
  },
});

export const makeLink = contract({
  id: 'identity.make-link',
  method: 'POST',
  path: '/api/identity/accounts/:account/link',
  summary: say(
    '生成设置密码的一次性链接（24 小时内有效，只显示一次）',
    'Make a one-time link to set a password: valid for 24 hours, shown this once; an older one ends',
  ),
  permission: 'identity.administer',
  proof: 'fresh',
  params: account,
  output: z.strictObject({
    link: z.string().describe('to be put after the address of this system'),
    expires: instant,
  }),
  errors: [accountBeyondReach, notOneself, notFound],
  example: {
    params: { account: officer.id },
    output: {
      link: '/link#q2Yf3mB0sXo7vJd9kTz1wLr5cHn8eGu4aPi6bVxNyQE',
      expires: '2022-11-11T02:00:00.000Z',
    },
  },
});

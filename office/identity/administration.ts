import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import { recheck } from '../live/event.ts';
import * as store from './accounts-store.ts';
import type { Actor } from './actor.ts';
import * as routes from './administration.contract.ts';
import { linkPage } from './contract.ts';
import type { IdentityAction } from './ledger-words.ts';
import { findExcess, isWithinReach, type Reach } from './reach.ts';
import {
  accountBeyondReach,
  areaBeyondReach,
  loginTaken,
  notOneself,
  permissionBeyondOwn,
} from './refusals.ts';
import type { IdentityServices } from './services.ts';
import { makeLink } from './store.ts';

const linkLasts = { hours: 24 };

export function administrationEndpoints(services: IdentityServices): Endpoint[] {
  return [
    endpoint(routes.listAccounts, async ({ query }, { tx, actor }) => {
      const rows = await store.listAccounts(tx, { ...query, limit: query.limit + 1 });
      const page = rows.slice(0, query.limit);
      const reach = await reachOver(tx, actor, page);
      return {
        accounts: page.map((row) => shown(row, reach, actor)),
        next: rows.length > page.length ? (page.at(-1)?.login ?? null) : null,
      };
    }),

    endpoint(routes.listRoles, async (_, { tx }) => ({ roles: await store.listRoles(tx) })),

    endpoint(routes.createAccount, async ({ body }, { tx, actor, record }) => {
      const id = services.newId();
      const reach = await store.loadReach(tx, actor.account, [
        body.area,
        ...body.roles.map((grant) => grant.area),
      ]);
      if (!reach.covers(body.area)) throw refuse(areaBeyondReach, undefined);
      if (!(await store.insertAccount(tx, actor.tenant, { ...body, id }))) {
        throw refuse(loginTaken, { login: body.login });
      }
      record({ ...about('identity.account-created', id), area: body.area });
      for (const grant of body.roles) {
        await requireGrantable(tx, reach, grant);
        if (!(await store.insertAssignment(tx, actor.tenant, id, grant))) continue;
        record({ ...about('identity.granted', id), area: grant.area, detail: { ...grant } });
      }
      return show(tx, actor, id);
    }),

    endpoint(routes.setDisabled, async ({ params, body }, { tx, actor, record }) => {
      const account = await requireManageable(tx, actor, params.account);
      if (account.disabled !== body.disabled) {
        await store.setDisabled(tx, account.id, body.disabled);
        if (body.disabled) await store.closeSessions(tx, account.id);
        record({
          ...about(
            body.disabled ? 'identity.account-disabled' : 'identity.account-enabled',
            account.id,
          ),
          area: account.area,
        });
      }
      return show(tx, actor, account.id);
    }),

    endpoint(routes.grantRole, async ({ params, body }, { tx, actor, record }) => {
      const account = await requireChangeable(tx, actor, params.account, body);
      if (await store.insertAssignment(tx, actor.tenant, account.id, body)) {
        record({ ...about('identity.granted', account.id), area: body.area, detail: { ...body } });
        await recheck(tx, actor.tenant, account.id);
      }
      return show(tx, actor, account.id);
    }),

    endpoint(routes.revokeRole, async ({ params, body }, { tx, actor, record }) => {
      const account = await requireChangeable(tx, actor, params.account, body);
      if (await store.deleteAssignment(tx, account.id, body)) {
        record({ ...about('identity.revoked', account.id), area: body.area, detail: { ...body } });
        await recheck(tx, actor.tenant, account.id);
      }
      return show(tx, actor, account.id);
    }),

    endpoint(routes.makeLink, async ({ params }, { tx, actor, clock, record }) => {
      const account = await requireManageable(tx, actor, params.account);
      const token = services.newToken();
      const expires = clock.now().add(linkLasts);
      await makeLink(tx, { account: account.id, token, purpose: 'reset', expires });
      record({
        ...about('identity.link-made', account.id),
        area: account.area,
        detail: { purpose: 'reset' },
      });
      return {
        link: `${linkPage}#${token}`,
        expires: expires.toString({ smallestUnit: 'millisecond' }),
      };
    }),
  ];
}

const about = (action: IdentityAction, account: string) => ({
  action,
  subject: `account:${account}`,
});

async function requireGrantable(
  tx: Tx,
  reach: Reach,
  wanted: { role: string; area: string },
): Promise<void> {
  const role = (await store.listRoles(tx)).find(({ id }) => id === wanted.role);
  if (!role) throw refuse(notFound, { what: say('角色', 'role') });
  const found = findExcess(reach, { ...wanted, permissions: role.permissions });
  if (found?.excess === 'area') throw refuse(areaBeyondReach, undefined);
  if (found) throw refuse(permissionBeyondOwn, { permissions: found.permissions });
}

/** An account whose roles may be changed in the area by the actor; never one's own. */
async function requireChangeable(
  tx: Tx,
  actor: Actor,
  id: string,
  grant: { role: string; area: string },
): Promise<store.AccountRow> {
  if (id === actor.account) throw refuse(notOneself, undefined);
  await requireGrantable(tx, await store.loadReach(tx, actor.account, [grant.area]), grant);
  return store.getAccount(tx, id);
}

/** An account that the actor may take over or shut out: nothing that it holds goes beyond the actor's own. */
export async function requireManageable(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<store.AccountRow> {
  if (id === actor.account) throw refuse(notOneself, undefined);
  const account = await store.getAccount(tx, id);
  if (!isWithinReach(await reachOver(tx, actor, [account]), account)) {
    throw refuse(accountBeyondReach, undefined);
  }
  return account;
}

export const reachOver = (
  tx: Tx,
  actor: Actor,
  accounts: readonly store.AccountRow[],
): Promise<Reach> =>
  store.loadReach(
    tx,
    actor.account,
    accounts.flatMap((account) => [account.area, ...account.roles.map((grant) => grant.area)]),
  );

async function show(tx: Tx, actor: Actor, id: string): Promise<routes.Account> {
  const account = await store.getAccount(tx, id);
  return shown(account, await reachOver(tx, actor, [account]), actor);
}

const shown = (row: store.AccountRow, reach: Reach, actor: Actor): routes.Account => ({
  id: row.id,
  login: row.login,
  name: row.name,
  area: { id: row.area, name: row.areaName },
  disabled: row.disabled,
  passwordSet: row.passwordSet,
  roles: row.roles.map((grant) => ({
    role: grant.role,
    name: grant.name,
    area: { id: grant.area, name: grant.areaName },
    revocable: row.id !== actor.account && findExcess(reach, grant) === undefined,
  })),
  manageable: row.id !== actor.account && isWithinReach(reach, row),
});

import type { OutputOf } from '../http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import { recheck } from '../live/event.ts';
import * as accounts from './accounts-store.ts';
import type { Actor } from './actor.ts';
import { reachOver, requireManageable } from './administration.ts';
import * as routes from './deputies.contract.ts';
import * as store from './deputies-store.ts';
import {
  beginsBefore,
  deputyOfOneself,
  instantsOf,
  leaveInThePast,
  leaveOverlaps,
  nothingToLend,
  notYoursToEnd,
} from './deputy-rules.ts';
import type { IdentityAction } from './ledger-words.ts';
import { isWithinReach } from './reach.ts';
import type { IdentityServices } from './services.ts';

type Doing = Deed & { actor: Actor };

/** Who stands in for whom. What that lets a deputy do is decided in identity.enter (migration 0003), nowhere else. */
export function deputyEndpoints(services: IdentityServices): Endpoint[] {
  return [
    endpoint(routes.listOwnColleagues, async ({ query }, { tx, actor }) => ({
      colleagues: await store.listColleagues(tx, { ...query, account: actor.account }),
    })),

    endpoint(routes.listOwnDeputyships, async (_, { tx, actor, clock }) => {
      const now = clock.now();
      const rows = await store.listOf(tx, actor.account, now);
      return listed(now, rows, () => true);
    }),

    endpoint(routes.nameOwnDeputy, async ({ body }, deed) =>
      nameDeputy(services, deed, await accounts.getAccount(deed.tx, deed.actor.account), body),
    ),

    endpoint(routes.endOwnDeputyship, async ({ params }, deed) => {
      const found = await store.getDeputyship(deed.tx, params.deputyship);
      const sides = [found.account.id, found.deputy.id];
      if (!sides.includes(deed.actor.account)) throw refuse(notYoursToEnd, undefined);
      return end(deed, found, await accounts.getAccount(deed.tx, found.account.id));
    }),

    endpoint(routes.listColleagues, async ({ params, query }, { tx }) => {
      const { id } = await accounts.getSeenAccount(tx, params.account);
      return { colleagues: await store.listColleagues(tx, { ...query, account: id }) };
    }),

    endpoint(routes.listDeputyships, async (_, { tx, actor, clock }) => {
      const now = clock.now();
      const rows = await store.listSeen(tx, now);
      const away = await accounts.listThese(
        tx,
        rows.map(({ account }) => account.id),
      );
      const reach = await reachOver(tx, actor, away);
      const within = new Set(away.filter((one) => isWithinReach(reach, one)).map(({ id }) => id));
      return listed(
        now,
        rows,
        ({ account, deputy }) =>
          within.has(account.id) || [account.id, deputy.id].includes(actor.account),
      );
    }),

    endpoint(routes.nameDeputy, async ({ params, body }, deed) =>
      nameDeputy(
        services,
        deed,
        await requireManageable(deed.tx, deed.actor, params.account),
        body,
      ),
    ),

    endpoint(routes.endDeputyship, async ({ params }, deed) => {
      const found = await store.getDeputyship(deed.tx, params.deputyship);
      return end(deed, found, await requireManageable(deed.tx, deed.actor, found.account.id));
    }),
  ];
}

/** The account is held: two who name a deputy at the same moment come one after the other. */
async function nameDeputy(
  services: IdentityServices,
  { tx, actor, clock, record }: Doing,
  account: accounts.AccountRow,
  leave: routes.Leave,
): Promise<routes.Deputyship> {
  const now = clock.now();
  if (leave.deputy === account.id) throw refuse(deputyOfOneself, undefined);
  if (beginsBefore(leave, now)) throw refuse(leaveInThePast, undefined);
  if (account.roles.length === 0) throw refuse(nothingToLend, undefined);
  const [deputy] = await store.listColleagues(tx, {
    account: account.id,
    only: leave.deputy,
    limit: 1,
  });
  if (!deputy) throw refuse(notFound, { what: say('可代理的账号', 'account that could stand in') });
  const span = instantsOf(leave);
  const other = await store.findOverlapping(tx, { account: account.id, ...span });
  if (other) {
    throw refuse(leaveOverlaps, { name: other.deputy.name, from: other.from, to: other.to });
  }
  const id = services.newId();
  await store.insertDeputyship(tx, actor.tenant, {
    ...leave,
    ...span,
    id,
    account: account.id,
    at: now,
    by: actor.account,
  });
  const { from, to, zone, reason } = leave;
  record({
    ...about('identity.deputy-named', account),
    detail: { deputyship: id, deputy: deputy.id, from, to, zone, reason },
  });
  await recheck(tx, actor.tenant, deputy.id);
  return shown(now, await store.getDeputyship(tx, id), true);
}

/** As of now; again it changes nothing, and what is over by itself stays as it is. */
async function end(
  { tx, actor, clock, record }: Doing,
  found: store.DeputyshipRow,
  account: accounts.AccountRow,
): Promise<OutputOf<typeof routes.endOwnDeputyship>> {
  const now = clock.now();
  if (found.ended !== null || Temporal.Instant.compare(found.ends, now) <= 0) return {};
  await store.endDeputyship(tx, { id: found.id, at: now, by: actor.account });
  record({
    ...about('identity.deputy-ended', account),
    detail: { deputyship: found.id, deputy: found.deputy.id },
  });
  await recheck(tx, actor.tenant, found.deputy.id);
  return {};
}

const about = (action: IdentityAction, account: accounts.AccountRow) => ({
  action,
  subject: `account:${account.id}`,
  area: account.area,
});

const listed = (
  now: Temporal.Instant,
  rows: readonly store.DeputyshipRow[],
  mayEnd: (row: store.DeputyshipRow) => boolean,
) => ({
  now: now.toString({ smallestUnit: 'millisecond' }),
  deputyships: rows.map((row) => shown(now, row, mayEnd(row))),
});

const shown = (
  now: Temporal.Instant,
  { ended: _, ...row }: store.DeputyshipRow,
  mayEnd: boolean,
): routes.Deputyship => ({
  ...row,
  state: Temporal.Instant.compare(row.starts, now) <= 0 ? 'now' : 'to-come',
  mayEnd,
});

import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getSeenAccount } from './accounts-store.ts';
import { listAbove } from './on-behalf.ts';
import type { IdentityServices } from './services.ts';
import { readOwnSight, readSight, type Sight } from './sight.contract.ts';
import { explainSight, type NamedGrant } from './sight.ts';

export function sightEndpoints({ permissions }: IdentityServices): Endpoint[] {
  const sightOf = async (
    tx: Tx,
    of: { tenant: string; account: string; at: Temporal.Instant },
  ): Promise<Sight> => {
    const grants = await listGrants(tx, of);
    const above = await listAbove(
      tx,
      grants.map(({ area }) => area),
    );
    return explainSight(grants, above, permissions);
  };
  return [
    endpoint(readOwnSight, (_, { tx, actor, clock }) =>
      sightOf(tx, { tenant: actor.tenant, account: actor.account, at: clock.now() }),
    ),

    endpoint(readSight, async ({ params }, { tx, actor, clock }) => {
      const { id } = await getSeenAccount(tx, params.account);
      return sightOf(tx, { tenant: actor.tenant, account: id, at: clock.now() });
    }),
  ];
}

/** By the same function as identity.enter decides: the own grants first, then lender by lender. */
async function listGrants(
  tx: Tx,
  of: { tenant: string; account: string; at: Temporal.Instant },
): Promise<NamedGrant[]> {
  const { rows } = await sql<NamedGrant>`
    select g.role, jsonb_build_object('zh-CN', r.name_zh, 'en', r.name_en) as name, g.permissions,
      g.area, a.name as "areaName",
      case when d.id is not null then jsonb_build_object('id', d.account, 'name', l.name, 'until', d.last_day) end as lender
    from identity.grants(${of.tenant}, ${of.account}, ${of.at.toString()}) g
    join identity.role r on r.tenant = ${of.tenant} and r.id = g.role
    join register.area a on a.tenant = ${of.tenant} and a.id = g.area
    left join identity.deputyship d on d.tenant = ${of.tenant} and d.id = g.deputyship
    left join identity.account l on l.tenant = d.tenant and l.id = d.account
    order by d.starts nulls first, d.id, a.code nulls last, a.id, g.role`.execute(tx);
  return rows;
}

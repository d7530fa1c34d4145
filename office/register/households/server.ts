import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { namesIn, tableEndpoints } from '../../tables/server.ts';
import { sheetEndpoints } from '../../tables/sheets/server.ts';
import type { HouseholdCheck } from './checks.ts';
import { ownChecks } from './checks.ts';
import type { Counts } from './contract.ts';
import * as routes from './contract.ts';
import * as findings from './findings.contract.ts';
import { countFound, listDoubles } from './findings-store.ts';
import { keptHouseholds } from './kept-households.ts';
import { mergeHouseholds, separateHouseholds } from './merge-households.ts';
import * as store from './store.ts';

/** `more`: what desks look for in households besides. */
export function householdEndpoints(more: readonly HouseholdCheck[]): Endpoint[] {
  const checks = [...ownChecks, ...more];
  const kept = keptHouseholds(checks);
  const empty = { hasContact: false };
  return [
    ...tableEndpoints(routes.households, kept, empty),
    ...sheetEndpoints(routes.householdSheets, routes.households, kept, empty),

    endpoint(routes.countHouseholds, async ({ query }, { tx }) => {
      const places = await store.countByPlace(tx, query);
      return { places, total: places.reduce(add, none) };
    }),

    endpoint(routes.totalHouseholds, async ({ query }, { tx }) => ({
      areas: await store.listTotals(tx, query.response),
    })),

    endpoint(findings.listFindings, async ({ query }, { tx }) => {
      const counts = await countFound(tx, query, checks);
      return {
        findings: checks.map(({ id, found, means, todo, doubles }) => ({
          id,
          found,
          means,
          todo,
          doubles: doubles ?? null,
          households: counts.get(id) ?? 0,
        })),
      };
    }),

    endpoint(findings.listDoubles, async ({ query }, { tx }) => {
      const { groups, total } = await listDoubles(tx, kept, query);
      return { groups, total, names: await namesIn(tx, kept, groups.flat()) };
    }),

    endpoint(findings.mergeHouseholds, (input, deed) => mergeHouseholds(input, deed, kept)),
    endpoint(findings.separateHouseholds, (input, deed) => separateHouseholds(input, deed, kept)),
  ];
}

const none: Counts = { households: 0, people: 0, aloneElderly: 0, cannotCome: 0 };

const add = (sum: Counts, one: Counts): Counts => ({
  households: sum.households + one.households,
  people: sum.people + one.people,
  aloneElderly: sum.aloneElderly + one.aloneElderly,
  cannotCome: sum.cannotCome + one.cannotCome,
});

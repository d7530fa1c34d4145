import type { Say } from '../http/say.ts';
import type { PermissionList } from '../permission.ts';
import type { Sight, SightPart, Worded } from './sight.contract.ts';

/** A grant as identity.grants gives it, with its names. */
export interface NamedGrant {
  role: string;
  name: Say;
  permissions: readonly string[];
  area: string;
  areaName: string;
  lender: SightPart['lender'];
}

/**
 * Puts into words what these grants let an account do in each of their areas: a grant holds in its area and all below
 * it. `above` gives each area with all above it; the own grants come first, then lender by lender.
 */
export function explainSight(
  grants: readonly NamedGrant[],
  above: ReadonlyMap<string, ReadonlySet<string>>,
  permissions: PermissionList,
): Sight {
  const areas = new Map(grants.map(({ area, areaName }) => [area, areaName]));
  return {
    areas: [...areas].map(([area, name]) => {
      const here = grants.filter((grant) => above.get(area)?.has(grant.area));
      const said = new Set<string>();
      const parts = [...Map.groupBy(here, ({ lender }) => lender?.id).values()].map(
        (group): SightPart => {
          const held = new Set(group.flatMap((grant) => grant.permissions));
          const more = inOrder(permissions, held).filter(({ permission }) => !said.has(permission));
          for (const { permission } of more) said.add(permission);
          return {
            lender: group[0]?.lender ?? null,
            roles: group.map((grant) => ({
              role: grant.role,
              name: grant.name,
              area: grant.area,
              areaName: grant.areaName,
            })),
            may: more,
          };
        },
      );
      const mayNot = inOrder(permissions, new Set(Object.keys(permissions))).filter(
        ({ permission }) => !said.has(permission),
      );
      return { area: { id: area, name }, parts, mayNot };
    }),
  };
}

/** In the order of the list; a permission that no room declares any more goes last, under its own name. */
function inOrder(permissions: PermissionList, wanted: ReadonlySet<string>): Worded[] {
  const listed = Object.entries(permissions)
    .filter(([permission]) => wanted.has(permission))
    .map(([permission, { words }]) => ({ permission, words }));
  const others = [...wanted].filter((permission) => !(permission in permissions)).sort();
  return [
    ...listed,
    ...others.map((permission) => ({
      permission,
      words: { 'zh-CN': permission, en: permission },
    })),
  ];
}

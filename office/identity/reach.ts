/** A role's permissions in an area and all below it. */
export interface Grant {
  role: string;
  area: string;
  permissions: readonly string[];
}

/** How far an administrator's own rights go. */
export interface Reach {
  /** The area lies in those that the actor administers. */
  covers(area: string): boolean;
  /** Every permission that the actor holds in the area. */
  holds(area: string): ReadonlySet<string>;
}

/** Why a grant is more than the actor may give or take; undefined when it is within reach. */
export function findExcess(
  reach: Reach,
  grant: Grant,
): { excess: 'area' } | { excess: 'permissions'; permissions: string[] } | undefined {
  if (!reach.covers(grant.area)) return { excess: 'area' };
  const held = reach.holds(grant.area);
  const permissions = grant.permissions.filter((permission) => !held.has(permission));
  return permissions.length > 0 ? { excess: 'permissions', permissions } : undefined;
}

/** Who sets an account's password could act as it: all that it holds must be within the actor's own reach. */
export function isWithinReach(
  reach: Reach,
  account: { area: string; roles: readonly Grant[] },
): boolean {
  return (
    reach.covers(account.area) &&
    account.roles.every((grant) => findExcess(reach, grant) === undefined)
  );
}

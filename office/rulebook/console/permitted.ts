import { useQuery } from '@tanstack/react-query';
import { meQuery, useDenied } from '../../identity/console/me.ts';
import { rulebookPermissions } from '../permissions.ts';
import type { RuleSet } from '../rulebook.ts';
import { rulebookMessages } from './messages.ts';
import { catalogueQuery } from './queries.ts';

type Permission = 'rulebook.draft' | 'rulebook.publish';

/** Why the one who is signed in may not do it in this rule-set's area; undefined when it is allowed. */
export function usePermitted(permission: Permission, set?: RuleSet): string | undefined {
  const t = rulebookMessages.use();
  const denied = useDenied(permission, rulebookPermissions);
  const { data: me } = useQuery(meQuery);
  if (denied || !me || !set) return denied;
  const areas = [...me.roles, ...me.acting.flatMap(({ roles }) => roles)].map(({ area }) => area);
  return areas.some((area) => set.area.path.includes(area))
    ? undefined
    : t('notYourArea', { area: set.area.name });
}

/** Why the one who is signed in may not keep the catalogue, which holds for the whole tenant. */
export function useKeeping(): string | undefined {
  const t = rulebookMessages.use();
  const denied = usePermitted('rulebook.publish');
  const { data: me } = useQuery(meQuery);
  const root = useQuery(catalogueQuery).data?.whole;
  if (denied || !me || !root) return denied;
  const held = [...me.roles, ...me.acting.flatMap(({ roles }) => roles)];
  return held.some(({ area }) => area === root.id)
    ? undefined
    : t('factsPage.wholeOnly', { area: root.name });
}

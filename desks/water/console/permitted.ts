import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { waterPermissions } from '../permissions.ts';
import { sharedMessages } from './messages/shared.ts';
import { meQuery } from './queries.ts';

/** Why the one who is signed in may not do it; undefined when it is allowed. */
export function usePermitted(
  permission: 'water.read' | 'water.plan' | 'water.publish',
): string | undefined {
  const t = sharedMessages.use();
  const say = useSay();
  const { data: me } = useQuery(meQuery);
  if (!me || me.permissions.includes(permission)) return undefined;
  return t('notPermitted', { permission: say(waterPermissions[permission]?.words) });
}

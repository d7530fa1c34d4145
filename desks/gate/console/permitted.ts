import type { Permission } from '@liangbuwu/office/http/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { gatePermissions } from '../permissions.ts';
import { sharedMessages } from './messages/shared.ts';
import { meQuery } from './queries.ts';

/** Why the one who is signed in may not do it; undefined when it is allowed. */
export function usePermitted(permission: Permission): string | undefined {
  const t = sharedMessages.use();
  const say = useSay();
  const { data: me } = useQuery(meQuery);
  if (!me || me.permissions.includes(permission)) return undefined;
  const words = gatePermissions[permission as `${string}.${string}`]?.words;
  return t('notPermitted', { permission: say(words) || permission });
}

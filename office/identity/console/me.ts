import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { Said } from '@liangbuwu/ui/language/messages.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../http/console/call.ts';
import type { Permission } from '../../http/contract.ts';
import type { PermissionList } from '../../permission.ts';
import { readMe } from '../contract.ts';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['identity', 'me'],
  queryFn: ({ signal }) => call(readMe, {}, { signal }),
});

const denied = (permission: Said): Said => ({
  'zh-CN': `您的角色没有“${permission['zh-CN']}”的权限`,
  en: `Your role does not include “${permission.en}”`,
});

/** Why the one who is signed in may not do it, in the words that the list has for it; undefined when it is allowed. */
export function useDenied(permission: Permission, list: PermissionList): string | undefined {
  const say = useSay();
  const { data: me } = useQuery(meQuery);
  if (!me || me.permissions.includes(permission)) return undefined;
  const words = list[permission as keyof PermissionList]?.words;
  return say(denied(words ?? { 'zh-CN': permission, en: permission }));
}

import type { Permission } from '@liangbuwu/office/http/contract.ts';
import { useDenied } from '@liangbuwu/office/identity/console/me.ts';
import { campusPermissions } from '../permissions.ts';

/** Why the one who is signed in may not do it; undefined when it is allowed. */
export const usePermitted = (permission: Permission): string | undefined =>
  useDenied(permission, campusPermissions);

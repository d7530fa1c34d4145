import type { Permission } from '@liangbuwu/office/http/contract.ts';
import { useDenied } from '@liangbuwu/office/identity/console/me.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';
import { officePermissions } from '@liangbuwu/office/roles.ts';
import { waterPermissions } from '../permissions.ts';

const permissions: PermissionList = { ...officePermissions, ...waterPermissions };

/** Why the one who is signed in may not do it; undefined when it is allowed. */
export const usePermitted = (permission: Permission): string | undefined =>
  useDenied(permission, permissions);

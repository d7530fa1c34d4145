import { say } from './http/say.ts';
import type { DefaultRole } from './identity/install.ts';
import { peoplePermissions } from './people/permissions.ts';
import { type PermissionList, type UsualRole, usualRoles } from './permission.ts';
import { registerPermissions } from './register/permissions.ts';
import { rulebookPermissions } from './rulebook/permissions.ts';

const everybody: UsualRole[] = [
  'administrator',
  'leader',
  'county-officer',
  'town-officer',
  'village-cadre',
  'driver',
];

/** The office's own permissions; each desk brings a list of its own. */
export const officePermissions: PermissionList = {
  'identity.administer': {
    words: say('管理账号与授权', 'Administer accounts and roles'),
    roles: ['administrator'],
  },
  'ledger.read': {
    words: say('查阅台账', 'Read the ledger'),
    roles: ['administrator', 'leader', 'county-officer', 'town-officer'],
  },
  ...registerPermissions,
  ...peoplePermissions,
  ...rulebookPermissions,
  'responses.lead': {
    words: say('启动和结束应急响应', 'Open and close responses'),
    roles: ['administrator', 'county-officer'],
  },
  'responses.clock': {
    words: say('拨快演示时钟', "Advance a demonstration's clock"),
    roles: ['county-officer', 'town-officer'],
  },
  'commitments.read': {
    words: say('查看需求、承诺和凭证', 'See needs, promises and proofs'),
    roles: everybody,
  },
  'commitments.prove': {
    words: say('登记凭证', 'Record proofs'),
    // Whoever gives or receives says so by the routes of their desk, which know whose side they are on.
    roles: ['county-officer', 'town-officer'],
  },
  'commitments.resolve': {
    words: say('认定双方说法不一致的数字', 'Resolve what the two sides say differently'),
    roles: ['county-officer', 'town-officer'],
  },
  'plans.read': {
    words: say('查看计划', 'See plans'),
    roles: ['leader', 'county-officer', 'town-officer'],
  },
  'plans.make': { words: say('编制计划', 'Make plans'), roles: ['county-officer', 'town-officer'] },
};

/** The usual roles with what these lists let each of them do. The administrator holds all: nobody grants more than they hold. */
export function defaultRoles(lists: readonly PermissionList[]): DefaultRole[] {
  const all = lists.flatMap((list) => Object.entries(list));
  return (Object.keys(usualRoles) as UsualRole[]).map((id) => ({
    id,
    name: usualRoles[id],
    permissions: all
      .filter(([, { roles }]) => id === 'administrator' || roles.includes(id))
      .map(([permission]) => permission),
  }));
}

import { type Say, say } from '../http/say.ts';

/** The permissions that this room's routes ask for. */
export const identityPermissions = {
  'identity.administer': say('管理账号与授权', 'Administer accounts and roles'),
} satisfies Record<string, Say>;

import { type Say, say } from '../http/say.ts';

/** What this room writes into the ledger, as a person reads it. */
export const identityWords = {
  'identity.login': say('登录', 'Signed in'),
  'identity.step-in': say('进入演示角色', 'Stepped into a role of the demonstration'),
  'identity.proved': say('再次确认本人', 'Showed again who it is'),
  'identity.logout': say('退出', 'Signed out'),
  'identity.locked': say(
    '多次登录失败，暂停尝试',
    'Too many failed sign-ins: held off for a while',
  ),
  'identity.account-created': say('新建账号', 'Account created'),
  'identity.account-disabled': say('停用账号', 'Account disabled'),
  'identity.account-enabled': say('恢复账号', 'Account enabled again'),
  'identity.granted': say('授予角色', 'Role granted'),
  'identity.revoked': say('收回角色', 'Role revoked'),
  'identity.roles-changed': say('角色的权限有变', "A role's permissions changed"),
  'identity.deputy-named': say('指定代理人', 'Deputy named'),
  'identity.deputy-ended': say('提前结束代理', 'Deputyship ended early'),
  'identity.link-made': say('生成一次性链接', 'One-time link made'),
  'identity.link-used': say('用一次性链接设置密码', 'Password set by a one-time link'),
} satisfies Record<`identity.${string}`, Say>;

export type IdentityAction = keyof typeof identityWords;

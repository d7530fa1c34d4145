import type { RefusalKind } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';

/** One answer for an unknown login, a wrong password and a disabled account: it tells nobody which logins exist. */
export const wrongLogin: RefusalKind = {
  code: 'wrong-login',
  status: 401,
  cause: () =>
    say(
      '登录名或密码不对，或账号已停用。',
      'The login or the password is wrong, or the account is disabled.',
    ),
  remedy: () =>
    say(
      '请核对后重试；忘记密码请联系管理员，取得一次性链接。',
      'Check both and try again; if you forgot the password, ask an administrator for a one-time link.',
    ),
};

export const wrongPassword: RefusalKind = {
  code: 'wrong-password',
  status: 403,
  cause: () => say('密码不对。', 'The password is wrong.'),
  remedy: () =>
    say(
      '请重新输入；忘记密码请联系管理员，取得一次性链接。',
      'Type it again; if you forgot it, ask an administrator for a one-time link.',
    ),
};

export const notADemo: RefusalKind = {
  code: 'not-a-demo',
  status: 403,
  cause: () =>
    say(
      '本系统不是演示系统，不能直接进入某个角色。',
      'This is no demonstration: roles cannot be stepped into.',
    ),
  remedy: () => say('请用登录名和密码登录。', 'Sign in with your login and password.'),
};

export const linkEnded: RefusalKind = {
  code: 'link-ended',
  status: 410,
  cause: () =>
    say(
      '这个链接无效：已用过、已过期，或已有更新的链接。',
      'This link is void: used, expired, or followed by a newer one.',
    ),
  remedy: () => say('请管理员再发一个链接。', 'Ask an administrator for a new link.'),
};

export const weakPassword: RefusalKind<{ why: Say }> = {
  code: 'weak-password',
  status: 422,
  cause: ({ why }) => why,
  remedy: () =>
    say(
      '请用至少 12 个字，例如几个不相干的词连成一句。',
      'Use at least 12 characters, for example a few words that have nothing to do with each other.',
    ),
};

export const loginTaken: RefusalKind<{ login: string }> = {
  code: 'login-taken',
  status: 409,
  cause: ({ login }) => say(`登录名“${login}”已有人使用。`, `The login ${login} is taken.`),
  remedy: () => say('请另取一个登录名。', 'Choose another login.'),
};

export const areaBeyondReach: RefusalKind = {
  code: 'area-beyond-reach',
  status: 403,
  cause: () =>
    say('该辖区不在您的管理范围内。', 'This area is outside the areas that you administer.'),
  remedy: () => say('请由上级管理员办理。', 'Ask an administrator of the area above.'),
};

export const permissionBeyondOwn: RefusalKind<{ permissions: readonly string[] }> = {
  code: 'permission-beyond-own',
  status: 403,
  cause: ({ permissions }) =>
    say(
      `该角色含有您在此辖区没有的权限：${permissions.join('、')}。`,
      `The role holds permissions that you do not have in this area: ${permissions.join(', ')}.`,
    ),
  remedy: () =>
    say(
      '请由拥有这些权限的管理员办理；代理别人得来的权限不能再授出。',
      'Ask an administrator who holds them; what one has as a deputy cannot be granted.',
    ),
};

export const accountBeyondReach: RefusalKind = {
  code: 'account-beyond-reach',
  status: 403,
  cause: () =>
    say(
      '该账号属于您管理范围以外的辖区，或持有您没有的权限。',
      'The account belongs to an area that you do not administer, or holds permissions that you do not have.',
    ),
  remedy: () => say('请由上级管理员办理。', 'Ask an administrator of the area above.'),
};

export const notOneself: RefusalKind = {
  code: 'not-oneself',
  status: 409,
  cause: () => say('不能对自己的账号这样做。', 'This cannot be done to your own account.'),
  remedy: () => say('请由另一位管理员办理。', 'Ask another administrator.'),
};

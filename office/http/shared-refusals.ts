import type { RefusalKind } from './refusal.ts';
import { type Say, say } from './say.ts';

/** Refusals that every route may answer with. */
export const malformed: RefusalKind = {
  code: 'malformed',
  status: 400,
  cause: () => say('提交的内容有误。', 'What was sent is not what this expects.'),
  remedy: () => say('请按下列各处的说明更正。', 'Correct it as said at each place below.'),
};

export const signInFirst: RefusalKind = {
  code: 'sign-in-first',
  status: 401,
  cause: () =>
    say('您还没有登录，或登录已到期。', 'You are not signed in, or the session has ended.'),
  remedy: () => say('请重新登录。', 'Sign in again.'),
};

export const otherAccount: RefusalKind = {
  code: 'other-account',
  status: 401,
  cause: () =>
    say(
      '这条记录是另一个账号登记的，现在登录的不是那个账号。',
      'This was recorded under another account than the one that is signed in.',
    ),
  remedy: () => say('请用登记时的账号重新登录。', 'Sign in again with the account of then.'),
};

export const notPermitted: RefusalKind<{ permission: string }> = {
  code: 'not-permitted',
  status: 403,
  cause: ({ permission }) =>
    say(
      `您的角色没有这项权限（${permission}）。`,
      `Your roles do not include this permission (${permission}).`,
    ),
  remedy: () =>
    say(
      '如工作需要，请联系管理员授权。',
      'If your work needs it, ask an administrator to grant it.',
    ),
};

export const proveFirst: RefusalKind<{ minutes: number }> = {
  code: 'prove-first',
  status: 403,
  cause: ({ minutes }) =>
    say(
      `这一步要先确认是您本人，而上次确认已超过 ${minutes} 分钟。`,
      `This step needs you to show that it is you; you last did so more than ${minutes} minutes ago.`,
    ),
  remedy: () =>
    say('请再输入一次密码，然后重试。', 'Give your password once more, then try again.'),
};

export const notFound: RefusalKind<{ what: { 'zh-CN': string; en: string } }> = {
  code: 'not-found',
  status: 404,
  cause: ({ what }) =>
    say(
      `找不到${what['zh-CN']}，或不在您的辖区内。`,
      `There is no such ${what.en}, or it is outside your area.`,
    ),
  remedy: () => say('请返回列表重新选择。', 'Go back to the list and choose again.'),
};

export const outsideYourArea: RefusalKind = {
  code: 'outside-your-area',
  status: 403,
  cause: () =>
    say('这项内容不在您的辖区内，没有保存。', 'This lies outside your area; nothing was saved.'),
  remedy: () =>
    say('请联系管辖它的乡镇或上级。', 'Ask the town that it belongs to, or the level above.'),
};

export const areaElsewhere: RefusalKind<{ what: Say }> = {
  code: 'area-elsewhere',
  status: 403,
  cause: ({ what }) =>
    say(`${what['zh-CN']}不在您的辖区内。`, `${what.en} lies outside your area.`),
  remedy: () =>
    say('请联系管辖它的乡镇或上级。', 'Ask the town that it belongs to, or the level above.'),
};

export const noSuchRoute: RefusalKind<{ path: string }> = {
  code: 'no-such-route',
  status: 404,
  cause: ({ path }) => say(`没有这个地址：${path}`, `There is no such address: ${path}`),
  remedy: () =>
    say('可用的地址见 /api/openapi.json。', 'The addresses there are: /api/openapi.json.'),
};

export const tooLarge: RefusalKind<{ limit: number }> = {
  code: 'too-large',
  status: 413,
  cause: ({ limit }) =>
    say(`提交的内容超过 ${limit} 字节。`, `What was sent is larger than ${limit} bytes.`),
  remedy: () => say('请分批提交。', 'Send it in parts.'),
};

export const notJson: RefusalKind = {
  code: 'not-json',
  status: 415,
  cause: () => say('这里只接受 JSON。', 'Only JSON is accepted here.'),
  remedy: () =>
    say(
      '请以 content-type: application/json 发送合法的 JSON。',
      'Send valid JSON with content-type: application/json.',
    ),
};

export const otherSite: RefusalKind = {
  code: 'other-site',
  status: 403,
  cause: () => say('这个请求来自别的网站。', 'This request comes from another site.'),
  remedy: () => say('请在本系统的页面里操作。', 'Use the pages of this system.'),
};

export const tooOften: RefusalKind<{ seconds: number }> = {
  code: 'too-often',
  status: 429,
  cause: () => say('尝试过于频繁。', 'Too many attempts.'),
  remedy: ({ seconds }) => say(`请在 ${seconds} 秒后再试。`, `Try again in ${seconds} seconds.`),
};

export const changedMeanwhile: RefusalKind = {
  code: 'changed-meanwhile',
  status: 409,
  cause: () =>
    say(
      '别人刚刚改过，或同样的记录已经存在。',
      'Somebody has just changed this, or the same record exists already.',
    ),
  remedy: () =>
    say(
      '请刷新后查看最新内容，再决定是否修改。',
      'Reload, look at what is there now, then decide.',
    ),
};

export const databaseAway: RefusalKind = {
  code: 'database-away',
  status: 503,
  cause: () =>
    say(
      '数据库暂时连不上；本次操作没有保存。',
      'The database cannot be reached just now; nothing was saved.',
    ),
  remedy: () => say('请稍后重试。', 'Try again in a moment.'),
};

export const ourFault: RefusalKind<{ trace: string }> = {
  code: 'our-fault',
  status: 500,
  cause: ({ trace }) =>
    say(
      `系统出错，编号 ${trace}；本次操作没有保存。`,
      `The system failed, number ${trace}; nothing was saved.`,
    ),
  remedy: () => say('请把编号告诉管理员。', 'Tell the administrator this number.'),
};

import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** A phone's clock may be ahead by this much, seconds, before its word is refused. */
export const aheadAtMost = 120;

/** Who was at one gate cannot be at another within so many minutes. */
export const apartMinutes = 15;

/** Hours after which a gate's bundle is old, and after which it says nothing. */
export const bundleHours = { stale: 24, expires: 72 } as const;

export const notYet: RefusalKind<{ at: string; now: string }> = {
  code: 'not-yet',
  status: 409,
  cause: ({ at, now }) =>
    say(
      `记录的时间 ${at} 在将来，现在是 ${now}。`,
      `The time given, ${at}, lies in the future; it is ${now}.`,
    ),
  remedy: () => say('请改正时间再发送。', 'Put the time right and send it again.'),
};

export const beforeResponse: RefusalKind = {
  code: 'before-the-response',
  status: 409,
  cause: () => say('记录的时间早于本次响应。', 'The time given lies before the response began.'),
  remedy: () => say('请改正时间再发送。', 'Put the time right and send it again.'),
};

export const gateIsFixed: RefusalKind = {
  code: 'gate-is-fixed',
  status: 409,
  cause: () =>
    say(
      '卡口属于哪次响应、在哪个辖区，设置后不能改。',
      'A gate’s response and area stay as they were set up.',
    ),
  remedy: () => say('请另设一个卡口。', 'Set up another gate.'),
};

export const noMoreGates: RefusalKind = {
  code: 'no-more-gates',
  status: 409,
  cause: () => say('卡口编号 1 到 255 已用完。', 'The numbers of gates, 1 to 255, are used up.'),
  remedy: () => say('请把相邻的门合为一个卡口。', 'Let doors that lie together be one gate.'),
};

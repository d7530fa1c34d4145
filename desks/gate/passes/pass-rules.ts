import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';

/** What one account may issue before the issuers' lead has to look: within an hour, and within a day. */
export const mostIssued = { hour: 40, day: 200 } as const;

export const nothingAsked: RefusalKind<{ why: Say }> = {
  code: 'nothing-asked',
  status: 409,
  cause: ({ why }) => why,
  remedy: () => say('不需要通行证，直接放行。', 'No pass is needed: let them through.'),
};

export const tooManyIssued: RefusalKind<{ most: number; hours: number }> = {
  code: 'too-many-issued',
  status: 429,
  cause: ({ most, hours }) =>
    say(
      `这个账号${hours === 1 ? '一小时' : '一天'}内已签发 ${most} 张，达到限额；已通知签发负责人。`,
      `This account has issued ${most} within ${hours === 1 ? 'an hour' : 'a day'}, which is the limit; the issuers' lead has been told.`,
    ),
  remedy: () =>
    say(
      '请电话联系签发负责人说明情况，由负责人放宽今天的限额后再提交。如果不是您在操作，请立即改密码。',
      'Telephone the issuers’ lead, who can allow more for today; then send it again. If it was not you, change your password now.',
    ),
};

export const wrongTimes: RefusalKind = {
  code: 'wrong-times',
  status: 422,
  cause: () =>
    say(
      '起止时间不对：先生效后到期，最长 31 天，且不能已经过去。',
      'It begins before it ends, lasts 31 days from now at most, and has not ended already.',
    ),
  remedy: () => say('请改正起止时间。', 'Put the times right.'),
};

export const wrongPurpose: RefusalKind = {
  code: 'wrong-purpose',
  status: 422,
  cause: () =>
    say(
      '所选卡口不为这个用途查验，或人车不符，或卡口不属于这次响应。',
      'A chosen gate does not check for this purpose, or it is about people and not vehicles, or the gate is of another response.',
    ),
  remedy: () => say('请重新选择用途和卡口。', 'Choose the purpose and the gates again.'),
};

export const noLastFour: RefusalKind = {
  code: 'no-last-four',
  status: 422,
  cause: () =>
    say(
      '证件号末四位不是数字（末位可为X），通行证上写不了。',
      'The document does not end in four digits (the last may be X), so a pass cannot carry them.',
    ),
  remedy: () =>
    say('请用另一份末四位是数字的证件。', 'Use another document that ends in four digits.'),
};

export const notInForce: RefusalKind = {
  code: 'not-in-force',
  status: 409,
  cause: () =>
    say('这张通行证没有签发，或已吊销。', 'This pass was not issued, or has been revoked.'),
  remedy: () => say('请重新申请。', 'Apply for a new one.'),
};

export const keyWasStolen: RefusalKind = {
  code: 'key-was-stolen',
  status: 409,
  cause: () =>
    say(
      '签这张通行证的密钥后来被盗，已经作废，卡口都不认。',
      'The key that signed this pass was stolen since; no gate takes it.',
    ),
  remedy: () =>
    say('请续签一张，用新密钥签发。', 'Renew it: the new one is signed by the new key.'),
};

export const notForYourself: RefusalKind = {
  code: 'not-for-yourself',
  status: 403,
  cause: () => say('不能给自己放宽限额。', 'Nobody raises a limit for themselves.'),
  remedy: () => say('请另一位负责人处理。', 'Ask another lead.'),
};

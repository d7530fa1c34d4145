import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { CareState, Wish } from './care.ts';
import { fewestTold, touchWithin } from './settings.ts';

export const dueOf = (askedAt: string, { urgent }: Pick<Wish, 'urgent'>): string =>
  Temporal.Instant.from(askedAt)
    .add({ hours: urgent ? touchWithin.urgent : touchWithin.usual })
    .toString({ smallestUnit: 'millisecond' });

/** Nobody got in touch by when it was promised. */
export const isLate = (of: { state: CareState; due: string }, now: string): boolean =>
  of.state === 'asked' && Date.parse(now) > Date.parse(of.due);

/** A count as it may be told to who sees counts alone: null where it would point at few. */
export const toldCount = (count: number): number | null =>
  count > 0 && count < fewestTold ? null : count;

export const counsellorOnly: RefusalKind = {
  code: 'counsellor-only',
  status: 403,
  cause: () =>
    say(
      '约谈请求只有本校的心理辅导员看得到。',
      'Only who is this school’s counsellor sees requests to talk.',
    ),
  remedy: () =>
    say(
      '上级、管理员和代班的人都看不到；换人时，请管理员把“心理辅导员”授予本校的那一位。',
      'Nobody above, no administrator and no deputy does. When the counsellor changes, the role is given to them in this school.',
    ),
};

export const counsellingNotOpen: RefusalKind = {
  code: 'counselling-not-open',
  status: 409,
  cause: () =>
    say(
      '这所学校的心理辅导员还没有开始在这里接受约谈。',
      'This school’s counsellor does not take requests here yet.',
    ),
  remedy: () => say('请直接找心理辅导员或班主任。', 'Go to the counsellor or the class teacher.'),
};

export const careConsentFirst: RefusalKind = {
  code: 'care-consent-first',
  status: 409,
  cause: () =>
    say('没有监护人同意，不能在这里登记。', 'Without a guardian’s consent nothing is kept here.'),
  remedy: () =>
    say('请当面或打电话告诉心理辅导员。', 'Tell the counsellor in person or by telephone.'),
};

export const careStepNotNow: RefusalKind = {
  code: 'care-step-not-now',
  status: 409,
  cause: () =>
    say(
      '按这个请求现在的情况，这一步不能登记。',
      'As the request stands, this cannot be recorded.',
    ),
  remedy: () => say('请看它到了哪一步。', 'Look how far it has come.'),
};

export const appointedInPast: RefusalKind = {
  code: 'appointed-in-past',
  status: 422,
  cause: () => say('约的时间已经过了。', 'The time of the appointment is over.'),
  remedy: () => say('请填以后的时间。', 'Give a time to come.'),
};

/** The same whether there never was such a page or its response has closed. */
export const noSuchCare: RefusalKind = {
  code: 'no-such-care-page',
  status: 404,
  cause: () => say('没有这个链接的页面。', 'There is no page with this link.'),
  remedy: () =>
    say(
      '请核对；丢了的，请在家庭页再约一次。响应结束后，这类页面都已销毁。',
      'Look again; if it is lost, ask once more from the family’s page. Once a response has closed such pages are destroyed.',
    ),
};

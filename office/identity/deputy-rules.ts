import type { RefusalKind } from '../http/refusal.ts';
import { say } from '../http/say.ts';

/** Why somebody is stood in for. A list, so that nobody writes down an illness. */
export const leaveReasons = {
  leave: say('休假', 'On leave'),
  rest: say('轮休', 'Day off by roster'),
  trip: say('出差', 'On a trip'),
  training: say('培训学习', 'In training'),
  'other-duty': say('另有任务', 'On another duty'),
  other: say('其他', 'Other'),
} as const;
export type LeaveReason = keyof typeof leaveReasons;

export interface Span {
  /** The first and the last day, both included. */
  from: string;
  to: string;
  zone: string;
}

/** From the first day 00:00 to the last day 24:00: it counts from `starts` on and, at `ends`, no longer. */
export function instantsOf(span: Span): { starts: Temporal.Instant; ends: Temporal.Instant } {
  const midnight = (day: string, later = 0) =>
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(span.zone).toInstant();
  return { starts: midnight(span.from), ends: midnight(span.to, 1) };
}

/** Whether the first day lies before the day that it is now in the span's zone. */
export const beginsBefore = (span: Span, now: Temporal.Instant): boolean =>
  span.from < now.toZonedDateTimeISO(span.zone).toPlainDate().toString();

export const leaveInThePast: RefusalKind = {
  code: 'leave-in-the-past',
  status: 422,
  cause: () => say('第一天已经过去。', 'The first day is over.'),
  remedy: () =>
    say('请从今天或以后的日子开始。', 'Begin today or on a day to come: nothing counts backwards.'),
};

export const deputyOfOneself: RefusalKind = {
  code: 'deputy-of-oneself',
  status: 409,
  cause: () => say('不能由本人代理本人。', 'Nobody can stand in for themselves.'),
  remedy: () => say('请另选一位代理人。', 'Choose somebody else.'),
};

export const nothingToLend: RefusalKind = {
  code: 'nothing-to-lend',
  status: 409,
  cause: () =>
    say(
      '该账号自己没有任何角色；代理别人得来的角色不能再交给第三人。',
      'The account has no role of its own, and roles that it has as a deputy cannot be handed on.',
    ),
  remedy: () =>
    say(
      '请由角色的本人或管理员指定代理人。',
      'Let the holder of the roles, or an administrator, name a deputy.',
    ),
};

export const leaveOverlaps: RefusalKind<{ name: string; from: string; to: string }> = {
  code: 'leave-overlaps',
  status: 409,
  cause: ({ name, from, to }) =>
    say(
      `这段时间已指定${name}代理（${from} 至 ${to}）。`,
      `${name} already stands in then (${from} to ${to}).`,
    ),
  remedy: () => say('请换日子，或先结束已有的代理。', 'Choose other days, or end that one first.'),
};

export const notYoursToEnd: RefusalKind = {
  code: 'not-yours-to-end',
  status: 403,
  cause: () =>
    say(
      '这次代理与您无关：只有本人、代理人和管理员可以结束。',
      'You have no part in this: it is ended by who is stood in for, by the deputy or by an administrator.',
    ),
  remedy: () => say('请联系他们之一。', 'Ask one of them.'),
};

import type { RefusalKind } from '../http/refusal.ts';
import { say } from '../http/say.ts';

export const clockRunsByItself: RefusalKind = {
  code: 'clock-runs-by-itself',
  status: 409,
  cause: () => say('这个响应按真实时间运行。', 'This response lives by real time.'),
  remedy: () => say('只有演示模式的时钟可以拨动。', "Only a demonstration's clock can be set."),
};

export const notBackwards: RefusalKind<{ now: string }> = {
  code: 'not-backwards',
  status: 409,
  cause: ({ now }) =>
    say(`时钟只能往前拨，现在是 ${now}。`, `The clock only goes forward; it is ${now}.`),
  remedy: () => say('请选择更晚的时间。', 'Choose a later time.'),
};

export const startsLater: RefusalKind<{ now: string }> = {
  code: 'starts-later',
  status: 422,
  cause: ({ now }) =>
    say(`启动时间在将来，现在是 ${now}。`, `It would begin in the future; it is ${now}.`),
  remedy: () =>
    say('请写它实际启动的时间，不晚于现在。', 'Give when it really began, not later than now.'),
};

export const notYoursToLead: RefusalKind = {
  code: 'not-yours-to-lead',
  status: 404,
  cause: () =>
    say(
      '您不能在这个辖区启动应急响应，或没有这个辖区。',
      'You may not open a response in this area, or there is no such area.',
    ),
  remedy: () =>
    say(
      '请去掉它，或由管辖它的上级启动。',
      'Leave it out, or have the level above open the response.',
    ),
};

export const responseClosed: RefusalKind<{ ended: string }> = {
  code: 'response-closed',
  status: 409,
  cause: ({ ended }) => say(`这个响应已于 ${ended} 结束。`, `This response ended at ${ended}.`),
  remedy: () => say('请选择一个进行中的响应。', 'Choose one that is still open.'),
};

export const outsideResponse: RefusalKind = {
  code: 'outside-the-response',
  status: 403,
  cause: () =>
    say(
      '这个辖区不在该应急响应的范围内。',
      'This area is not among those that the response covers.',
    ),
  remedy: () =>
    say('请由响应所辖的区县办理。', 'Have it done by one of the counties that it covers.'),
};

export const nameNotConfirmed: RefusalKind<{ name: string }> = {
  code: 'name-not-confirmed',
  status: 409,
  cause: () =>
    say('确认用的名称不一致，什么都没有销毁。', 'The name does not match; nothing was destroyed.'),
  remedy: ({ name }) => say(`请原样输入：${name}`, `Type it exactly: ${name}`),
};

/** A phone's clock may be ahead by this much, seconds, before its word is refused. */
export const aheadAtMost = 120;

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

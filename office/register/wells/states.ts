import { z } from 'zod';
import type { RefusalKind } from '../../http/refusal.ts';
import { type Say, say } from '../../http/say.ts';

export const WellState = z.enum(['flowing', 'low', 'dry', 'barred']);
export type WellState = z.infer<typeof WellState>;

/** What each state means, and into which it may change. Barred: there may be water, nobody may drink it. */
export const wellStates: Record<WellState, { words: Say; into: readonly WellState[] }> = {
  flowing: { words: say('出水正常', 'Flowing'), into: ['low', 'dry', 'barred'] },
  low: { words: say('水量不足', 'Low'), into: ['flowing', 'dry', 'barred'] },
  dry: { words: say('干涸', 'Dry'), into: ['flowing', 'low', 'barred'] },
  barred: { words: say('禁止饮用', 'Barred'), into: ['flowing', 'low', 'dry'] },
};

export const wellStateSame: RefusalKind<{ words: Say }> = {
  code: 'well-state-same',
  status: 409,
  cause: ({ words }) =>
    say(`这口井已经是“${words['zh-CN']}”。`, `The well is in that state already: ${words.en}.`),
  remedy: () => say('请选择别的状态。', 'Choose another state.'),
};

export const wellStateAhead: RefusalKind = {
  code: 'well-state-ahead',
  status: 422,
  cause: () => say('发生时间在将来。', 'The time that it happened lies in the future.'),
  remedy: () => say('请填写已经发生的时间。', 'Give a time that has passed.'),
};

export const wellStateBefore: RefusalKind<{ since: string }> = {
  code: 'well-state-before',
  status: 422,
  cause: ({ since }) =>
    say(
      `这口井目前的状态从 ${since} 开始，新状态不能更早。`,
      `The well's present state began at ${since}; the new one cannot have begun before it.`,
    ),
  remedy: () => say('请填写之后的时间。', 'Give a later time.'),
};

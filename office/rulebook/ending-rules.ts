import type { RefusalKind } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';
import type { Governing } from './rules.ts';

const ms = (instant: string) => Date.parse(instant);

/** Why a version cannot end at a moment; undefined where it can. */
export function whyNotEnd(
  version: Pick<Governing, 'from' | 'until'>,
  at: string,
  now: string,
): Say | undefined {
  if (ms(at) < ms(version.from))
    return say(
      '这一版那时还没有开始；要取消它，请写它开始的时刻。',
      'It has not begun by then; to call it off, give the moment at which it begins.',
    );
  if (ms(at) < ms(now))
    return say(
      '那个时刻已经过去：已经按它判过的事不能改。',
      'That moment has passed: what was judged by it stays judged.',
    );
  if (version.until !== null && ms(at) >= ms(version.until))
    return say('它在那之前就结束了。', 'It ends before that already.');
  return undefined;
}

export const endingFourEyes: RefusalKind = {
  code: 'ending-four-eyes',
  status: 403,
  cause: () =>
    say(
      '停止执行是您提议的，不能由您发布。',
      'You proposed this ending, so you cannot publish it.',
    ),
  remedy: () =>
    say(
      '请另一位有发布权限的人看过后发布。',
      'Have somebody else who may publish read and publish it.',
    ),
};

export const endingUnfit: RefusalKind<{ why: Say }> = {
  code: 'ending-unfit',
  status: 422,
  cause: ({ why }) => why,
  remedy: () => say('请另选结束的时刻。', 'Choose another moment for it to end.'),
};

export const endingProposed: RefusalKind = {
  code: 'ending-proposed',
  status: 409,
  cause: () =>
    say('已有人提议这一版停止执行。', 'Somebody has proposed already that this version ends.'),
  remedy: () => say('请先发布或撤去那个提议。', 'Publish that proposal or take it back first.'),
};

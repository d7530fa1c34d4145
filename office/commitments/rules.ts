import type { RefusalKind } from '../http/refusal.ts';
import { say } from '../http/say.ts';

/** What can happen to a need, read aloud: in this state, when that happens, it becomes the other. */
export const needTable = {
  open: { promised: 'promised', withdrawn: 'withdrawn' },
  promised: { promised: 'promised', unpromised: 'open', met: 'met', withdrawn: 'withdrawn' },
  met: { promised: 'promised', unpromised: 'met' },
  withdrawn: { promised: 'promised' },
} as const;
export type NeedState = keyof typeof needTable;
export type NeedEvent = 'promised' | 'unpromised' | 'met' | 'withdrawn';

/** What can happen to a promise. It is kept only when both sides say so. */
export const promiseTable = {
  made: { 'one-side-spoke': 'one-sided', withdrawn: 'withdrawn' },
  'one-sided': {
    'one-side-spoke': 'one-sided',
    'both-agree': 'kept',
    'both-agree-less': 'partly-kept',
    'both-differ': 'disputed',
  },
  disputed: { 'both-agree': 'kept', 'both-agree-less': 'partly-kept', 'both-differ': 'disputed' },
  kept: { 'both-agree': 'kept', 'both-agree-less': 'partly-kept', 'both-differ': 'disputed' },
  'partly-kept': {
    'both-agree': 'kept',
    'both-agree-less': 'partly-kept',
    'both-differ': 'disputed',
  },
  withdrawn: {},
} as const;
export type PromiseState = keyof typeof promiseTable;
export type PromiseEvent =
  | 'one-side-spoke'
  | 'both-agree'
  | 'both-agree-less'
  | 'both-differ'
  | 'withdrawn';

export function nextNeed(state: NeedState, event: NeedEvent): NeedState | undefined {
  return (needTable[state] as Partial<Record<NeedEvent, NeedState>>)[event];
}

export function nextPromise(state: PromiseState, event: PromiseEvent): PromiseState | undefined {
  return (promiseTable[state] as Partial<Record<PromiseEvent, PromiseState>>)[event];
}

/** Up to this share the two sides' figures count as the same: a tank's gauge reads no finer. */
export const sameWithin = 0.05;

/** What a side says by now: statements stand in the order in which they were made, the last one counts. */
export const lastWord = <Said extends { side: 'giver' | 'receiver' }>(
  proofs: readonly Said[],
  side: Said['side'],
): Said | undefined => proofs.filter((proof) => proof.side === side).at(-1);

/** What the two sides' last words amount to. Figures that differ are shown beside each other, never averaged. */
export function judge(
  quantity: number,
  said: { giver: number | undefined; receiver: number | undefined },
): PromiseEvent | undefined {
  const { giver, receiver } = said;
  if (giver === undefined && receiver === undefined) return undefined;
  if (giver === undefined || receiver === undefined) return 'one-side-spoke';
  if (Math.abs(giver - receiver) > sameWithin * Math.max(giver, receiver)) return 'both-differ';
  return Math.min(giver, receiver) >= quantity * (1 - sameWithin)
    ? 'both-agree'
    : 'both-agree-less';
}

/** What a resolution amounts to. */
export const settle = (quantity: number, resolved: number): 'both-agree' | 'both-agree-less' =>
  resolved >= quantity * (1 - sameWithin) ? 'both-agree' : 'both-agree-less';

export const nothingToResolve: RefusalKind = {
  code: 'nothing-to-resolve',
  status: 409,
  cause: () => say('双方现在没有不一致的说法。', 'The two sides do not differ now.'),
  remedy: () =>
    say(
      '数字有误时，请由说的一方另记一条更正。',
      'Where a figure is wrong, the side that said it records a correction.',
    ),
};

export const promiseWithdrawn: RefusalKind = {
  code: 'promise-withdrawn',
  status: 409,
  cause: () => say('这项承诺已经撤回。', 'This promise has been withdrawn.'),
  remedy: () =>
    say(
      '请在当前计划里找到替代它的承诺。',
      'Look in the current plan for the one that replaced it.',
    ),
};

export const beforeItIsDue: RefusalKind<{ due: string }> = {
  code: 'before-it-is-due',
  status: 409,
  cause: () => say('登记的时间在将来。', 'The time given lies in the future.'),
  remedy: ({ due }) =>
    say(
      `承诺的时间是 ${due}，请在送到之后登记。`,
      `It is promised for ${due}; record it once it has happened.`,
    ),
};

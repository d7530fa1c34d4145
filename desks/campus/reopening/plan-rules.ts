import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { hoursFor } from './settings.ts';

/** What can happen to a plan, read aloud: in this state, when that happens, it becomes the other. */
const planTable = {
  drafting: { saved: 'drafting', submitted: 'submitted' },
  submitted: { inspected: 'inspected', 'sent-back': 'sent-back', withdrawn: 'withdrawn' },
  inspected: {
    'inspected-again': 'inspected',
    assessed: 'assessed',
    'sent-back': 'sent-back',
    withdrawn: 'withdrawn',
  },
  assessed: {
    'inspected-again': 'assessed',
    approved: 'approved',
    'sent-back': 'sent-back',
    withdrawn: 'withdrawn',
  },
  'sent-back': { saved: 'sent-back', submitted: 'submitted', withdrawn: 'withdrawn' },
  withdrawn: { saved: 'drafting', submitted: 'submitted' },
  approved: { 'begun-anew': 'replaced' },
  replaced: {},
} as const;
export type PlanState = keyof typeof planTable;
export type PlanEvent =
  | 'saved'
  | 'submitted'
  | 'inspected'
  | 'inspected-again'
  | 'assessed'
  | 'approved'
  | 'sent-back'
  | 'withdrawn'
  | 'begun-anew';
export const planStates = Object.keys(planTable) as [PlanState, ...PlanState[]];

export function nextPlan(state: PlanState, event: PlanEvent): PlanState | undefined {
  return (planTable[state] as Partial<Record<PlanEvent, PlanState>>)[event];
}

export const planStateWords: Record<PlanState, Say> = {
  drafting: say('起草中', 'Being drafted'),
  submitted: say('已提交，待现场检查', 'Submitted, to be inspected'),
  inspected: say('已检查，待指挥部评估', 'Inspected, to be assessed'),
  assessed: say('已评估，待教育局批准', 'Assessed, to be approved'),
  approved: say('已批准', 'Approved'),
  'sent-back': say('已退回，待答复', 'Sent back, to be answered'),
  withdrawn: say('已撤回', 'Withdrawn'),
  replaced: say('已由新一版取代', 'Replaced by a newer version'),
};

/** By when the next step is due; null where nobody is waited for. */
export function dueOf(state: PlanState, since: string): string | null {
  const hours = (hoursFor as Partial<Record<PlanState, number>>)[state];
  return hours === undefined ? null : new Date(Date.parse(since) + hours * 3_600_000).toISOString();
}

/** Who did what to a plan since it was begun. */
export interface Hands {
  /** Who drafted, changed or submitted it, in any version that it came from. */
  workedOn: readonly string[];
  /** Since it was last submitted. */
  inspected: readonly string[];
  assessed: readonly string[];
}
export type Hand = keyof Hands;

const handWords: Record<Hand, Say> = {
  workedOn: say('起草、改过或提交过', 'drafted, changed or submitted'),
  inspected: say('现场检查过', 'inspected'),
  assessed: say('评估过', 'assessed'),
};

export const handsOf = (hands: Hands, account: string): Hand[] =>
  (Object.keys(handWords) as Hand[]).filter((hand) => hands[hand].includes(account));

/** Whose hand keeps somebody from a step: no two of inspecting, assessing and approving are one person's, and none is a drafter's. */
const keeps: Partial<Record<PlanEvent, readonly Hand[]>> = {
  inspected: ['workedOn'],
  'inspected-again': ['workedOn', 'assessed'],
  assessed: ['workedOn', 'inspected'],
  approved: ['workedOn', 'inspected', 'assessed'],
  'sent-back': ['workedOn'],
};

/** Why somebody with these hands in the plan may not take the step; undefined where they may. */
export function keptFrom(event: PlanEvent, hands: readonly Hand[]): Say | undefined {
  const hand = hands.find((one) => keeps[event]?.includes(one));
  return hand && handWords[hand];
}

export const planWrongState: RefusalKind<{ state: PlanState }> = {
  code: 'plan-wrong-state',
  status: 409,
  cause: ({ state }) =>
    say(
      `这份方案现在是“${planStateWords[state]?.['zh-CN'] ?? state}”，不能做这一步。`,
      `This plan is “${planStateWords[state]?.en ?? state}”: this step cannot be taken now.`,
    ),
  remedy: () => say('请刷新后看轮到哪一步。', 'Reload and look which step is next.'),
};

export const planHasGaps: RefusalKind<{ words: Say }> = {
  code: 'plan-has-gaps',
  status: 422,
  cause: ({ words }) =>
    say(`方案还缺：${words['zh-CN']}。`, `The plan still lacks this: ${words.en}.`),
  remedy: () =>
    say('请学校逐处补齐后再办。', 'Have the school put each of them right, then try again.'),
};

export const itemsOpen: RefusalKind<{ words: Say }> = {
  code: 'inspection-items-open',
  status: 409,
  cause: ({ words }) =>
    say(`现场检查还有不合格项：${words['zh-CN']}。`, `Not in order on inspection: ${words.en}.`),
  remedy: () =>
    say('整改后请检查人复查这几项。', 'Once they are put right, have them inspected again.'),
};

export const planFourEyes: RefusalKind<{ words: Say }> = {
  code: 'plan-four-eyes',
  status: 403,
  cause: ({ words }) =>
    say(
      `这份方案您${words['zh-CN']}，这一步要由别人来办。`,
      `You ${words.en} this plan: somebody else has to take this step.`,
    ),
  remedy: () =>
    say(
      '请另一位有权限、没经手过的人来办。',
      'Ask somebody else who may do it and had no hand in it.',
    ),
};

export const itemsAreOthers: RefusalKind = {
  code: 'inspection-items-are-others',
  status: 422,
  cause: () =>
    say(
      '第一次检查要看全部七项，复查只看不合格的几项。',
      'A first inspection looks at all seven items, another at those that were not in order.',
    ),
  remedy: () => say('请刷新后重新填写。', 'Reload and fill it in again.'),
};

export const notAnEpidemic: RefusalKind = {
  code: 'not-an-epidemic',
  status: 409,
  cause: () =>
    say('复学方案只在疫情响应里编。', 'A reopening plan belongs to a response to an epidemic.'),
  remedy: () => say('请选择一个疫情响应。', 'Choose such a response.'),
};

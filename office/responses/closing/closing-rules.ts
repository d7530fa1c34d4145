import type { RefusalKind } from '../../http/refusal.ts';
import { type Say, say } from '../../http/say.ts';

/** What can happen to a response's closing, read aloud: in this state, when that happens, it becomes the other. */
export const closingTable = {
  open: { proposed: 'closing' },
  closing: { objected: 'objected', withdrawn: 'open', 'time-came': 'due' },
  objected: { objected: 'objected', settled: 'closing', withdrawn: 'open' },
  due: { objected: 'objected', withdrawn: 'open', confirmed: 'closed' },
  closed: {},
} as const;
export type ClosingState = keyof typeof closingTable;
export type ClosingEvent =
  | 'proposed'
  | 'objected'
  | 'settled'
  | 'withdrawn'
  | 'time-came'
  | 'confirmed';

export function nextClosing(state: ClosingState, event: ClosingEvent): ClosingState | undefined {
  return (closingTable[state] as Partial<Record<ClosingEvent, ClosingState>>)[event];
}

/** Where a response stands: what is stored of its closing, and what time it is for the response. */
export function stateOf(
  closing: { closed: boolean; openObjections: number; effective: string } | undefined,
  now: string,
): ClosingState {
  if (!closing) return 'open';
  if (closing.closed) return 'closed';
  if (closing.openObjections > 0) return 'objected';
  return Date.parse(now) >= Date.parse(closing.effective) ? 'due' : 'closing';
}

/** Why a response is to be closed. */
export const closingReasons = {
  'emergency-over': say('应急状态已解除', 'The emergency is over'),
  'continued-elsewhere': say('并入另一个应急响应', 'It goes on in another response'),
  'time-limit': say('个人信息的保存期限已到', 'Its personal data may be kept no longer'),
  'opened-by-mistake': say('误启动', 'It was opened by mistake'),
} satisfies Record<string, Say>;
export type ClosingReason = keyof typeof closingReasons;

/** What an objection rests on. */
export const objectionGrounds = {
  'still-needed': say('还有人需要送水等服务', 'Somebody still depends on it'),
  'work-open': say('还有账目、凭证或申请没有办完', 'Accounts, proofs or requests are not finished'),
  'must-be-kept': say('审计、诉讼等要求继续保存', 'An audit or a dispute needs what it holds'),
  other: say('其他', 'Something else'),
} satisfies Record<string, Say>;
export type ObjectionGround = keyof typeof objectionGrounds;

/** Why an objection no longer holds the closing up, although its author has not taken it back. */
export const objectionAnswers = {
  'dealt-with': say('所说的事已经办好', 'What it asked for has been done'),
  'kept-elsewhere': say('所需内容已依法另行保存', 'What is needed is lawfully kept elsewhere'),
  outweighed: say('理由不足以推迟', 'It does not outweigh the reason for closing'),
} satisfies Record<string, Say>;
export type ObjectionAnswer = keyof typeof objectionAnswers;

export const earliestClosing = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

export const tooSoon: RefusalKind<{ hours: number; earliest: string }> = {
  code: 'countdown-too-short',
  status: 409,
  cause: ({ hours }) =>
    say(`倒计时不得少于 ${hours} 小时。`, `The countdown is at least ${hours} hours.`),
  remedy: ({ earliest }) =>
    say(`请选择 ${earliest} 或更晚。`, `Choose ${earliest}, or a later time.`),
};

export const alreadyProposed: RefusalKind<{ by: string }> = {
  code: 'closing-already-proposed',
  status: 409,
  cause: ({ by }) =>
    say(`${by}已经提议结束这个响应。`, `${by} has already proposed to close this response.`),
  remedy: () =>
    say('请查看这项提议；要改期，先撤回再提议。', 'Look at it; to change it, withdraw it first.'),
};

export const nothingProposed: RefusalKind = {
  code: 'closing-not-proposed',
  status: 409,
  cause: () =>
    say(
      '没有这项结束提议，或它已经撤回。',
      'There is no such proposal to close, or it was withdrawn.',
    ),
  remedy: () => say('请刷新后再看。', 'Reload and look again.'),
};

export const countdownRuns: RefusalKind<{ effective: string }> = {
  code: 'countdown-runs',
  status: 409,
  cause: ({ effective }) =>
    say(`倒计时要到 ${effective} 才结束。`, `The countdown ends at ${effective}.`),
  remedy: () =>
    say('请到时再确认；其间谁都可以提出异议。', 'Confirm then; until then it can be objected to.'),
};

export const objectionStands: RefusalKind<{ count: number }> = {
  code: 'objection-stands',
  status: 409,
  cause: ({ count }) =>
    say(`还有 ${count} 条异议没有了结。`, `Objections that are not settled: ${count}.`),
  remedy: () =>
    say(
      '请提出人撤回，或由提议人以外的人署名驳回。',
      'Its author withdraws it, or somebody other than the proposer overrules it by name.',
    ),
};

export const secondPerson: RefusalKind<{ by: string }> = {
  code: 'second-person-needed',
  status: 403,
  cause: ({ by }) =>
    say(
      `这项提议是${by}提的，须由另一个人确认。`,
      `${by} proposed it; another person has to confirm.`,
    ),
  remedy: () =>
    say(
      '请另一位有权结束响应的人来确认。',
      'Ask a second person who may close responses to confirm it.',
    ),
};

export const proposerMayNotOverrule: RefusalKind = {
  code: 'proposer-may-not-overrule',
  status: 403,
  cause: () =>
    say(
      '提议结束的人不能驳回对它的异议。',
      'Who proposed the closing may not overrule objections.',
    ),
  remedy: () =>
    say('请另一位有权结束响应的人处理。', 'Ask another person who may close responses.'),
};

export const objectionIsYours: RefusalKind = {
  code: 'objection-is-yours',
  status: 409,
  cause: () => say('这是您自己提的异议。', 'This objection is your own.'),
  remedy: () => say('不再坚持的话，请撤回它。', 'If you no longer hold it, withdraw it.'),
};

export const objectionNotYours: RefusalKind<{ by: string }> = {
  code: 'objection-not-yours',
  status: 403,
  cause: ({ by }) => say(`这条异议是${by}提的。`, `${by} raised this objection.`),
  remedy: () =>
    say(
      '只有提出人能撤回；其他人可以驳回。',
      'Only its author withdraws it; others may overrule it.',
    ),
};

export const objectionSettled: RefusalKind = {
  code: 'objection-settled',
  status: 409,
  cause: () => say('这条异议已经了结。', 'This objection is settled already.'),
  remedy: () => say('请刷新后再看。', 'Reload and look again.'),
};

export const noCertificate: RefusalKind = {
  code: 'no-certificate',
  status: 404,
  cause: () =>
    say(
      '没有这个响应的销毁证明：它还没有结束，或密钥还没有销毁完。',
      'There is no certificate of destruction: the response is not closed, or its key is still being destroyed.',
    ),
  remedy: () =>
    say(
      '已经结束的，请重启系统，启动时会接着办完。',
      'If it is closed, restart the system: that finishes it.',
    ),
};

import type { RefusalKind } from '../http/refusal.ts';
import { say } from '../http/say.ts';

/** What can happen to a plan, read aloud: in this state, when that happens, it becomes the other. */
export const planTable = {
  queued: { started: 'solving', stopped: 'stopped', failed: 'failed' },
  solving: { started: 'solving', solved: 'solved', stopped: 'stopped', failed: 'failed' },
  solved: { published: 'published' },
  published: { replaced: 'replaced' },
  replaced: { published: 'published' },
  stopped: {},
  failed: {},
} as const;
export type PlanState = keyof typeof planTable;
export type PlanEvent = 'started' | 'solved' | 'stopped' | 'failed' | 'published' | 'replaced';

export function nextPlan(state: PlanState, event: PlanEvent): PlanState | undefined {
  return (planTable[state] as Partial<Record<PlanEvent, PlanState>>)[event];
}

export const notSolvedYet: RefusalKind<{ state: string }> = {
  code: 'not-solved-yet',
  status: 409,
  cause: ({ state }) =>
    say(`这份计划还不能发布（状态：${state}）。`, `This plan cannot be published: it is ${state}.`),
  remedy: () => say('请等它算完，或重新规划。', 'Wait until it is solved, or plan again.'),
};

export const anotherInForce: RefusalKind<{ version: number; by: string }> = {
  code: 'another-in-force',
  status: 409,
  cause: ({ version, by }) =>
    say(`${by}刚刚发布了第 ${version} 版。`, `${by} has just published version ${version}.`),
  remedy: () =>
    say(
      '请先查看这一版，再决定是否替换。',
      'Look at that version first, then decide whether to replace it.',
    ),
};

export const timeHasPassed: RefusalKind<{ planned: string; now: string }> = {
  code: 'time-has-passed',
  status: 409,
  cause: ({ planned, now }) =>
    say(
      `这份计划按 ${planned} 的情况编制，现在已是 ${now}。`,
      `This plan was made as of ${planned}; it is ${now} now.`,
    ),
  remedy: () => say('请按现在的时间重新规划，再发布。', 'Plan again as of now, then publish.'),
};

export const notRunning: RefusalKind = {
  code: 'not-running',
  status: 409,
  cause: () => say('这份计划没有在计算。', 'This plan is not being solved.'),
  remedy: () => say('不需要停止。', 'There is nothing to stop.'),
};

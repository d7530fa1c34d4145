import type { Clock } from '../clock/clock.ts';
import type { Database, Tx } from '../database/connection.ts';
import { withinScope } from '../database/within-scope.ts';
import { type Say, say } from '../http/say.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { append } from '../ledger/append.ts';
import { announce } from '../live/event.ts';
import { clockOf, getResponse } from '../responses/store.ts';
import type { PlanHead, PlanProgress } from './contract.ts';
import { nextPlan } from './rules.ts';
import * as store from './store.ts';

/** What a desk keeps beside its plan, in the transaction in which the office keeps the plan's own. */
export type Keep = (tx: Tx, of: { tenant: string; plan: PlanHead }) => Promise<void>;

/** How a desk solves its plans. It must not block the event loop: the work belongs in worker threads. */
export interface Solver {
  desk: string;
  solve(
    content: store.PlanContent,
    previous: store.PlanContent | undefined,
    hooks: {
      now: number | null;
      signal: AbortSignal;
      onProgress(progress: PlanProgress, keep?: Keep): void;
    },
  ): Promise<{ result: unknown; score: unknown; keep?: Keep }>;
}

/** What solvers are made with. */
export interface SolverServices {
  queue: JobQueue;
  /** In place of a plan's seconds: then a plan does not depend on how busy the machine is. */
  iterations?: number;
}

export const solveQueue = 'plans-solve';

interface Outcome {
  state: 'solved' | 'failed' | 'stopped';
  result?: unknown;
  score?: unknown;
  keep?: Keep | undefined;
  failure?: Say;
}

interface Ids {
  tenant: string;
  area: string;
  plan: string;
}

/** Works off the queue of plans to be solved, with progress to every open page, and stops when asked to. */
export async function workOffPlans(options: {
  db: Database;
  clock: Clock;
  queue: JobQueue;
  solvers: readonly Solver[];
  log(line: string): void;
  onLedger?(tenant: string): void;
}): Promise<{ stop(plan: string): void }> {
  const running = new Map<string, AbortController>();
  const within = <T>(ids: Ids, deed: (tx: Tx) => Promise<T>): Promise<T> =>
    withinScope(options.db, ids, deed);

  async function solve(ids: Ids, lost: AbortSignal): Promise<void> {
    const begun = await within(ids, (tx) => begin(tx, ids));
    if (!begun) return;
    const { plan, content, previous } = begun;
    const stop = new AbortController();
    running.set(plan.id, stop);
    let last = Promise.resolve();
    let outcome: Outcome;
    try {
      const solver = options.solvers.find(({ desk }) => desk === plan.desk);
      if (!solver) throw new Error(`no solver for ${plan.desk}`);
      const signal = AbortSignal.any([stop.signal, lost]);
      const { result, score, keep } = await solver.solve(content, previous, {
        now: plan.now,
        signal,
        onProgress: (progress, keepToo) => {
          last = last
            .then(() => within(ids, (tx) => report(tx, ids, plan, progress, keepToo)))
            .catch((error: unknown) => options.log(`plan ${plan.id}: ${String(error)}`));
        },
      });
      outcome = { state: 'solved', result, score, keep };
    } catch (error) {
      outcome = stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', failure: failed };
      if (outcome.state === 'failed')
        options.log(`plan ${plan.id}: ${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      running.delete(plan.id);
    }
    await last;
    // The job was taken away (another server thinks that this one died): its result is the other's to write.
    if (lost.aborted) return;
    // Saved outside of the try: where the database fails just now the job comes again, the plan has not failed.
    await within(ids, (tx) => end(tx, ids, outcome));
    options.onLedger?.(ids.tenant);
  }

  async function begin(tx: Tx, ids: Ids) {
    const plan = await store.findPlanHead(tx, ids.plan, true);
    if (!plan || !nextPlan(plan.state, 'started')) return undefined;
    const response = await getResponse(tx, plan.response, options.clock);
    if (response.ended || (plan.state === 'queued' && (await store.stopIsAsked(tx, plan.id)))) {
      await end(tx, ids, { state: 'stopped' });
      return undefined;
    }
    await store.setPlanState(tx, plan.id, 'solving');
    await announce(tx, ids.tenant, [{ topic: 'plans', area: plan.area, id: plan.id }]);
    return {
      plan,
      content: await store.getPlanContent(tx, plan.id),
      previous: plan.basedOn ? await store.getPlanContent(tx, plan.basedOn) : undefined,
    };
  }

  async function report(
    tx: Tx,
    ids: Ids,
    plan: PlanHead,
    progress: PlanProgress,
    keep: Keep | undefined,
  ): Promise<void> {
    await store.saveProgress(tx, plan.id, progress);
    await keep?.(tx, { tenant: ids.tenant, plan });
    const { hardship, ...figures } = progress;
    const detail = Object.fromEntries(
      hardship.map((value, tier) => [`hardship${tier + 1}`, value]),
    );
    await announce(tx, ids.tenant, [
      { topic: 'plans.progress', area: plan.area, id: plan.id, detail: { ...figures, ...detail } },
    ]);
    const { ended } = await getResponse(tx, plan.response, options.clock);
    if (ended || (await store.stopIsAsked(tx, plan.id))) running.get(plan.id)?.abort();
  }

  async function end(tx: Tx, ids: Ids, outcome: Outcome): Promise<void> {
    const plan = await store.findPlanHead(tx, ids.plan, true);
    // Another server may have been quicker: what is solved, and perhaps in force by now, stays as it is.
    if (!plan || !nextPlan(plan.state, outcome.state)) return;
    const response = await getResponse(tx, plan.response, options.clock);
    const given: Outcome = response.ended ? { state: 'stopped' } : outcome;
    const at = clockOf(response).now();
    await store.finish(tx, plan.id, { ...given, at: at.toString() });
    await given.keep?.(tx, { tenant: ids.tenant, plan });
    await append(
      tx,
      [
        {
          action: `plans.${given.state}`,
          subject: `plan:${plan.id}`,
          area: plan.area,
          response: plan.response,
          at,
        },
      ],
      { actor: plan.madeBy.id, recorded: options.clock.now() },
    );
    await announce(tx, ids.tenant, [{ topic: 'plans', area: plan.area, id: plan.id }]);
  }

  await options.queue.work(solveQueue, (ids, signal) => solve(ids as unknown as Ids, signal));
  await options.queue.givenUp(solveQueue, async (given) => {
    const ids = given as unknown as Ids;
    await within(ids, (tx) => end(tx, ids, { state: 'failed', failure: failed }));
    options.onLedger?.(ids.tenant);
  });
  return { stop: (plan) => running.get(plan)?.abort() };
}

const failed = say(
  '计算出错，没有得到计划；请重新规划，若仍如此请告知管理员。',
  'Solving failed and gave no plan. Plan again; tell the administrator if it stays so.',
);

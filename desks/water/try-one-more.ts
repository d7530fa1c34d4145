import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Database, Tx } from '@liangbuwu/office/database/connection.ts';
import { withinScope } from '@liangbuwu/office/database/within-scope.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { announce } from '@liangbuwu/office/live/event.ts';
import { solveQueue } from '@liangbuwu/office/plans/solving.ts';
import { findPlanHead, getPlanContent } from '@liangbuwu/office/plans/store.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { check } from '@liangbuwu/trucking/check/check.ts';
import { type SolveOptions, solve } from '@liangbuwu/trucking/plan/solve.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import { PlanSettings } from './cast.ts';
import {
  findCourse,
  isOutdated,
  listTrials,
  listTries,
  putCourse,
  setTry,
} from './course-store.ts';
import { decidedBy } from './decided-by.ts';
import { findBound } from './find-bound.ts';
import { goingOn } from './going-on.ts';
import { type Gain, nextTry, type Try, type TryEvent } from './one-more.ts';
import { type OfPeople, ofPeopleIn } from './people-short.ts';
import { gainOf, type Trial, trialsOf } from './trials.ts';
import { triesQueue } from './tries-queue.ts';

/** How often it looks whether a person asks for a plan, ms. */
const lookEvery = 250;

type Ids = Record<'tenant' | 'area' | 'plan', string>;

interface Day {
  problem: Problem;
  plan: Plan;
  /** The second as of which the plan was made. */
  now: number;
  seconds: number;
  seed: number;
  tries: { number: number; trial: string }[];
  bounded: boolean;
  goesOn: ReturnType<typeof goingOn>;
  /** What people promised and locked holds for every try. */
  decided: Pick<SolveOptions, 'pins' | 'locks'>;
  ofPeople: OfPeople;
}

interface Services {
  db: Database;
  clock: Clock;
  queue: JobQueue;
  log(line: string): void;
}

/**
 * Tries in the background, one after the other and with one thread, what one more of something would give a plan that
 * was made. A plan that a person asks for goes first; a plan that is no longer the latest is let be.
 */
export async function workOffTries(
  services: Services,
  search: typeof solve = solve,
): Promise<void> {
  await services.queue.work(triesQueue, async (given, lost) => {
    const ids = given as Ids;
    const day = await withinScope(services.db, ids, (tx) => readDay(tx, ids));
    if (day) await tryAll(services, search, { ids, day, lost });
  });
  await services.queue.givenUp(triesQueue, (given) => {
    const ids = given as Ids;
    return withinScope(services.db, ids, (tx) => endAll(tx, ids, 'failed'));
  });
}

async function tryAll(
  { db, clock, queue, log }: Services,
  search: typeof solve,
  { ids, day, lost }: { ids: Ids; day: Day; lost: AbortSignal },
): Promise<void> {
  const within = <T>(deed: (tx: Tx) => Promise<T>): Promise<T> => withinScope(db, ids, deed);
  const complain = (fault: unknown) =>
    log(`plan ${ids.plan}: ${fault instanceof Error ? fault.stack : String(fault)}`);

  const judge = () =>
    within(async (tx) => {
      const plan = await findPlanHead(tx, ids.plan);
      if (!plan || !latest.has(plan.state) || (await isOutdated(tx, plan.id))) return 'over';
      if ((await getResponse(tx, plan.response, clock)).ended) return 'over';
      return (await queue.isBusy(tx, solveQueue)) ? 'giveWay' : 'go';
    });

  /** Resolves when nobody waits for a plan: whether this one is still the latest. */
  async function turn(): Promise<boolean> {
    for (;;) {
      const verdict = await judge();
      if (verdict !== 'giveWay' || lost.aborted) return verdict === 'go';
      await wait(2 * lookEvery, undefined, { signal: lost }).catch(() => undefined);
    }
  }

  /** Does it as long as nobody asks for a plan. */
  async function whileFree<T>(deed: (signal: AbortSignal) => Promise<T>): Promise<T | 'gaveWay'> {
    const stop = new AbortController();
    const watch = setInterval(() => {
      judge().then((verdict) => {
        if (verdict !== 'go') stop.abort();
      }, complain);
    }, lookEvery);
    const signal = AbortSignal.any([stop.signal, lost]);
    try {
      const done = await deed(signal);
      return signal.aborted ? 'gaveWay' : done;
    } finally {
      clearInterval(watch);
    }
  }

  async function searched(trial: Trial, signal: AbortSignal): Promise<Plan | 'failed'> {
    const again = { previous: day.plan, now: day.now };
    const { seconds, seed } = day;
    try {
      const options = { ...again, ...day.decided, seconds, seed, workers: 1, signal };
      const plan = await search(trial.problem, options);
      if (signal.aborted) return 'failed';
      const { faults } = check(trial.problem, plan, again);
      if (faults[0]) throw new Error(`${trial.say.en}: ${faults[0].code}`);
      return plan;
    } catch (error) {
      if (!signal.aborted) complain(error);
      return 'failed';
    }
  }

  let base = day.plan;
  const trials = new Map(trialsOf(day.problem, day.plan).map((trial) => [trial.id, trial]));
  for (const { number, trial: id } of day.tries) {
    const trial = trials.get(id);
    let outcome: Plan | 'gaveWay' | 'failed' = 'gaveWay';
    while (outcome === 'gaveWay') {
      const go = await turn();
      if (lost.aborted) return;
      if (!go) return within((tx) => endAll(tx, ids, 'dropped'));
      if (!(await within((tx) => begin(tx, ids, number)))) break;
      outcome = trial ? await whileFree((signal) => searched(trial, signal)) : 'failed';
      if (lost.aborted) return;
      if (outcome === 'gaveWay') await within((tx) => move(tx, ids, number, 'gaveWay'));
    }
    if (outcome === 'gaveWay') continue;
    if (outcome === 'failed') await within((tx) => move(tx, ids, number, 'failed'));
    else {
      const gain = gainOf(day.problem, base, outcome, day.ofPeople);
      if (number === 0) base = outcome;
      await within((tx) => move(tx, ids, number, 'solved', gain));
    }
  }

  while (!day.bounded && (await turn())) {
    const task = { problem: day.problem, ...day.goesOn };
    const bound = await whileFree((signal) => findBound(task, signal));
    if (lost.aborted) return;
    if (bound === 'gaveWay') continue;
    if (bound) await within((tx) => keepBound(tx, ids, bound));
    return;
  }
}

const latest: ReadonlySet<string> = new Set(['solved', 'published']);

async function readDay(tx: Tx, ids: Ids): Promise<Day | undefined> {
  const head = await findPlanHead(tx, ids.plan);
  if (!head) return undefined;
  const { problem, settings, result } = await getPlanContent(tx, head.id);
  if (result === null) return undefined;
  const before = head.basedOn ? await getPlanContent(tx, head.basedOn) : undefined;
  const { seconds, seed, hand, cast, went } = PlanSettings.parse(settings);
  const { start: _, ...decided } = decidedBy(hand, problem as Problem);
  const course = await findCourse(tx, head.id);
  return {
    problem: problem as Problem,
    plan: result as Plan,
    now: head.now ?? 0,
    seconds: Math.min(5, Math.max(1, seconds / 2)),
    seed,
    tries: await listTrials(tx, head.id),
    bounded: (course?.bound ?? null) !== null,
    goesOn: goingOn(problem as Problem, before, head.now, went),
    decided,
    ofPeople: ofPeopleIn(cast),
  };
}

/** Whether it is to be searched. After a restart the first is, if only to measure the others by it. */
async function begin(tx: Tx, ids: Ids, number: number): Promise<boolean> {
  if (await move(tx, ids, number, 'begun')) return true;
  return (
    number === 0 && (await listTries(tx, ids.plan)).some(({ state }) => nextTry(state, 'begun'))
  );
}

async function move(
  tx: Tx,
  ids: Ids,
  number: number,
  event: TryEvent,
  gain?: Gain,
): Promise<boolean> {
  const own = (await listTries(tx, ids.plan)).find((one) => one.number === number);
  return own !== undefined && put(tx, ids, own, event, gain);
}

async function endAll(tx: Tx, ids: Ids, event: 'dropped' | 'failed'): Promise<void> {
  for (const one of await listTries(tx, ids.plan)) await put(tx, ids, one, event);
}

async function put(tx: Tx, ids: Ids, one: Try, event: TryEvent, gain?: Gain): Promise<boolean> {
  const state = nextTry(one.state, event);
  if (state === undefined) return false;
  await setTry(tx, { plan: ids.plan, number: one.number }, { state, ...(gain && { gain }) });
  await announce(tx, ids.tenant, [{ topic: 'water.one-more', area: ids.area, id: ids.plan }]);
  return true;
}

async function keepBound(tx: Tx, ids: Ids, bound: number[]): Promise<void> {
  const points = (await findCourse(tx, ids.plan))?.points ?? [];
  await putCourse(
    tx,
    { tenant: ids.tenant, plan: { id: ids.plan, area: ids.area } },
    { points, bound },
  );
  await announce(tx, ids.tenant, [{ topic: 'water.course', area: ids.area, id: ids.plan }]);
}

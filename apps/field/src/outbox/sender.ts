import { waitBefore } from '@liangbuwu/ui/live/event-stream.ts';
import type { Round } from './send.ts';

export type SenderMeans = {
  /** One round; it is run by one tab at a time where the browser can see to that. */
  round: () => Promise<Round>;
  onRound: (round: Round) => void;
  alone: (work: () => Promise<void>) => Promise<void>;
  wait: (work: () => void, milliseconds: number) => () => void;
  random: () => number;
};

export type Sender = {
  /** Try now: something was recorded, or there is signal again. */
  kick: () => void;
  stop: () => void;
};

/** Sends whenever there is something to send: at once, else again and again, at most half a minute apart. */
export function createSender(means: SenderMeans): Sender {
  let running = false;
  let again = false;
  let stopped = false;
  let attempt = 0;
  let cancelWait: (() => void) | undefined;

  async function run() {
    running = true;
    try {
      do {
        again = false;
        await means.alone(async () => {
          if (stopped) return;
          const round = await means.round();
          if (round.is === 'later') later();
          else attempt = 0;
          means.onRound(round);
        });
      } while (again && !stopped);
    } catch {
      // The phone's disk or its locks failed, or what was to follow: nothing is lost by trying again.
      later();
    } finally {
      running = false;
    }
  }

  function later() {
    if (stopped) return;
    attempt += 1;
    cancelWait?.();
    cancelWait = means.wait(kick, waitBefore(attempt, means.random) * 1000);
  }

  function kick() {
    if (stopped) return;
    cancelWait?.();
    cancelWait = undefined;
    if (running) again = true;
    else void run();
  }

  return {
    kick,
    stop() {
      stopped = true;
      cancelWait?.();
    },
  };
}

/** One tab at a time. Without Web Locks (plain HTTP, old phones) two may send the same; the server counts it once. */
export async function aloneOfAllTabs(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  await locks.request('liangbuwu-outbox', work);
}

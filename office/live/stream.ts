import type { ServerResponse } from 'node:http';
import type { LiveMessage } from './contract.ts';
import type { Heard } from './listener.ts';
import type { LiveScope } from './scope.ts';

export interface StreamOptions {
  scope: LiveScope;
  /** Asked every `recheckEvery`, and whenever the account's sessions or roles change. */
  findScope(): Promise<LiveScope | undefined>;
  /** The page was connected before, and may have missed something since. */
  returning: boolean;
  heartbeatEvery: number;
  recheckEvery: number;
}

/** One open page. */
export interface Stream {
  hear(heard: Heard): void;
  end(): void;
}

const askAgainAfter = 1_000;
/** What may wait in memory for one page before it counts as slow. */
const mostWaiting = 1024 * 1024;

/** Writes to an open page what it may hear. A page too slow for it misses events, and is told to read again. */
export function openStream(
  response: ServerResponse,
  options: StreamOptions,
  closed: () => void,
): Stream {
  // Unknown while it is being asked again after a change: nothing is told meanwhile.
  let scope: LiveScope | undefined = options.scope;
  let ended = false;
  let slow = false;
  let missed = false;
  let slowBeats = 0;
  let waiting = 0;
  let sent = 0;
  let retry: NodeJS.Timeout | undefined;

  // Counted here: the response's own 'drain' does not always come after a write that returned false.
  const write = (text: string): void => {
    const bytes = Buffer.byteLength(text);
    waiting += bytes;
    slow = waiting > mostWaiting;
    response.write(text, () => {
      waiting -= bytes;
      if (waiting > 0) return;
      slow = false;
      slowBeats = 0;
      catchUp();
    });
  };
  const send = (message: LiveMessage): void => {
    if (slow || !scope) {
      missed = true;
      return;
    }
    sent += 1;
    write(`id: ${sent}\ndata: ${JSON.stringify(message)}\n\n`);
  };
  const catchUp = (): void => {
    if (!missed || slow || !scope) return;
    missed = false;
    send({ topic: 'resync' });
  };
  const beat = (): void => {
    if (slow) {
      slowBeats += 1;
      if (slowBeats >= 2) response.destroy();
      return;
    }
    write(':\n\n');
  };
  const end = (): void => {
    if (ended) return;
    ended = true;
    clearInterval(beats);
    clearInterval(checks);
    clearTimeout(retry);
    response.end();
    closed();
  };
  const ask = (): void => {
    clearTimeout(retry);
    options.findScope().then(
      (found) => {
        if (ended) return;
        if (!found) return end();
        scope = found;
        catchUp();
      },
      () => {
        if (!ended) retry = setTimeout(ask, askAgainAfter);
      },
    );
  };

  const beats = setInterval(beat, options.heartbeatEvery);
  const checks = setInterval(ask, options.recheckEvery);
  response.on('error', end);
  response.on('close', end);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  // An id of its own, so that the browser says on coming back that it was here before.
  response.write('retry: 2000\nid: 0\n\n');
  if (options.returning) send({ topic: 'resync' });

  return {
    hear(heard) {
      if (ended) return;
      if (heard.kind === 'resync') {
        send({ topic: 'resync' });
      } else if (heard.kind === 'recheck') {
        const mine = options.scope;
        if (heard.tenant !== mine.tenant || heard.account !== mine.account) return;
        scope = undefined;
        missed = true;
        ask();
      } else if (!scope) {
        missed = true;
      } else if (scope.isOver?.()) {
        scope = undefined;
        missed = true;
        ask();
      } else if (
        heard.tenant === scope.tenant &&
        (heard.event.area === null || scope.areas.has(heard.event.area))
      ) {
        send(heard.event);
      }
    },
    end,
  };
}

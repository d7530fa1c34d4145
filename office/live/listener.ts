import pg from 'pg';
import { z } from 'zod';
import { LiveEvent } from './contract.ts';
import { channel } from './event.ts';

/** What the listener hears from PostgreSQL, or knows of itself. */
export type Heard =
  | { kind: 'event'; tenant: string; event: LiveEvent }
  /** The account's sessions or roles changed: its open pages are asked again who they are. */
  | { kind: 'recheck'; tenant: string; account: string }
  /** The line was down for a while: anything may have been missed. */
  | { kind: 'resync' };

export interface Listener {
  stop(): Promise<void>;
}

export interface ListenerOptions {
  url: string;
  log(line: string): void;
  hear(heard: Heard): void;
  /** Milliseconds before the first try to connect again; doubled up to 10 s. */
  backOff: number;
}

const longestBackOff = 10_000;

/** Begins to listen on a connection of its own; resolves once it does. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const { url, log, hear, backOff } = options;
  let line: Line | undefined;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const opened = await openLine(url, hear, () => {
      line = undefined;
      if (stopped) return;
      log('live: the connection to the database is lost, connecting again');
      reconnect(backOff);
    });
    if (stopped) await opened.end();
    else line = opened;
  };
  const reconnect = (wait: number): void => {
    again = setTimeout(() => {
      connect().then(
        () => hear({ kind: 'resync' }),
        () => {
          if (!stopped) reconnect(Math.min(wait * 2, longestBackOff));
        },
      );
    }, wait);
  };

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      await line?.end();
    },
  };
}

interface Line {
  end(): Promise<void>;
}

const aliveEvery = 30_000;

async function openLine(
  url: string,
  hear: (heard: Heard) => void,
  lost: () => void,
): Promise<Line> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'liangbuwu live',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  let state: 'opening' | 'open' | 'over' = 'opening';
  // An error and an end are both told, in either order; a line that died silently is asked.
  const over = (): void => {
    const wasOpen = state === 'open';
    state = 'over';
    clearInterval(alive);
    client.end().catch(() => {});
    if (wasOpen) lost();
  };
  const alive = setInterval(() => client.query('select 1').catch(over), aliveEvery);
  client.on('error', over);
  client.on('end', over);
  client.on('notification', ({ payload }) => {
    const heard = read(payload);
    if (heard) hear(heard);
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    state = 'open';
  } catch (error) {
    over();
    throw error;
  }
  return {
    async end() {
      state = 'over';
      clearInterval(alive);
      await client.end();
    },
  };
}

const Notice = z.union([
  z.strictObject({ tenant: z.uuid(), recheck: z.uuid() }),
  LiveEvent.extend({ tenant: z.uuid() }),
]);

function read(payload: string | undefined): Heard | undefined {
  const parsed = Notice.safeParse(parse(payload));
  if (!parsed.success) return undefined;
  if ('recheck' in parsed.data) {
    return { kind: 'recheck', tenant: parsed.data.tenant, account: parsed.data.recheck };
  }
  const { tenant, ...event } = parsed.data;
  return { kind: 'event', tenant, event };
}

function parse(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return undefined;
  }
}

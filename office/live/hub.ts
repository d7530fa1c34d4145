import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connection.ts';
import { databaseFault } from '../http/database-faults.ts';
import { refuse } from '../http/refusal.ts';
import { signInFirst } from '../http/shared-refusals.ts';
import { sessionCookie } from '../identity/session-cookie.ts';
import { type LiveEvent, livePath } from './contract.ts';
import { type Heard, listen } from './listener.ts';
import { findLiveScope } from './scope.ts';
import { openStream, type Stream } from './stream.ts';

export interface LiveHub {
  /** Ends every open page's stream and stops listening. */
  close(): Promise<void>;
}

export interface LiveOptions {
  db: Database;
  /** Where the application's role listens, on a connection of its own. */
  url: string;
  clock: Clock;
  log(line: string): void;
  /** Told of every event of every tenant: for work of this server that another one may stop. */
  onEvent?(event: LiveEvent): void;
  /** Milliseconds. Default 20 s: proxies end what is silent for longer. */
  heartbeatEvery?: number;
  /** Milliseconds until a page is asked again who it is. Default one minute. */
  recheckEvery?: number;
  /** Milliseconds before the first try to listen again after the line was lost. Default 250. */
  backOff?: number;
}

/** Listens once for all open pages of this server, and registers the route that they read from. */
export async function liveHub(app: FastifyInstance, options: LiveOptions): Promise<LiveHub> {
  const { db, clock, url, log } = options;
  const streams = new Set<Stream>();
  const endAll = (): void => {
    for (const stream of streams) stream.end();
  };
  const hear = (heard: Heard): void => {
    if (heard.kind === 'event') options.onEvent?.(heard.event);
    for (const stream of streams) stream.hear(heard);
  };

  // Before the server waits for its open requests to end.
  app.addHook('preClose', async () => endAll());
  app.get(livePath, async (request, reply) => {
    const { token } = sessionCookie(request, reply);
    if (!token) throw refuse(signInFirst, undefined);
    const findScope = () => findLiveScope(db, token, clock);
    const scope = await findScope().catch((error: unknown) => {
      throw databaseFault(error) ?? error;
    });
    if (!scope) throw refuse(signInFirst, undefined);
    reply.hijack();
    const stream = openStream(
      reply.raw,
      {
        scope,
        findScope,
        returning: request.headers['last-event-id'] !== undefined,
        heartbeatEvery: options.heartbeatEvery ?? 20_000,
        recheckEvery: options.recheckEvery ?? 60_000,
      },
      () => streams.delete(stream),
    );
    streams.add(stream);
  });

  const listener = await listen({ url, log, hear, backOff: options.backOff ?? 250 });
  return {
    async close() {
      endAll();
      await listener.stop();
    },
  };
}

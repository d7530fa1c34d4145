import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connection.ts';
import { sessionCookie } from './session-cookie.ts';
import { extendSession } from './store.ts';

/** A session ends when nothing was asked in it for so long. */
export const sessionEnds = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: 12 });

const extendEvery = { minutes: 10 };

/** Puts the end of a session off while it is in use. Requests that read run read-only, so it happens before them. */
export function keepSessionsOpen(
  app: FastifyInstance,
  services: { db: Database; clock: Clock },
): void {
  const next = new Map<string, Temporal.Instant>();
  app.addHook('preHandler', async (request, reply) => {
    const cookie = sessionCookie(request, reply);
    if (!cookie.token) return;
    const now = services.clock.now();
    const due = next.get(cookie.token);
    if (due && Temporal.Instant.compare(now, due) < 0) return;
    const until = sessionEnds(now);
    // Where the database is away, the route itself says so.
    const extended = await extendSession(services.db, cookie.token, now, until).catch(() => false);
    if (!extended) return;
    cookie.set(cookie.token, until);
    if (next.size > 10_000) next.clear();
    next.set(cookie.token, now.add(extendEvery));
  });
}

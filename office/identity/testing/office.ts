import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/connection.ts';
import { createApp } from '../../http/app.ts';
import type { Endpoint } from '../../http/endpoint.ts';
import { serve } from '../../http/serve.ts';
import { officePermissions } from '../../roles.ts';
import { identityEndpoints } from '../server.ts';
import { sessionCookie } from '../session-cookie.ts';
import { keepSessionsOpen } from '../session-length.ts';

export const newToken = (): string => randomBytes(32).toString('base64url');

/** A server of identity's routes, and of others that are given. */
export function testOffice(options: {
  db: Database;
  clock: Clock;
  demo?: boolean;
  trustProxy?: string[];
  onLedger?: (tenant: string) => void;
  endpoints?: readonly Endpoint[];
}): FastifyInstance {
  const { db, clock } = options;
  const app = createApp(options.trustProxy ? { trustProxy: options.trustProxy } : {});
  keepSessionsOpen(app, { db, clock });
  const endpoints = [
    ...identityEndpoints({
      demo: options.demo ?? false,
      permissions: officePermissions,
      newId: randomUUID,
      newToken,
      onLedger: options.onLedger,
    }),
    ...(options.endpoints ?? []),
  ];
  for (const one of endpoints) serve(app, one, { db, clock, sessionCookie });
  return app;
}

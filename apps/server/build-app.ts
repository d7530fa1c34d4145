import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import { commitmentEndpoints } from '@liangbuwu/office/commitments/server.ts';
import type { Database } from '@liangbuwu/office/database/connection.ts';
import { createApp } from '@liangbuwu/office/http/app.ts';
import type { Contract } from '@liangbuwu/office/http/contract.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { readHealth, readOpenapi } from '@liangbuwu/office/http/health.ts';
import { openapi } from '@liangbuwu/office/http/openapi.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { serve } from '@liangbuwu/office/http/serve.ts';
import { otherSite } from '@liangbuwu/office/http/shared-refusals.ts';
import { identityWords } from '@liangbuwu/office/identity/ledger-words.ts';
import { identityEndpoints } from '@liangbuwu/office/identity/server.ts';
import { sessionCookie } from '@liangbuwu/office/identity/session-cookie.ts';
import { keepSessionsOpen } from '@liangbuwu/office/identity/session-length.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { ledgerEndpoints } from '@liangbuwu/office/ledger/server.ts';
import { gatherWords } from '@liangbuwu/office/ledger/words.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import { peopleWords } from '@liangbuwu/office/people/ledger-words.ts';
import { peopleEndpoints } from '@liangbuwu/office/people/server.ts';
import { officeLastingData, officePersonalData } from '@liangbuwu/office/personal-data.ts';
import { planEndpoints } from '@liangbuwu/office/plans/server.ts';
import { servePages } from '@liangbuwu/office/public/serve-pages.ts';
import { registerWords } from '@liangbuwu/office/register/ledger-words.ts';
import { registerEndpoints } from '@liangbuwu/office/register/server.ts';
import { responseEndpoints } from '@liangbuwu/office/responses/server.ts';
import type { ClosingServices } from '@liangbuwu/office/responses/services.ts';
import { officePermissions } from '@liangbuwu/office/roles.ts';
import { rulebookEndpoints } from '@liangbuwu/office/rulebook/server.ts';
import { officeWords } from '@liangbuwu/office/words.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { type DeskServices, desks } from './desks.ts';
import { answerPage, serveApps } from './pages.ts';

export interface RouteServices {
  queue: JobQueue;
  keys: ResponseKeys;
  closing: ClosingServices;
  demo: boolean;
  onLedger(tenant: string): void;
}

export interface AppServices extends RouteServices {
  db: Database;
  clock: Clock;
  database: 'embedded' | 'external';
  version: string;
  trustProxy: string[];
  /** A demonstration answers only to this machine's own names, so that no page elsewhere can reach it by another. */
  loopbackOnly: boolean;
  log(line: string): void;
}

const stream = {
  path: livePath,
  summary: say(
    '刚刚发生的变化（服务器推送，每条一段 JSON，只含编号）',
    'What changed, as it happens: server-sent events, one JSON text each, by id only',
  ),
  event: LiveMessage,
};

/** Every route of the office and the desks, and the pages of the apps. */
export async function buildApp(services: AppServices): Promise<FastifyInstance> {
  const { db, clock, onLedger } = services;
  const app = createApp({ log: services.log, trustProxy: services.trustProxy, page: answerPage });
  if (services.loopbackOnly) app.addHook('onRequest', refuseOtherHosts);
  await serveApps(app);
  keepSessionsOpen(app, { db, clock });
  const rooms = allEndpoints(services);
  const contracts: Contract[] = [readHealth, readOpenapi, ...rooms.map(({ contract }) => contract)];
  // Made when somebody asks: of all that a start does it took the longest.
  let description: ReturnType<typeof openapi> | undefined;
  const endpoints: Endpoint[] = [
    endpoint(readHealth, async (_, { tx }) => {
      await sql`select 1`.execute(tx);
      return { status: 'ok' as const, version: services.version, database: services.database };
    }),
    endpoint(readOpenapi, async () => {
      description ??= openapi(contracts, services.version, stream);
      return description;
    }),
    ...rooms,
  ];
  for (const one of endpoints) serve(app, one, { db, clock, sessionCookie, onLedger });
  const pages = desks.flatMap((desk) => desk.pages?.(deskServices(services)) ?? []);
  await servePages(app, pages, { db, clock, log: services.log, onLedger });
  return app;
}

const deskServices = ({ queue, keys }: RouteServices): DeskServices => ({
  queue,
  keys,
  newId: randomUUID,
  randomInt: (below) => randomInt(below),
});

/** All that goes when a response is closed, desk by desk and then the office's own. */
export const personalData = [
  ...desks.flatMap((desk) => desk.personalData ?? []),
  ...officePersonalData,
];

/** Every route of the office and the desks. */
export function allEndpoints(services: RouteServices): Endpoint[] {
  const { keys, closing, demo, onLedger } = services;
  return [
    ...identityEndpoints({
      demo,
      permissions: Object.assign({}, officePermissions, ...desks.map((desk) => desk.permissions)),
      newId: randomUUID,
      newToken: () => randomBytes(32).toString('base64url'),
      onLedger,
    }),
    ...registerEndpoints({
      keys,
      newId: randomUUID,
      householdChecks: desks.flatMap(({ householdChecks }) => householdChecks ?? []),
    }),
    ...responseEndpoints({
      keys,
      demo,
      personalData,
      lastingData: [...officeLastingData, ...desks.flatMap((desk) => desk.lastingData ?? [])],
      closing,
    }),
    ...peopleEndpoints({ keys }),
    ...commitmentEndpoints(),
    ...rulebookEndpoints(),
    ...planEndpoints(),
    ...ledgerEndpoints({ words: ledgerWords }),
    ...desks.flatMap((desk) => desk.endpoints(deskServices(services))),
  ];
}

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

async function refuseOtherHosts(request: FastifyRequest): Promise<void> {
  if (!ownNames.has(request.host.replace(/:\d+$/, ''))) throw refuse(otherSite, undefined);
}

const ledgerWords = gatherWords([
  identityWords,
  registerWords,
  peopleWords,
  officeWords,
  ...desks.map((desk) => desk.ledgerWords),
]);

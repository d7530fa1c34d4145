import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { type TestDatabase, testDatabase } from '@liangbuwu/office/database/testing/database.ts';
import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { proveAgain, stepIn } from '@liangbuwu/office/identity/contract.ts';
import { createTenant, putDemoAccounts, syncRoles } from '@liangbuwu/office/identity/install.ts';
import { type JobQueue, migrateQueue, startQueue } from '@liangbuwu/office/jobs/queue.ts';
import { createKeys, type ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { usualRoles } from '@liangbuwu/office/permission.ts';
import { type Solver, workOffPlans } from '@liangbuwu/office/plans/solving.ts';
import { putArea } from '@liangbuwu/office/register/areas/contract.ts';
import { certificateFiles } from '@liangbuwu/office/responses/closing/certificate-files.ts';
import {
  type FinishOptions,
  finishLater,
} from '@liangbuwu/office/responses/closing/finish-closing.ts';
import { rewriteTables } from '@liangbuwu/office/responses/closing/rewrite-tables.ts';
import { defaultRoles, officePermissions } from '@liangbuwu/office/roles.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp, personalData } from '../build-app.ts';
import { desks, queues, solversOf } from '../desks.ts';
import { rooms } from '../rooms.ts';

export interface TestServer {
  app: FastifyInstance;
  database: TestDatabase;
  keys: ResponseKeys;
  /** What finishes its closings. */
  finishing: FinishOptions;
  queue: JobQueue;
  /** Where the keys lie. */
  folder: string;
  tenant: string;
  /** By name: county, town, village, otherTown, otherVillage. */
  areas: Record<'county' | 'town' | 'village' | 'otherTown' | 'otherVillage', string>;
  /** All that was written to the log. */
  logged: readonly string[];
  /** Steps into the role in the area, through the door, and keeps the cookie. */
  as(
    role: keyof typeof usualRoles,
    area?: keyof TestServer['areas'],
  ): Promise<Call & { cookie: string }>;
  /** Somebody new with a role, or several, in an area that was made in the test. */
  standing(
    role: string | readonly string[],
    area: string,
    as?: { account?: string; name?: string },
  ): Promise<Call & { cookie: string }>;
  close(): Promise<void>;
}

/** Enough for the small days of tests, in some hundredths of a second. */
const iterations = 600;

/** The whole application on a database of its own: one county, two towns with a village each, every usual role in every area. */
export async function testServer(
  options: {
    solve?: boolean | readonly Solver[];
    trustProxy?: string[];
    /** A PostgreSQL of the test's own, with its data folder. */
    cluster?: { url: string; folder: string };
  } = {},
): Promise<TestServer> {
  const { cluster } = options;
  const database = await testDatabase(rooms, cluster?.url);
  const folder = cluster?.folder ?? (await mkdtemp(join(tmpdir(), 'liangbuwu-server-')));
  await migrateQueue(database.ownerUrl, database.owner, queues);
  const logged: string[] = [];
  const log = (line: string) => {
    logged.push(line);
    process.stderr.write(`${line}\n`);
  };
  const queue = await startQueue(database.appUrl, log);
  const keys = createKeys(folder, systemClock);
  const files = certificateFiles(folder);
  const finishing = {
    db: database.app,
    clock: systemClock,
    keys,
    files,
    rewrite: () =>
      rewriteTables(
        database.owner,
        personalData.flatMap(({ tables }) => tables),
        systemClock,
      ),
    log,
    onLedger: () => {},
  };
  const app = await buildApp({
    db: database.app,
    clock: systemClock,
    queue,
    keys,
    closing: {
      hours: 24,
      finish: finishLater(finishing),
      findPublicKey: files.findPublicKey,
    },
    demo: true,
    database: 'embedded',
    version: '0.0.0-test',
    trustProxy: options.trustProxy ?? [],
    loopbackOnly: false,
    log,
    onLedger: () => {},
  });
  if (options.solve) {
    const solvers = options.solve === true ? solversOf({ queue, iterations }) : options.solve;
    await workOffPlans({ db: database.app, clock: systemClock, queue, solvers, log });
  }

  const tenant = randomUUID();
  const county = randomUUID();
  await createTenant(database.owner, {
    id: tenant,
    name: '试验县',
    root: { id: county, level: 'county' },
  });
  const roles = defaultRoles([officePermissions, ...desks.map((desk) => desk.permissions)]);
  await syncRoles(database.owner, tenant, roles, systemClock);
  const areas: TestServer['areas'] = {
    county,
    town: randomUUID(),
    village: randomUUID(),
    otherTown: randomUUID(),
    otherVillage: randomUUID(),
  };
  const accounts = new Map<string, string>();
  const admit = (names: readonly (keyof TestServer['areas'])[]) =>
    putDemoAccounts(
      database.owner,
      tenant,
      names.flatMap((area) =>
        Object.keys(usualRoles).map((role) => {
          const id = randomUUID();
          accounts.set(`${role}@${area}`, id);
          const login = `${role}-${area}-${tenant.slice(0, 8)}`.toLowerCase();
          return {
            id,
            login,
            name: `${role} ${area}`,
            area: areas[area],
            roles: [{ role, area: areas[area] }],
          };
        }),
      ),
      systemClock,
    );

  const as: TestServer['as'] = async (role, area = 'town') => {
    const account = accounts.get(`${role}@${area}`);
    if (!account) throw new Error(`nobody is ${role} of ${area}`);
    return visitor(app, account);
  };
  await admit(['county']);
  const administrator = await as('administrator', 'county');
  for (const [area, parent, level, name] of [
    ['town', 'county', 'town', '甲镇'],
    ['otherTown', 'county', 'town', '乙镇'],
    ['village', 'town', 'village', '甲一村'],
    ['otherVillage', 'otherTown', 'village', '乙一村'],
  ] as const) {
    await administrator(putArea, {
      params: { area: areas[area] },
      body: { parent: areas[parent], name, level },
    });
  }
  await admit(['town', 'village', 'otherTown', 'otherVillage']);

  return {
    app,
    database,
    keys,
    finishing,
    folder,
    queue,
    tenant,
    areas,
    logged,
    as,
    async standing(role, area, { account = randomUUID(), name } = {}) {
      const roles = [role].flat();
      const login = `u${account.slice(0, 8)}`;
      await putDemoAccounts(
        database.owner,
        tenant,
        [
          {
            id: account,
            login,
            name: name ?? roles.join(),
            area,
            roles: roles.map((one) => ({ role: one, area })),
          },
        ],
        systemClock,
      );
      return visitor(app, account);
    },
    async close() {
      await app.close();
      await queue.stop();
      await database[Symbol.asyncDispose]();
      if (!cluster) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Steps into an account through the door, and keeps the cookie. */
export async function visitor(
  app: FastifyInstance,
  account: string,
): Promise<Call & { cookie: string }> {
  let cookie = '';
  const call: Call = client(
    'http://127.0.0.1',
    async (address, init) => {
      const url = new URL(String(address));
      const answer = await app.inject({
        method: (init?.method ?? 'GET') as NonNullable<InjectOptions['method']>,
        url: url.pathname + url.search,
        headers: { ...(init?.headers as Record<string, string>), cookie },
        ...(init?.body ? { payload: String(init.body) } : {}),
      });
      const set = answer.headers['set-cookie'];
      cookie = String(Array.isArray(set) ? set[0] : (set ?? cookie)).split(';')[0] ?? '';
      return new Response(answer.body, { status: answer.statusCode });
    },
    // A test may last longer than a proof.
    async () => Boolean(await call(proveAgain, { body: {} })),
  );
  await call(stepIn, { body: { account } });
  return Object.assign(call, { cookie });
}

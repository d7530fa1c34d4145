import { CompiledQuery, sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Database, Tx } from '../database/connection.ts';
import { appRole } from '../database/protect.ts';

/**
 * Background work. A job carries ids only: what it is about is read under row-level security when it runs.
 * A server that dies in the middle stops its heartbeat, and the job is given to the next one.
 */
export interface JobQueue {
  /** Takes effect when the transaction commits. */
  send(tx: Tx, name: string, ids: Record<string, string>): Promise<void>;
  work(
    name: string,
    handle: (ids: Record<string, string>, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Whether a job of this name waits or runs, on whichever server: what is less urgent gives way to it. */
  isBusy(tx: Tx, name: string): Promise<boolean>;
  /** Told of the jobs that failed every time that they were tried: somebody waits for them. */
  givenUp(name: string, handle: (ids: Record<string, string>) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const heartbeatSeconds = 10;
const givenUpOf = (name: string) => `${name}-given-up`;

/** Creates the queue's own schema (as the migration role) and lets the application's role work in it. */
export async function migrateQueue(
  ownerUrl: string,
  owner: Database,
  names: readonly string[],
): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => {});
  await boss.start();
  for (const name of names) {
    const deadLetter = givenUpOf(name);
    if (!(await boss.getQueue(deadLetter)))
      await boss.createQueue(deadLetter, { retryLimit: 10, retryDelay: 5 });
    const options = {
      retryLimit: 3,
      retryDelay: 1,
      heartbeatSeconds,
      expireInSeconds: 3600,
      deadLetter,
    };
    if (await boss.getQueue(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, options);
  }
  await boss.stop({ graceful: false });
  const role = await appRole(owner);
  await sql`grant usage on schema pgboss to ${role}`.execute(owner);
  await sql`grant select, insert, update, delete on all tables in schema pgboss to ${role}`.execute(
    owner,
  );
  await sql`grant usage on all sequences in schema pgboss to ${role}`.execute(owner);
  await sql`grant execute on all functions in schema pgboss to ${role}`.execute(owner);
}

export async function startQueue(appUrl: string, log: (line: string) => void): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: appUrl,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    reindex: false,
    monitorVacuum: false,
    max: 4,
  });
  boss.on('error', (error) => log(`jobs: ${error.message}`));
  await boss.start();
  /** The queue keeps what a job throws: that goes to the log instead, since a fault may quote a row. */
  const logged = async (name: string, work: Promise<void>): Promise<void> => {
    await work.catch((error: unknown) => {
      log(`jobs: ${name}: ${error instanceof Error ? error.stack : String(error)}`);
      throw new Error(`${name} failed, see the log`);
    });
  };
  return {
    async send(tx, name, ids) {
      await boss.send(name, ids, {
        db: {
          executeSql: async (text, values = []) => ({
            rows: (await tx.executeQuery(CompiledQuery.raw(text, [...values]))).rows,
          }),
        },
      });
    },
    async work(name, handle) {
      await boss.work<Record<string, string>>(
        name,
        { pollingIntervalSeconds: 0.5, batchSize: 1, heartbeatRefreshSeconds: 3 },
        async ([job]) => {
          if (job) await logged(name, handle(job.data, job.signal));
        },
      );
    },
    async isBusy(tx, name) {
      const { rows } = await sql<{ busy: boolean }>`
        select exists (select from pgboss.job
          where name = ${name} and state in ('created', 'retry', 'active')) as busy`.execute(tx);
      return rows[0]?.busy ?? false;
    },
    async givenUp(name, handle) {
      const queue = givenUpOf(name);
      await boss.work<Record<string, string>>(
        queue,
        { pollingIntervalSeconds: 2, batchSize: 1 },
        async ([job]) => {
          if (job) await logged(queue, handle(job.data));
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 2_000 }),
  };
}

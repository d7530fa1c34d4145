import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Database, Tx } from '@liangbuwu/office/database/connection.ts';
import type { Room } from '@liangbuwu/office/database/room.ts';
import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';
import { type Solver, solveQueue } from '@liangbuwu/office/plans/solving.ts';
import type { HouseholdCheck } from '@liangbuwu/office/register/households/checks.ts';
import { waterDesk } from '@liangbuwu/water/desk.ts';

export interface JobServices {
  db: Database;
  clock: Clock;
  queue: JobQueue;
  log(line: string): void;
}

/** What a desk brings to the server. */
export interface ServedDesk {
  room: Room;
  permissions: PermissionList;
  ledgerWords: Record<string, Say>;
  /** Deletes what people wrote or told it in a response that ends; each returns how many records. */
  destroyPersonalData?: readonly ((tx: Tx, response: string) => Promise<number>)[];
  /** What it looks for in the register of households. */
  householdChecks?: readonly HouseholdCheck[];
  /** One for each name of desk that its plans go by. */
  solvers?(services: { queue: JobQueue }): Solver[];
  /** What it does in the background beside solving plans. */
  jobs?: { queues: readonly string[]; workOff(services: JobServices): Promise<void> };
  endpoints(services: { queue: JobQueue }): Endpoint[];
}

/** The desks of this installation. A desk is taken out by its line here, and in the console's list. */
export const desks: readonly ServedDesk[] = [waterDesk];

/** The queues of all jobs of this installation. */
export const queues: readonly string[] = [
  solveQueue,
  ...desks.flatMap(({ jobs }) => jobs?.queues ?? []),
];

export const solversOf = (services: { queue: JobQueue }): Solver[] =>
  desks.flatMap(({ solvers }) => solvers?.(services) ?? []);

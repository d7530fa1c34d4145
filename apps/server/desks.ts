import { campusDesk } from '@liangbuwu/campus/desk.ts';
import { answeredPasses } from '@liangbuwu/gate/answered/answered-passes.ts';
import { gateDesk } from '@liangbuwu/gate/desk.ts';
import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Database } from '@liangbuwu/office/database/connection.ts';
import type { Room } from '@liangbuwu/office/database/room.ts';
import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';
import { type Solver, type SolverServices, solveQueue } from '@liangbuwu/office/plans/solving.ts';
import type { PublicPage } from '@liangbuwu/office/public/page.ts';
import type { HouseholdCheck } from '@liangbuwu/office/register/households/checks.ts';
import type {
  CountedRows,
  PersonalData,
} from '@liangbuwu/office/responses/closing/personal-data.ts';
import { waterDesk } from '@liangbuwu/water/desk.ts';

export interface JobServices {
  db: Database;
  clock: Clock;
  queue: JobQueue;
  log(line: string): void;
}

/** What a desk's routes and pages work with. */
export interface DeskServices {
  queue: JobQueue;
  keys: ResponseKeys;
  newId(): string;
  /** A whole number below this one, that nobody can foresee. */
  randomInt(below: number): number;
}

/** What a desk brings to the server. */
export interface ServedDesk {
  room: Room;
  permissions: PermissionList;
  ledgerWords: Record<string, Say>;
  /** What it looks for in the register of households. */
  householdChecks?: readonly HouseholdCheck[];
  /** One for each name of desk that its plans go by. */
  solvers?(services: SolverServices): Solver[];
  /** What it does in the background beside solving plans. */
  jobs?: { queues: readonly string[]; workOff(services: JobServices): Promise<void> };
  endpoints(services: DeskServices): Endpoint[];
  /** Pages that anybody may open, signed in or not. */
  pages?(services: DeskServices): PublicPage[];
  /** The personal data that it holds of a response and that goes with it. */
  personalData?: readonly PersonalData[];
  /** What it keeps of a response for good. */
  lastingData?: readonly CountedRows[];
}

/** The desks of this installation. A desk is taken out by its line here, and in the console's list. */
export const desks: readonly ServedDesk[] = [
  waterDesk,
  gateDesk,
  // A pass to school comes of what the campus desk answers, and the gate desk signs it.
  campusDesk(answeredPasses),
];

/** The queues of all jobs of this installation. */
export const queues: readonly string[] = [
  solveQueue,
  ...desks.flatMap(({ jobs }) => jobs?.queues ?? []),
];

export const solversOf = (services: SolverServices): Solver[] =>
  desks.flatMap(({ solvers }) => solvers?.(services) ?? []);

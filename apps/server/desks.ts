import type { Room } from '@liangbuwu/office/database/room.ts';
import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';
import type { Solver } from '@liangbuwu/office/plans/solving.ts';
import { waterDesk } from '@liangbuwu/water/desk.ts';

/** What a desk brings to the server. */
export interface ServedDesk {
  room: Room;
  permissions: PermissionList;
  ledgerWords: Record<string, Say>;
  solver?: Solver;
  endpoints(services: { queue: JobQueue }): Endpoint[];
}

/** The desks of this installation. A desk is taken out by its line here, and in the console's list. */
export const desks: readonly ServedDesk[] = [waterDesk];

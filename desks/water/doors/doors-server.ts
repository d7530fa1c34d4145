import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import * as routes from './doors.contract.ts';
import { planDoors } from './plan-doors.ts';
import { readDoors, readVolunteerDays } from './read-doors.ts';
import { recordLook } from './record-look.ts';
import { recordVisit } from './record-visit.ts';

/** Water carried to doors: planned in the office, recorded on phones. */
export const doorEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.getDoors, ({ query }, { tx, clock }) => readDoors(tx, clock, query)),
  endpoint(routes.planDoors, ({ params, body }, deed) => planDoors(deed, params.plan, body)),
  endpoint(routes.recordLook, ({ params, body }, deed) => recordLook(deed, params.look, body)),
  endpoint(routes.getVolunteerDays, async (_, { tx, clock, actor }) => ({
    days: await readVolunteerDays(tx, clock, actor.account),
  })),
  endpoint(routes.recordVisit, ({ params, body }, deed) =>
    recordVisit(deed, keys, params.visit, body),
  ),
];

import { say } from '@liangbuwu/office/http/say.ts';
import {
  type PersonalData,
  personalRows,
} from '@liangbuwu/office/responses/closing/personal-data.ts';
import { countRequests, destroyRequests } from './care-store.ts';

/** Goes when its response is closed. Whoever closes it sees no request: the database counts and deletes them. */
export const carePersonalData: readonly PersonalData[] = [
  {
    kind: 'care-requests',
    name: say('和心理老师的约谈（已加密）', 'Requests to talk with a counsellor, sealed'),
    tables: ['campus.care_request', 'campus.care_step'],
    count: async (tx, response) =>
      (await countRequests(tx, { response, school: null, now: null })).asked,
    destroy: destroyRequests,
  },
  personalRows({
    kind: 'counselling',
    name: say('各校的求助电话', 'Help numbers of schools'),
    table: 'campus.counselling',
  }),
  personalRows({
    kind: 'broadcasts',
    name: say('各校每天的广播', 'What schools read out'),
    table: 'campus.broadcast_day',
  }),
];

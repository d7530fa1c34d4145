import { say } from '@liangbuwu/office/http/say.ts';
import { personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed. */
export const rosterPersonalData = [
  personalRows({
    kind: 'stayers',
    name: say('自愿留校的人（已加密）和值守', 'Staff who stayed, sealed, and their shifts'),
    table: 'campus.stay_person',
    below: ['campus.stay_shift'],
  }),
];

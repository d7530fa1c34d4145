import type { Room } from '@liangbuwu/office/database/room.ts';
import { water } from './migrations/0001-water.ts';
import { course } from './migrations/0002-course.ts';
import { registers } from './migrations/0003-registers.ts';
import { daysBefore } from './migrations/0010-days-before.ts';
import { costs } from './migrations/0011-costs.ts';
import { kindsAndLosses } from './migrations/0013-kinds-and-losses.ts';
import { entries } from './migrations/0014-entries.ts';
import { publicPages } from './migrations/0015-public.ts';
import { supplies } from './migrations/0016-supplies.ts';
import { stations } from './migrations/0017-stations.ts';
import { doors } from './migrations/0018-doors.ts';
import { rollCalls } from './migrations/0019-roll-calls.ts';
import { requestsUnversioned } from './migrations/0020-requests-unversioned.ts';
import { foundQuickly } from './migrations/0021-found-quickly.ts';

export const waterRoom: Room = {
  schema: 'water',
  migrations: [
    water,
    course,
    registers,
    daysBefore,
    costs,
    kindsAndLosses,
    entries,
    publicPages,
    supplies,
    stations,
    doors,
    rollCalls,
    requestsUnversioned,
    foundQuickly,
  ],
};

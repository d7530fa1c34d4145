import type { Room } from '@liangbuwu/office/database/room.ts';
import { schools } from './migrations/0001-schools.ts';
import { ledger } from './migrations/0002-ledger.ts';
import { reopening } from './migrations/0003-reopening.ts';
import { times } from './migrations/0004-times.ts';
import { sampling } from './migrations/0005-sampling.ts';
import { firstMorning } from './migrations/0007-first-morning.ts';
import { transferZone } from './migrations/0008-transfer-zone.ts';
import { samplingRun } from './migrations/0009-sampling-run.ts';
import { checks } from './migrations/0010-checks.ts';
import { boarding } from './migrations/0011-boarding.ts';
import { lessons } from './migrations/0012-lessons.ts';
import { parents } from './migrations/0013-parents.ts';
import { care } from './migrations/0014-care.ts';

export const campusRoom: Room = {
  schema: 'campus',
  migrations: [
    schools,
    ledger,
    reopening,
    times,
    sampling,
    firstMorning,
    transferZone,
    samplingRun,
    checks,
    boarding,
    lessons,
    parents,
    care,
  ],
};

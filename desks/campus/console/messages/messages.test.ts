import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { batchesMessages } from './batches.ts';
import { careMessages } from './care.ts';
import { checksMessages } from './checks.ts';
import { lessonsMessages } from './lessons.ts';
import { morningMessages } from './morning.ts';
import { pupilMessages } from './pupils.ts';
import { reopeningMessages } from './reopening.ts';
import { roomsMessages } from './rooms.ts';
import { rosterMessages } from './roster.ts';
import { samplingMessages } from './sampling.ts';
import { schoolDayMessages } from './school-day.ts';
import { schoolsMessages } from './schools.ts';
import { storesMessages } from './stores.ts';
import { timesMessages } from './times.ts';
import { zoneMessages } from './zone.ts';

test.each([
  schoolsMessages,
  pupilMessages,
  morningMessages,
  checksMessages,
  lessonsMessages,
  careMessages,
  rosterMessages,
  reopeningMessages,
  batchesMessages,
  timesMessages,
  schoolDayMessages,
  samplingMessages,
  zoneMessages,
  storesMessages,
  roomsMessages,
])('the texts of $namespace are whole in both languages', (bundle) => {
  expect(messageFaults(bundle)).toEqual([]);
});

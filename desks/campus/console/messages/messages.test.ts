import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { batchesMessages } from './batches.ts';
import { careMessages } from './care.ts';
import { checksMessages } from './checks.ts';
import { morningMessages } from './morning.ts';
import { pupilMessages } from './pupils.ts';
import { reopeningMessages } from './reopening.ts';
import { rosterMessages } from './roster.ts';
import { samplingMessages } from './sampling.ts';
import { schoolDayMessages } from './school-day.ts';
import { schoolsMessages } from './schools.ts';
import { timesMessages } from './times.ts';
import { zoneMessages } from './zone.ts';

test.each([
  schoolsMessages,
  pupilMessages,
  morningMessages,
  checksMessages,
  careMessages,
  rosterMessages,
  reopeningMessages,
  batchesMessages,
  timesMessages,
  schoolDayMessages,
  samplingMessages,
  zoneMessages,
])('the texts of $namespace are whole in both languages', (bundle) => {
  expect(messageFaults(bundle)).toEqual([]);
});

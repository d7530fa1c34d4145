import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { driverMessages } from './driver.ts';
import { keeperMessages } from './keeper.ts';
import { recordingMessages } from './recording.ts';
import { volunteerMessages } from './volunteer.ts';

test.each([recordingMessages, driverMessages, keeperMessages, volunteerMessages])(
  'the texts of $namespace are whole in both languages',
  (bundle) => {
    expect(messageFaults(bundle)).toEqual([]);
  },
);

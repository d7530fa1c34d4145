import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { batchesMessages } from './batches.ts';
import { reopeningMessages } from './reopening.ts';
import { schoolsMessages } from './schools.ts';

test.each([schoolsMessages, reopeningMessages, batchesMessages])(
  'the texts of $namespace are whole in both languages',
  (bundle) => {
    expect(messageFaults(bundle)).toEqual([]);
  },
);

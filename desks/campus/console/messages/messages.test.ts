import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { samplingMessages } from './sampling.ts';
import { schoolsMessages } from './schools.ts';

test.each([schoolsMessages, samplingMessages])(
  'the texts of $namespace are whole in both languages',
  (bundle) => {
    expect(messageFaults(bundle)).toEqual([]);
  },
);

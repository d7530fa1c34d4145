import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { phoneMessages } from '@liangbuwu/ui/phone/phone-messages.ts';
import { expect, test } from 'vitest';
import { fieldMessages } from './messages.ts';

/** The other language is found by its own name. */
const allowed = new Set(['me.language: Chinese characters in en']);

test.each([phoneMessages, fieldMessages])(
  'the texts of $namespace are whole in both languages',
  (bundle) => {
    expect(messageFaults(bundle).filter((fault) => !allowed.has(fault))).toEqual([]);
  },
);

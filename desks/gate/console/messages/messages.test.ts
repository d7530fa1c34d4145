import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { boardMessages } from './board.ts';
import { gatesMessages } from './gates.ts';
import { ownMessages } from './own.ts';
import { passMessages } from './passes.ts';
import { returneeMessages } from './returnees.ts';
import { sharedMessages } from './shared.ts';

test.each([
  sharedMessages,
  boardMessages,
  passMessages,
  ownMessages,
  returneeMessages,
  gatesMessages,
])('the texts of $namespace are whole in both languages', (bundle) => {
  expect(messageFaults(bundle)).toEqual([]);
});

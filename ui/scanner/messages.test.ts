import { expect, test } from 'vitest';
import { messageFaults } from '../language/message-faults.ts';
import { scannerMessages } from './scanner-messages.ts';

test('the texts of the scanner are whole in both languages', () => {
  expect(messageFaults(scannerMessages)).toEqual([]);
});

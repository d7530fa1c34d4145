import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { expect, test } from 'vitest';
import { desks } from './desks.ts';
import { officeMessages } from './office-messages.ts';

const bundles = [uiMessages, ...officeMessages, ...desks.flatMap(({ messages }) => messages)];

test.each(bundles.map((bundle) => [bundle.namespace, bundle] as const))(
  'the texts of %s are whole in both languages',
  (_, bundle) => {
    const faults = messageFaults(bundle).filter((fault) => !allowed.has(fault));
    expect(faults).toEqual([]);
  },
);

// The switch names the other language in that language.
const allowed = new Set(['language.switch: Chinese characters in en']);

test('no two rooms use one namespace', () => {
  const names = bundles.map(({ namespace }) => namespace);
  expect(new Set(names).size).toBe(names.length);
});

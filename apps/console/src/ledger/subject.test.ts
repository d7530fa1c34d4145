import { expect, test } from 'vitest';
import { consoleMessages } from '../messages.ts';
import { readSubject } from './subject.ts';

const id = '4f8d2c11-7a40-4a6e-8f53-2b9f6a1d0c77';

test('what has a name goes by it, with its kind in words', () => {
  expect(readSubject({ subject: `point:${id}`, detail: { name: ' 白壁村3组 ' } })).toEqual({
    kind: 'point',
    word: 'point',
    name: '白壁村3组',
    id: '4f8d2c11…',
  });
});

test.each([{}, { name: '' }, { name: 7 }, { name: { 'zh-CN': '甲' } }])(
  'a name that is no text (%j) leaves the id',
  (detail) => {
    expect(readSubject({ subject: `plan:${id}`, detail })).toMatchObject({
      name: undefined,
      id: '4f8d2c11…',
    });
  },
);

test('a kind without a word stays what it is, whatever its id looks like', () => {
  expect(readSubject({ subject: `travel:${id}/x`, detail: {} })).toMatchObject({
    kind: 'travel',
    word: undefined,
    id: `${id}/x`,
  });
  expect(readSubject({ subject: 'odd', detail: {} })).toMatchObject({ kind: 'odd', id: '' });
});

test('every kind that has a word has it in both languages', () => {
  for (const { ledgerPage } of Object.values(consoleMessages.texts)) {
    const { kinds } = ledgerPage as { kinds: Record<string, string> };
    for (const kind of Object.keys(kinds))
      expect(readSubject({ subject: `${kind}:x`, detail: {} }).word).toBe(kind);
  }
});

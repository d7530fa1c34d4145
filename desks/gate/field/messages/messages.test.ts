import { messageFaults } from '@liangbuwu/ui/language/message-faults.ts';
import { expect, test } from 'vitest';
import { basisWords } from '../../checks/elsewhere-words.ts';
import { flagWords, nextStepWords, refusalWords, waitsAtSchool } from '../../gate.ts';
import { gateFieldMessages } from './gate-field.ts';

test('the texts are whole in both languages', () => {
  expect(messageFaults(gateFieldMessages)).toEqual([]);
});

test.each([
  ['reasons', refusalWords],
  ['next', nextStepWords],
  ['flags', flagWords],
  ['basis', basisWords],
] as const)('the phone, which brings no zod along, says of %s what the desk says', (key, words) => {
  const { texts } = gateFieldMessages;
  const said = Object.entries(texts['zh-CN'][key] as Record<string, string>).map(([name, zh]) => [
    name,
    { 'zh-CN': zh, en: (texts.en[key] as Record<string, string>)[name] },
  ]);
  expect(Object.fromEntries(said)).toEqual(words);
});

test('and of a child whom the school takes care of', () => {
  const { texts } = gateFieldMessages;
  expect({ 'zh-CN': texts['zh-CN']['next-school'], en: texts.en['next-school'] }).toEqual(
    waitsAtSchool,
  );
});

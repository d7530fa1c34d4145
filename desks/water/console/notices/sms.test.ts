import { expect, test } from 'vitest';
import { fullestSms, smsLength } from './sms.ts';

test('Chinese has 70 characters in one message, 67 in each of several', () => {
  expect(smsLength('水'.repeat(70))).toEqual({ characters: 70, segments: 1, room: 0 });
  expect(smsLength('水'.repeat(71))).toEqual({ characters: 71, segments: 2, room: 63 });
  expect(smsLength('水'.repeat(134)).segments).toBe(2);
  expect(smsLength('水'.repeat(135)).segments).toBe(3);
});

test('Latin has 160 and 153; a bracket takes two places; one Chinese character makes it all Chinese', () => {
  expect(smsLength('a'.repeat(160)).segments).toBe(1);
  expect(smsLength('a'.repeat(161)).segments).toBe(2);
  expect(smsLength(`${'a'.repeat(158)}[`).characters).toBe(160);
  expect(smsLength(`${'a'.repeat(159)}[`).segments).toBe(2);
  expect(smsLength(`${'a'.repeat(70)}水`).segments).toBe(2);
});

test('what takes two places is not cut in half', () => {
  // 33 pairs fill 66 of 67: the last place stays empty.
  expect(smsLength('😀'.repeat(67))).toEqual({ characters: 134, segments: 3, room: 65 });
});

test('nothing is no message', () => {
  expect(smsLength('')).toEqual({ characters: 0, segments: 0, room: 70 + 90 });
});

test('the fullest text that takes no more messages is sent', () => {
  const [long, middle, short] = ['水'.repeat(90), '水'.repeat(70), '水'.repeat(30)] as const;
  expect(fullestSms([long, middle, short])).toBe(middle);
  expect(fullestSms([long])).toBe(long);
});

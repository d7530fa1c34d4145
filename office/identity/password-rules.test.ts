import { expect, test } from 'vitest';
import { findWeakness } from './password-rules.ts';

const about = { login: 'gyf-duty', name: '陈值班' };

test.each([
  '山里的路 要慢慢开 2022',
  'correct horse battery staple',
  'tK9#vQ2mLx!7',
  '红旗村井水很甜但是要排队',
  'river lamp stone 8471',
])('%s is good', (password) => {
  expect(findWeakness(password, about)).toBeUndefined();
});

test.each([
  ['short-pass1', /11 characters/],
  ['my GYF-duty is it', /login or your name/],
  ['我是陈值班我是谁我在哪里啊', /login or your name/],
  ['aaaaaaaaaaaaaaaa', /easy to guess/],
  ['123456789012', /easy to guess/],
  ['abcdefghijklmnop', /easy to guess/],
  ['qwertyuiopasdf', /easy to guess/],
  ['password1234', /easy to guess/],
  ['Password@2022', /easy to guess/],
  ['woaini5201314', /easy to guess/],
  ['abcxabcxabcx', /easy to guess/],
  ['1qaz2wsx3edc', /easy to guess/],
  ['zhuzhou888888', /easy to guess/],
])('%s is not', (password, why) => {
  expect(findWeakness(password, about)?.en).toMatch(why);
});

test('full-width characters are no way around it', () => {
  expect(findWeakness('ｐａｓｓｗｏｒｄ１２３４', about)?.en).toMatch(/easy to guess/);
});

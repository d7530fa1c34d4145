import { expect, test } from 'vitest';
import { inLanguage, languageOf, sentTo } from './language.ts';

test.each([
  [undefined, undefined, 'zh-CN'],
  [undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
  [undefined, 'zh-CN,en;q=0.8', 'zh-CN'],
  [undefined, 'de,en;q=0.8', 'zh-CN'],
  ['en', 'zh-CN', 'en'],
  ['zh', 'en', 'zh-CN'],
  [['en', 'zh'], 'en', 'zh-CN'],
])('asked for %j by a browser of %s: %s', (asked, accepted, language) => {
  expect(languageOf(asked, accepted)).toBe(language);
});

test('an address says its language, so that a link keeps it', () => {
  expect(sentTo('/p', 'en')).not.toBe(inLanguage('/p', 'en'));
  expect([inLanguage('/p', 'en'), inLanguage('/p', 'zh-CN')]).toEqual(['/p?lang=en', '/p?lang=zh']);
});

import { expect, test } from 'vitest';
import { byUrgency, type ToldAnswer, urgencyOf } from './told.ts';
import { wordsToSend } from './told-words.ts';

const answer = (state: ToldAnswer['state'], day: string | null, time = '07:20'): ToldAnswer => ({
  state,
  outcome: { 'zh-CN': '先做核酸', en: 'a test first' },
  why: { 'zh-CN': '健康码是黄码', en: 'the code is yellow' },
  ask: [],
  arrival: `${day ?? '2022-11-17'}T${time}:00+08:00`,
  arrivalKnown: day !== null,
});
const when = { today: '2022-11-16', dayOf: (at: string) => at.slice(0, 10) };
const urgency = (last: ToldAnswer | null, now: ToldAnswer) => urgencyOf(last, now, when);

test('what a family does not know is urgent by what it would do', () => {
  const may = answer('may-return', '2022-11-17');
  const cases: [ToldAnswer | null, ToldAnswer, string, string | null][] = [
    [may, answer('not-now', '2022-11-17'), 'comes', '2022-11-17'],
    [may, answer('missing', null), 'comes', '2022-11-17'],
    [may, answer('may-return', '2022-11-18'), 'comes', '2022-11-17'],
    [may, answer('may-return', '2022-11-17', '08:00'), 'other', '2022-11-17'],
    [answer('may-return', '2022-11-15'), answer('not-now', '2022-11-17'), 'other', '2022-11-17'],
    [answer('may-return', null), answer('not-now', null), 'other', null],
    [answer('not-now', '2022-11-17'), may, 'may', '2022-11-17'],
    [answer('not-now', '2022-11-15'), answer('may-return', '2022-11-15'), 'other', '2022-11-15'],
    [answer('missing', '2022-11-17'), answer('not-now', '2022-11-17'), 'other', '2022-11-17'],
    [null, may, 'never', '2022-11-17'],
  ];
  for (const [last, now, is, day] of cases)
    expect(urgency(last, now), `${last?.state} ${now.state}`).toEqual({ urgency: is, day });
});

test('who would come in vain soonest stands first', () => {
  const line = (id: string, is: 'comes' | 'may' | 'never', day: string | null) => ({
    id,
    name: id,
    urgency: is,
    day,
  });
  const lines = [
    line('a', 'never', '2022-11-17'),
    line('b', 'may', '2022-11-17'),
    line('c', 'comes', '2022-11-18'),
    line('d', 'comes', '2022-11-17'),
    line('e', 'comes', null),
  ];
  expect(lines.sort(byUrgency).map(({ id }) => id)).toEqual(['d', 'c', 'e', 'b', 'a']);
});

test('words to a family say the day and the answer, and nothing of health', () => {
  const of = {
    place: '市二中高三1班',
    zone: 'Asia/Shanghai',
    children: [{ name: '司*', now: answer('not-now', '2022-11-17'), inVain: '2022-11-17' }],
  };
  expect(wordsToSend('answer', of, 'zh-CN')).toBe(
    '市二中高三1班家长您好：司*现在是：暂不返校。11月17日周四请先不要到校。请打开班主任给的链接，看自家的页面：上面写着原因和怎么办。链接找不到了，请告诉我。',
  );
  for (const what of ['look', 'answer'] as const)
    for (const language of ['zh-CN', 'en'] as const)
      expect(wordsToSend(what, of, language)).not.toMatch(/核酸|黄码|test|yellow|code/);
});

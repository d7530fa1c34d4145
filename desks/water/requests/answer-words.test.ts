import { expect, test } from 'vitest';
import { answerSum } from './answer-words.ts';

const hour = 3600;
const open = { from: 7 * hour, to: 24 * hour };

test.each([
  [14.5 * hour, '14:30 提出，2 小时内答复：14:30 + 2 小时 = 16:30'],
  [6 * hour, '07:00 开始办理，2 小时内答复：07:00 + 2 小时 = 09:00'],
  [
    23 * hour + 600,
    '2 小时内答复，只算办理时间（07:00–24:00）：今天还剩 50 分钟，其余 70 分钟从 07:00 接着算 = 08:10',
  ],
])('asked at %d', (asked, said) => {
  expect(answerSum(asked, open)['zh-CN']).toBe(said);
  expect(answerSum(asked, open).en).toContain(said.slice(-5));
});

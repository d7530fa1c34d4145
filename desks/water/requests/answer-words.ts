import type { Say } from '@liangbuwu/office/http/say.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { clockTime } from '../day-of.ts';
import { answerBy, answerWithin } from './answer-by.ts';

const minutes = (seconds: number) => Math.round(seconds / 60);

/** The sum by which the time of an answer was found, for whoever waits for it. */
export function answerSum(asked: number, open: { from: number; to: number }): Say {
  const by = answerBy(asked, open);
  const hours = answerWithin / 3600;
  const start = clockTime(Math.max(asked, open.from));
  const end = clockTime(by.second);
  const [from, to] = [clockTime(open.from), clockTime(open.to)];
  if (by.days === 0 && asked >= open.from)
    return say(
      `${start} 提出，${hours} 小时内答复：${start} + ${hours} 小时 = ${end}`,
      `Asked at ${start}, answered within ${hours} hours: ${start} + ${hours} h = ${end}`,
    );
  if (by.days === 0)
    return say(
      `${from} 开始办理，${hours} 小时内答复：${from} + ${hours} 小时 = ${end}`,
      `The desk opens at ${from} and answers within ${hours} hours: ${from} + ${hours} h = ${end}`,
    );
  const [today, left] = [minutes(by.today), minutes(answerWithin - by.today)];
  return say(
    `${hours} 小时内答复，只算办理时间（${from}–${to}）：今天还剩 ${today} 分钟，其余 ${left} 分钟从 ${from} 接着算 = ${end}`,
    `Answered within ${hours} hours of the desk’s time (${from}–${to}): ${today} minutes today, the other ${left} from ${from} on = ${end}`,
  );
}

/** How long a request may wait for a word while the desk is open, in seconds. */
export const answerWithin = 2 * 3600;

export interface AnswerBy {
  /** Days after the day on which it was asked. */
  days: number;
  /** Second of that day. */
  second: number;
  /** Of the wait, what still falls on the day itself: the rest is counted from the next opening. */
  today: number;
}

/**
 * By when whoever asks is told a time: two hours later, counted only while the desk is open.
 *
 * @param asked second of the day.
 * @param open the desk's hours, seconds of the day, the same every day.
 */
export function answerBy(
  asked: number,
  open: { from: number; to: number },
  within = answerWithin,
): AnswerBy {
  const length = open.to - open.from;
  const start = Math.max(asked, open.from);
  const today = Math.max(0, Math.min(within, open.to - start));
  const left = within - today;
  if (left === 0) return { days: 0, second: start + today, today };
  const days = Math.ceil(left / length);
  return { days, second: open.from + left - (days - 1) * length, today };
}

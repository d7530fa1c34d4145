import type { Format } from '@liangbuwu/ui/language/format.ts';

export type ClockStep =
  | { key: string; kind: 'halfHour' | 'hour'; instant: string }
  | { key: string; kind: 'to' | 'toNext'; time: string; instant: string };

const marks = [7 * 3600, 12 * 3600, 18 * 3600];

/** How far a demonstration's clock can be moved on at once: a little, or to the next marks of its day. */
export function clockSteps(
  now: string,
  format: Pick<Format, 'findMoment' | 'timeOfDay'>,
): ClockStep[] {
  const moment = format.findMoment(now);
  if (!moment) return [];
  const after = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
  const steps: ClockStep[] = [
    { key: '1800', kind: 'halfHour', instant: after(1800) },
    { key: '3600', kind: 'hour', instant: after(3600) },
  ];
  for (const mark of marks)
    if (mark > moment.seconds)
      steps.push({
        key: `to-${mark}`,
        kind: 'to',
        time: format.timeOfDay(mark),
        instant: after(mark - moment.seconds),
      });
  const morning = 6 * 3600;
  steps.push({
    key: 'next',
    kind: 'toNext',
    time: format.timeOfDay(morning),
    instant: after(86_400 - moment.seconds + morning),
  });
  return steps;
}

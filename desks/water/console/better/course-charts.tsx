import { StepChart } from '@liangbuwu/ui/chart/step-chart.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { type Course, type CoursePoint, telling } from '../../course.ts';
import type { Floors } from '../../water.ts';
import { betterMessages } from '../messages/better.ts';
import styles from './better.module.css';

/** The floor that may still become better, and the way that is driven, against the time of the search. */
export function CourseCharts(props: {
  course: Course;
  floors: Floors;
  running: boolean;
  /** Seconds that the search may take; default: those that it took. */
  of?: number | undefined;
}) {
  const { course, floors, running } = props;
  const t = betterMessages.use();
  const say = useSay();
  const format = useFormat();
  const { points, bound } = course;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const tier = telling(course);
  const floor = say(floors.tiers[tier]?.label);
  const line = (y: (point: CoursePoint) => number) => ({
    label: t(running ? 'best' : 'found'),
    points: points.map((point) => ({ x: point.seconds, y: y(point) })),
  });
  const x = {
    label: t('time'),
    format: (seconds: number) => t('seconds', { seconds: format.number(seconds, 1) }),
    tick: (seconds: number) => format.number(seconds, 1),
    most: Math.max(props.of ?? 0, last.seconds),
  };
  const hardship = (value: number) => format.number(value, value < 10 ? 2 : value < 100 ? 1 : 0);
  const distance = (metres: number) =>
    t('kilometres', { distance: format.number(metres / 1000, metres < 100_000 ? 1 : 0) });
  const least = bound?.[tier];
  const told = (
    what: string,
    y: (point: CoursePoint) => number,
    words: (value: number) => string,
  ) => ({
    what,
    first: words(y(first)),
    last: words(y(last)),
    seconds: format.number(last.seconds, 1),
  });
  const short = ({ hardship: all }: CoursePoint) => all[tier] ?? 0;
  const driven = ({ metres }: CoursePoint) => metres;
  const about = told(t('hardship', { floor }), short, hardship);
  return (
    <div className={styles.charts}>
      <StepChart
        title={t('hardship', { floor })}
        note={t('hardshipNote')}
        summary={
          least === undefined
            ? t('summary', about)
            : t('summaryBound', { ...about, bound: hardship(least) })
        }
        x={x}
        y={{ label: t('hardship', { floor }), format: hardship, tick: hardship }}
        line={line(short)}
        level={least === undefined ? undefined : { label: t('bound'), value: least }}
      />
      <StepChart
        title={t('metres')}
        note={t('metresNote')}
        summary={t('summary', told(t('metres'), driven, distance))}
        x={x}
        y={{
          label: t('metres'),
          format: distance,
          tick: (metres) => format.number(metres / 1000, 1),
        }}
        line={line(driven)}
      />
    </div>
  );
}

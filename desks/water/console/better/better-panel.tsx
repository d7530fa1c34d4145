import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { PictureSkeleton, TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Try } from '../../one-more.ts';
import type { Floors } from '../../water.ts';
import { betterMessages } from '../messages/better.ts';
import { triesQuery } from '../queries.ts';
import styles from './better.module.css';
import { CourseCharts } from './course-charts.tsx';
import { TriesTable } from './tries-table.tsx';
import { useCourse } from './use-course.ts';
import { useRoomWords } from './use-room-words.ts';

// News comes by itself; this is for the time when the stream of events is broken.
const lookAgain = 5000;

/** A plan with a result: how it was found, how much better one could be, and what one more of something would give. */
export function BetterPanel({ plan, floors }: { plan: PlanHead; floors: Floors }) {
  const t = betterMessages.use();
  const format = useFormat();
  const { course, query, unseen } = useCourse(plan);
  const tries = useQuery({
    ...triesQuery(plan.id),
    enabled: unseen === undefined,
    refetchInterval: ({ state }) => (state.data?.tries.some(isOpen) ? lookAgain : false),
  });
  const room = useRoomWords(course, floors, tries.data?.tries.some(isOpen) ?? true);
  const enough = plan.score?.tiers.every(({ hardship }) => hardship === 0) ?? false;
  return (
    <Panel title={t('title', { version: format.number(plan.version) })}>
      {unseen ?? (
        <div className={styles.better}>
          <section aria-label={t('tries.title')}>
            <h3 className={styles.title}>{t('tries.title')}</h3>
            <p className={styles.quiet}>{t('tries.note')}</p>
            <Loaded query={tries} waiting={<TableSkeleton rows={3} />}>
              {(data) => <TriesTable tries={data.tries} floors={floors} enough={enough} />}
            </Loaded>
          </section>
          <section aria-label={t('course')}>
            <h3 className={styles.title}>{t('course')}</h3>
            {course.points.length > 0 && <p className={styles.room}>{room}</p>}
            <Loaded query={query} waiting={<PictureSkeleton height={240} />}>
              {() =>
                course.points.length > 0 ? (
                  <CourseCharts course={course} floors={floors} running={false} />
                ) : (
                  <p>{t('noCourse')}</p>
                )
              }
            </Loaded>
          </section>
        </div>
      )}
    </Panel>
  );
}

const isOpen = ({ state }: Try) => state === 'waiting' || state === 'running';

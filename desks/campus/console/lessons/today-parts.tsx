import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { type DayLesson, minuteIn, stateAt } from '../../lessons/lessons-of-day.ts';
import { Today, type TodayCounts, todayWords } from '../../lessons/where-today.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import styles from './lessons.module.css';

const levelOf = { room: null, home: null, awaited: 'warn', care: 'bad' } as const;

/** Both places are as they should be: only what wants somebody has a colour. */
export function TodayTag({ today }: { today: Today }) {
  const say = useSay();
  const level = levelOf[today];
  const words = say(todayWords[today]);
  return level ? <StatusTag level={level}>{words}</StatusTag> : words;
}

export function TodayTiles({ counts }: { counts: TodayCounts }) {
  const t = lessonsMessages.use();
  const say = useSay();
  const format = useFormat();
  return (
    <Tiles>
      {Today.options.map((today) => (
        <StatTile
          key={today}
          label={say(todayWords[today])}
          value={format.number(counts[today])}
          note={t(`today.${today}Note`)}
        />
      ))}
    </Tiles>
  );
}

/** The lessons of today, with how those at home take part; a link is shown, and asked for by nobody but who presses it. */
export function LessonTable(props: { lessons: readonly DayLesson[]; response: Response }) {
  const { lessons, response } = props;
  const t = lessonsMessages.use();
  const format = useFormat();
  const minute = minuteIn(response.now, response.zone);
  const columns: Column<DayLesson>[] = [
    {
      id: 'time',
      header: t('today.time'),
      width: 190,
      cell: ({ name, from, to }) => `${format.timeRange(from * 60, to * 60)} ${name}`,
    },
    {
      id: 'subject',
      header: t('today.subject'),
      cell: (lesson) => (
        <>
          {lesson.subject}{' '}
          <span className={styles.quiet}>{t(`today.state.${stateAt(lesson, minute)}`)}</span>
        </>
      ),
    },
    { id: 'teacher', header: t('today.teacher'), cell: ({ teacher }) => teacher?.name ?? '—' },
    { id: 'room', header: t('today.room'), cell: ({ room }) => room || '—' },
    {
      id: 'link',
      header: t('today.link'),
      inCard: 'wide',
      cell: ({ link, offline }) => (
        <div className={styles.address}>
          {link === null ? (
            <span className={styles.quiet}>{t('today.noLink')}</span>
          ) : (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {link}
            </a>
          )}
          {offline !== '' && (
            <div className={styles.quiet}>{t('today.offline', { what: offline })}</div>
          )}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('today.lessons')}
      rows={lessons}
      columns={columns}
      rowKey={({ period }) => period}
      rowName={({ subject }) => subject}
      empty={
        <EmptyState small title={t('today.noLessons')}>
          {t('today.noLessonsNote')}
        </EmptyState>
      }
    />
  );
}

import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Since } from '../../since-sheet.ts';
import type { Floors } from '../../water.ts';
import { dayAfter } from '../day-time.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { sinceMessages } from '../messages/since.ts';
import { sinceQuery } from '../queries.ts';
import styles from './since-panel.module.css';
import { SinceRow } from './since-row.tsx';

const most = 8;

/** What is not as it was on the published day before, the most important first. */
export function SincePanel({ view, floors }: { view: DeskDayView; floors: Floors }) {
  const t = sinceMessages.use();
  const format = useFormat();
  const query = useQuery(sinceQuery(view));
  const before = query.data?.before;
  const yesterday = !before || (view.isToday && before.day === dayAfter(view.day, -1));
  return (
    <Panel
      flush
      title={yesterday ? t('title') : t('titleOf', { day: format.date(before?.day) })}
      {...(before && {
        note: t('note', { day: format.date(before.day), at: format.instant(before.publishedAt) }),
      })}
    >
      <Loaded query={query} waiting={<TableSkeleton rows={3} />}>
        {(since) =>
          since.before ? (
            <Lines since={since} floors={floors} />
          ) : (
            <p className={styles.said}>{t('none')}</p>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Lines({ since, floors }: { since: Since; floors: Floors }) {
  const t = sinceMessages.use();
  const [all, setAll] = useState(false);
  const { lines, total, published } = since;
  const hidden = lines.length - most;
  return (
    <>
      {!published && <p className={styles.said}>{t('unpublished')}</p>}
      {lines.length === 0 && published && <p className={styles.said}>{t('nothing')}</p>}
      <ul>
        {(all ? lines : lines.slice(0, most)).map((line) => (
          <SinceRow key={JSON.stringify(line)} line={line} floors={floors} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button type="link" className={styles.more ?? ''} onClick={() => setAll(!all)}>
          {all ? t('less') : t('more', { count: hidden })}
        </Button>
      )}
      {all && total > lines.length && (
        <p className={styles.said}>{t('leftOut', { count: total - lines.length })}</p>
      )}
    </>
  );
}

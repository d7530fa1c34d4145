import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PointGap } from '../../gap.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { versionMessages } from '../messages/versions.ts';
import { gapQuery } from '../queries.ts';
import { useStartWords } from '../today/use-start-words.ts';
import styles from './days-before.module.css';

const most = 6;

/** What a version took from the days before: whose weight it raised and why, and where its tanks start. */
export function DaysBefore({ view, plan }: { view: DeskDayView; plan: PlanHead }) {
  const t = versionMessages.use();
  const format = useFormat();
  const gap = useQuery(gapQuery(view, plan.state === 'published' ? undefined : plan.id));
  const points = (gap.data?.sheet.villages ?? []).flatMap((village) => village.points);
  const owed = points
    .filter(({ start }) => (start?.owed ?? 0) > 0)
    .sort((a, b) => (b.start?.owed ?? 0) - (a.start?.owed ?? 0));
  const tanks = (basis: 'carried' | 'measured') =>
    points.filter(({ start }) => start?.tank?.basis === basis).length;
  const carried = tanks('carried');
  if (owed.length === 0 && carried === 0) return null;
  const weighed = owed.some(({ start }) => start?.weighed);
  return (
    <Panel title={t('before.title', { version: format.number(plan.version) })}>
      <div className={styles.before}>
        {owed.length > 0 && (
          <>
            <p>{t(weighed ? 'before.weighed' : 'before.off', { count: owed.length })}</p>
            <Owed points={owed} />
          </>
        )}
        {carried > 0 && (
          <p>
            {t('before.carried', { count: carried, measured: format.number(tanks('measured')) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Owed({ points }: { points: readonly PointGap[] }) {
  const t = versionMessages.use();
  const words = useStartWords();
  const [all, setAll] = useState(false);
  const hidden = points.length - most;
  return (
    <>
      <ul className={styles.points}>
        {(all ? points : points.slice(0, most)).map(({ id, name, kind, start }) => (
          <li key={id}>{t('before.row', { name, words: words(start, kind) ?? '' })}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button type="link" size="small" className={styles.more ?? ''} onClick={() => setAll(!all)}>
          {all ? t('before.less') : t('before.more', { count: hidden })}
        </Button>
      )}
    </>
  );
}

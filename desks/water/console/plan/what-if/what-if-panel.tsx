import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useState } from 'react';
import type { DeskDayView } from '../../desk-day.tsx';
import { whatIfMessages } from '../../messages/what-if.ts';
import { whatIfsQuery } from '../../queries.ts';
import { CostWords } from '../by-hand/cost-words.tsx';
import type { Day, DayNames } from '../day-names.ts';
import { isRunning } from '../versions.ts';
import { useWhatIfWords } from './use-what-if-words.ts';
import styles from './what-if.module.css';
import { WhatIfDialog } from './what-if-dialog.tsx';

// News comes by itself; this is for the time when the stream of events is broken, and for progress.
const lookAgain = 1500;

/** What was assumed on this day, each solved beside a plan, and the way to try more. */
export function WhatIfPanel(props: {
  view: DeskDayView;
  day: Day;
  names: DayNames;
  beside: PlanHead | undefined;
  cannotPlan: string | undefined;
}) {
  const { view, day, names, beside } = props;
  const t = whatIfMessages.use();
  const format = useFormat();
  const words = useWhatIfWords(names);
  const [asking, setAsking] = useState(false);
  const list = useQuery({
    ...whatIfsQuery(view),
    refetchInterval: ({ state }) =>
      state.data?.whatIfs.some(({ plan }) => isRunning(plan)) ? lookAgain : false,
  });
  return (
    <Panel>
      <div className={styles.panel}>
        <p className={styles.about}>{t('about')}</p>
        <ActionButton
          type="primary"
          disabledReason={props.cannotPlan ?? (beside ? undefined : t('needsResult'))}
          onClick={() => setAsking(true)}
        >
          {t('try')}
        </ActionButton>
        <Loaded query={list} waiting={<TableSkeleton rows={3} />}>
          {({ whatIfs }) =>
            whatIfs.length === 0 ? (
              <p className={styles.about}>{t('none')}</p>
            ) : (
              <ul className={styles.list} aria-label={t('title')}>
                {whatIfs.map(({ plan, whatIf, beside: with_, comparison }) => (
                  <li key={plan.id} className={styles.item}>
                    <h3>{words(whatIf)}</h3>
                    <p className={styles.about}>
                      {t('beside', { version: format.number(with_.version) })} ·{' '}
                      {t('by', { by: plan.madeBy.name, at: format.instant(plan.madeAt) })}
                    </p>
                    {isRunning(plan) && <Running plan={plan} />}
                    {(plan.state === 'failed' || plan.state === 'stopped') && <p>{t('failed')}</p>}
                    {comparison && (
                      <>
                        <CostWords comparison={comparison} floors={day.floors} />
                        <p className={styles.about}>
                          {t('luck', { version: format.number(with_.version) })}
                        </p>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {asking && beside && (
        <WhatIfDialog view={view} day={day} beside={beside} onClose={() => setAsking(false)} />
      )}
    </Panel>
  );
}

function Running({ plan }: { plan: PlanHead }) {
  const t = whatIfMessages.use();
  const { progress } = plan;
  const label = t(plan.state === 'queued' ? 'queued' : 'running');
  return (
    <>
      <p>{label}</p>
      <Progress
        percent={progress ? Math.min(100, Math.round((progress.seconds / progress.of) * 100)) : 0}
        status="active"
        showInfo={false}
        aria-label={label}
      />
    </>
  );
}

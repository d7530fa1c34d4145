import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { Button } from 'antd';
import { useState } from 'react';
import type { CheckDay } from '../../checks/checks.ts';
import {
  type CasePhase,
  clockOfCase,
  type HealthCase,
  phaseWords,
} from '../../checks/health-case.ts';
import { feverFrom, reportWithin } from '../../checks/settings.ts';
import { checksMessages } from '../messages/checks.ts';
import { CaseSteps } from './case-steps.tsx';
import { CaseWho } from './case-who.tsx';
import styles from './checks.module.css';

const levelOf: Record<CasePhase, Level> = {
  opened: 'bad',
  isolated: 'warn',
  away: 'warn',
  over: 'ok',
};

/** Cases with their clocks; those that go on first. Whom one is about is opened when somebody asks. */
export function CaseList({ day, response }: { day: CheckDay; response: string }) {
  const t = checksMessages.use();
  const format = useFormat();
  const cases = [
    ...day.cases.filter(({ phase }) => phase !== 'over'),
    ...day.cases.filter(({ phase }) => phase === 'over'),
  ];
  return (
    <Panel
      title={t('cases.title')}
      note={t('cases.note', {
        fever: format.number(feverFrom, 1),
        hours: format.number(reportWithin / 60),
      })}
    >
      {cases.length === 0 ? (
        <EmptyState small title={t('cases.none')}>
          {t('cases.noneNote')}
        </EmptyState>
      ) : (
        <ul className={styles.cases}>
          {cases.map((of) => (
            <OneCase key={of.id} {...{ of, response, day }} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function OneCase({ of, day, response }: { of: HealthCase; day: CheckDay; response: string }) {
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const moment = format.findMoment(of.openedAt);
  const time = moment?.day === day.day ? moment.time : format.instant(of.openedAt);
  return (
    <li>
      <section className={styles.case} aria-label={t('cases.found', { class: of.class, time })}>
        <div className={styles.tags}>
          <strong>{t('cases.found', { class: of.class, time })}</strong>
          <StatusTag level={levelOf[of.phase]}>{say(phaseWords[of.phase])}</StatusTag>
          <ClockTag of={of} now={day.now} />
        </div>
        {of.atHome && <p className={styles.quiet}>{t('cases.atHome')}</p>}
        {of.unnamed ? (
          <p className={styles.quiet}>{t('cases.unnamed')}</p>
        ) : (
          <CaseWho of={of} response={response} />
        )}
        {open || of.phase !== 'over' ? (
          <CaseSteps of={of} now={day.now} />
        ) : (
          <span>
            <Button onClick={() => setOpen(true)}>{t('cases.show')}</Button>
          </span>
        )}
      </section>
    </li>
  );
}

/** How long is left to report it, or how much too late it is: in words. */
function ClockTag({ of, now }: { of: HealthCase; now: string }) {
  const t = checksMessages.use();
  const format = useFormat();
  const clock = clockOfCase(of, now);
  const minutes = (n: number) => format.duration(n * 60);
  if (clock.is === 'running')
    return (
      <StatusTag level="warn">
        {t('cases.running', {
          left: minutes(clock.minutes),
          time: format.findMoment(of.due)?.time ?? '',
        })}
      </StatusTag>
    );
  if (clock.is === 'overdue')
    return (
      <StatusTag level="bad">{t('cases.overdue', { over: minutes(clock.minutes) })}</StatusTag>
    );
  if (clock.is === 'not-needed')
    return <StatusTag level="unknown">{t('cases.notNeeded')}</StatusTag>;
  return clock.late > 0 ? (
    <StatusTag level="warn">{t('cases.late', { over: minutes(clock.late) })}</StatusTag>
  ) : (
    <StatusTag level="ok">{t('cases.reported')}</StatusTag>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { recordMonitoring, releaseReturnee } from '../../returnees/returnee.contract.ts';
import type { Returnee } from '../../returnees/returnee.ts';
import { returneeMessages } from '../messages/returnees.ts';
import { DecisionView } from '../passes/decision-view.tsx';
import styles from '../passes/passes.module.css';
import { HandOver } from './hand-over.tsx';
import { HomeLinkForm } from './home-link-form.tsx';
import { HouseholdWords } from './household-words.tsx';

const levels = { 'to-come': 'unknown', due: 'warn', done: 'ok', overdue: 'bad' } as const;

/** The days of one who is monitored, and what is to be done now. */
export function ReturneeDetail({ returnee }: { returnee: Returnee }) {
  const t = returneeMessages.use();
  const queries = useQueryClient();
  const open = returnee.days.filter(({ state }) => state === 'due' || state === 'overdue');
  const [chosen, setChosen] = useState<string>();
  const [temperature, setTemperature] = useState<number | null>(null);
  // Sent again after a broken connection, it stays one visit.
  const [next, setNext] = useState(newId);
  const day = open.find((one) => one.day === chosen)?.day ?? open[0]?.day;
  const params = { returnee: returnee.id };
  const again = () => queries.invalidateQueries({ queryKey: ['gate', 'returnees'] });
  const visit = useMutation({
    mutationFn: (on: string) =>
      call(recordMonitoring, {
        params: { ...params, visit: next },
        body: { day: on, ...(temperature !== null && { temperature }) },
      }),
    onSuccess: () => {
      setTemperature(null);
      setNext(newId());
      return again();
    },
  });
  const release = useMutation({
    mutationFn: () => call(releaseReturnee, { params }),
    onSuccess: again,
  });
  return (
    <div className={styles.detail}>
      <DecisionView
        decision={returnee.decision}
        level={returnee.state === 'asking' ? 'warn' : 'ok'}
        words={t(`state.${returnee.state}`)}
      />
      {returnee.days.length > 0 && (
        <>
          <div className={styles.actions}>
            {returnee.days.map((one) => (
              <StatusTag key={one.day} level={levels[one.state]}>
                {[
                  `${one.day.slice(5)} ${t(`day.${one.state}`)}`,
                  ...(one.official === returnee.official.name ? [] : [one.official]),
                ].join(' · ')}
              </StatusTag>
            ))}
          </div>
          <HouseholdWords days={returnee.days} />
          {returnee.state === 'home' && <HomeLinkForm returnee={returnee} />}
        </>
      )}
      {returnee.state === 'home' && (
        <div className={styles.actions}>
          <Select
            aria-label={t('act.day')}
            value={day ?? null}
            placeholder={t('act.day')}
            options={open.map((one) => ({ value: one.day, label: one.day }))}
            onChange={setChosen}
          />
          <InputNumber
            aria-label={t('act.temperature')}
            placeholder={t('act.temperature')}
            className={styles.reason ?? ''}
            min={30}
            max={45}
            step={0.1}
            value={temperature}
            onChange={setTemperature}
          />
          <ActionButton
            type="primary"
            loading={visit.isPending}
            disabledReason={day === undefined ? t('act.nothingDue') : undefined}
            onClick={() => day !== undefined && visit.mutate(day)}
          >
            {t('act.visited')}
          </ActionButton>
          <ActionButton
            loading={release.isPending}
            disabledReason={
              returnee.mayRelease ? undefined : t('act.notOver', { day: returnee.releaseOn ?? '—' })
            }
            onClick={() => release.mutate()}
          >
            {t('act.release')}
          </ActionButton>
        </div>
      )}
      {returnee.state === 'home' && <HandOver returnee={returnee} />}
      {visit.error && <ErrorState inline error={visit.error} />}
      {release.error && <ErrorState inline error={release.error} />}
    </div>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { actWithin } from '../../../sampling/results/follow-up.ts';
import { openTubePeople, putFollowUp } from '../../../sampling/results/results.contract.ts';
import type { Tube } from '../../../sampling/run/run.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import styles from './run.module.css';
import type { SeenRun } from './run-page.tsx';
import { runKey } from './run-queries.ts';

type Said = OutputOf<typeof putFollowUp>;
type Followed = OutputOf<typeof openTubePeople>['people'][number];

/** Who is in a positive tube: opened when somebody asks, for each name opened stands in the ledger. */
export function FollowPanel({ seen, tube }: { seen: SeenRun; tube: Tube }) {
  const { session } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.sampling-run');
  const [opened, setOpened] = useState(false);
  const queries = useQueryClient();
  const queryKey = ['sampling', 'tube', tube.id, tube.reportedAt];
  const people = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      call(
        openTubePeople,
        { params: { session: session.id, tube: tube.id }, body: {} },
        { signal },
      ),
    enabled: opened,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const due = Date.parse(tube.reportedAt ?? '') + actWithin * 60_000;
  const seconds = Math.round((due - Date.parse(seen.now)) / 1000);
  const isDone = tube.followed === tube.followUps;
  return (
    <Panel title={t('follow.title', { code: tube.code })}>
      <div className={styles.stack}>
        {tube.result === 'positive' && !isDone && (
          <p>
            <StatusTag level={seconds < 0 ? 'bad' : 'warn'}>
              {seconds < 0
                ? t('follow.over', { over: format.duration(-seconds) })
                : t('follow.due', { left: format.duration(seconds) })}
            </StatusTag>
          </p>
        )}
        {tube.result === 'invalid' && <p>{t('follow.again')}</p>}
        {tube.unnamed > 0 && <p>{t('follow.paper', { people: format.number(tube.unnamed) })}</p>}
        {!opened && tube.followUps > 0 && (
          <>
            <ActionButton
              type="primary"
              block
              className={styles.big ?? ''}
              disabledReason={denied}
              onClick={() => setOpened(true)}
            >
              {t('follow.open')}
            </ActionButton>
            <p className={styles.quiet}>{t('follow.note')}</p>
          </>
        )}
        {people.error && (
          <ErrorState inline error={people.error} onRetry={() => void people.refetch()} />
        )}
        <div>
          {people.data?.people.map((one) => (
            <FollowForm
              key={`${one.id} ${one.version}`}
              seen={seen}
              tube={tube}
              one={one}
              onSaved={(said) =>
                // Read again it would open ten names for one that was changed.
                queries.setQueryData(queryKey, {
                  people: people.data.people.map((row) =>
                    row.id === one.id ? { ...row, ...said } : row,
                  ),
                })
              }
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}

function FollowForm(props: {
  seen: SeenRun;
  tube: Tube;
  one: Followed;
  onSaved: (said: Said) => void;
}) {
  const { seen, tube, one } = props;
  const t = samplingRunMessages.use();
  const id = useId();
  const { message } = App.useApp();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const [called, setCalled] = useState(one.called !== null);
  const [isolatedAt, setIsolatedAt] = useState(one.isolatedAt ?? '');
  const [code, setCode] = useState(one.code ?? '');
  const [outcome, setOutcome] = useState(one.outcome);
  const save = useMutation({
    mutationFn: () =>
      call(putFollowUp, {
        params: { session: seen.session.id, tube: tube.id, followUp: one.id },
        body: {
          called,
          isolatedAt: isolatedAt.trim() || null,
          code: code.trim().toUpperCase() || null,
          outcome: outcome && {
            result: outcome,
            reported: outcome === one.outcome && one.outcomeAt ? one.outcomeAt : seen.now,
          },
          seen: one.version,
        },
      }),
    onSuccess: async (said) => {
      void message.success(t('follow.saved'));
      props.onSaved(said);
      await queries.invalidateQueries({ queryKey: runKey(seen.session.id) });
    },
  });
  return (
    <section className={styles.follow} aria-label={one.name}>
      <div className={styles.between}>
        <span>
          <strong>{one.name}</strong> <span className={styles.quiet}>{one.area}</span>
        </span>
        {one.phone ? <a href={`tel:${one.phone}`}>{one.phone}</a> : t('follow.noPhone')}
      </div>
      <div className={styles.form}>
        <Checkbox checked={called} onChange={({ target }) => setCalled(target.checked)}>
          {t('follow.called')}
        </Checkbox>
        <div className={styles.field}>
          <label htmlFor={`${id}-at`}>{t('follow.isolatedAt')}</label>
          <Input
            id={`${id}-at`}
            size="large"
            maxLength={60}
            autoComplete="off"
            value={isolatedAt}
            onChange={({ target }) => setIsolatedAt(target.value)}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-code`}>{t('follow.code')}</label>
          <Input
            id={`${id}-code`}
            size="large"
            maxLength={40}
            autoComplete="off"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-outcome`}>{t('follow.outcome')}</label>
          <Select<'none' | 'negative' | 'positive'>
            id={`${id}-outcome`}
            size="large"
            value={outcome ?? 'none'}
            options={(['none', 'negative', 'positive'] as const).map((value) => ({
              value,
              label: value === 'none' ? t('follow.outcomeNone') : t(`results.${value}`),
            }))}
            onChange={(value) => setOutcome(value === 'none' ? null : value)}
          />
        </div>
        <ActionButton
          size="large"
          aria-label={t('follow.save', { name: one.name })}
          loading={save.isPending}
          disabledReason={denied}
          onClick={() => save.mutate()}
        >
          {t('follow.saveOne')}
        </ActionButton>
      </div>
      {save.error && <ErrorState inline error={save.error} />}
    </section>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Radio } from 'antd';
import { useState } from 'react';
import { isFollowed } from '../../../sampling/results/follow-up.ts';
import { putResult } from '../../../sampling/results/results.contract.ts';
import { type Tube, TubeResult } from '../../../sampling/run/run.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import { FollowPanel } from './follow-panel.tsx';
import { ReportedField } from './reported-field.tsx';
import styles from './run.module.css';
import type { SeenRun } from './run-page.tsx';
import { runKey } from './run-queries.ts';

const levels = { negative: 'ok', positive: 'bad', invalid: 'warn', retest: 'warn' } as const;

/** Tubes with their results; one that is opened takes its result, and shows who of it is followed up. */
export function TubesView({ seen }: { seen: SeenRun }) {
  const { tubes } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const [open, setOpen] = useState<string>();
  const chosen = tubes.find(({ id }) => id === open);
  const awaited = tubes.filter(({ closedAt, result }) => closedAt !== null && result === null);
  return (
    <div className={styles.stack}>
      {chosen && <ResultPanel key={`${chosen.id} ${chosen.version}`} seen={seen} tube={chosen} />}
      {chosen && isFollowed(chosen.result) && (
        <FollowPanel key={`${chosen.id} ${chosen.reportedAt}`} seen={seen} tube={chosen} />
      )}
      {awaited.length > 0 && <RestPanel seen={seen} awaited={awaited} />}
      <Panel flush title={t('results.title')} note={t('results.hours')}>
        <DataTable
          caption={t('results.title')}
          rows={tubes}
          columns={[
            {
              id: 'code',
              header: t('results.code'),
              cell: ({ code }) => code,
              sort: ({ code }) => code,
            },
            {
              id: 'result',
              header: t('results.result'),
              inCard: 'aside',
              sort: ({ result }) => result,
              cell: ({ result, followed, followUps }) => (
                <>
                  <StatusTag level={result ? levels[result] : 'unknown'}>
                    {t(`results.${result ?? 'awaited'}`)}
                  </StatusTag>{' '}
                  {followUps > 0 &&
                    t('results.followed', {
                      done: format.number(followed),
                      all: format.number(followUps),
                    })}
                </>
              ),
            },
            {
              id: 'station',
              header: t('results.station'),
              numeric: true,
              cell: ({ station }) => format.number(station),
            },
            {
              id: 'people',
              header: t('results.people'),
              numeric: true,
              cell: ({ people, unnamed }) =>
                unnamed > 0
                  ? `${format.number(people)}（${t('results.unnamed', { people: format.number(unnamed) })}）`
                  : format.number(people),
            },
            {
              id: 'closed',
              header: t('results.closed'),
              cell: ({ closedAt }) =>
                closedAt ? (format.findMoment(closedAt)?.time ?? '') : t('results.open'),
            },
            {
              id: 'reported',
              header: t('results.reported'),
              cell: ({ reportedAt }) => (reportedAt ? format.instant(reportedAt) : '—'),
            },
          ]}
          rowKey={({ id }) => id}
          rowName={({ code }) => code}
          selected={open}
          onOpen={({ id }) => setOpen(id === open ? undefined : id)}
          empty={<EmptyState small title={t('results.none')} />}
        />
      </Panel>
    </div>
  );
}

function ResultPanel({ seen, tube }: { seen: SeenRun; tube: Tube }) {
  const { session } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const [result, setResult] = useState<TubeResult | null>(tube.result);
  const [reported, setReported] = useState(fieldOf(tube.reportedAt ?? seen.now, format));
  const save = useMutation({
    mutationFn: (of: TubeResult) =>
      call(putResult, {
        params: { session: session.id, tube: tube.id },
        body: { result: of, reported: instantOf(reported, format), seen: tube.version },
      }),
    onSuccess: async () => {
      void message.success(t('results.saved'));
      await queries.invalidateQueries({ queryKey: runKey(session.id) });
    },
  });
  return (
    <Panel title={t('results.form', { code: tube.code })}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <Radio.Group
            aria-label={t('results.result')}
            size="large"
            optionType="button"
            value={result}
            options={TubeResult.options.map((value) => ({ value, label: t(`results.${value}`) }))}
            onChange={({ target }) => setResult(target.value as TubeResult)}
          />
          <ReportedField now={seen.now} value={reported} onChange={setReported} />
          <ActionButton
            type="primary"
            size="large"
            loading={save.isPending}
            disabledReason={denied}
            onClick={() => result && reported && save.mutate(result)}
          >
            {t('results.save')}
          </ActionButton>
        </div>
        {save.error && <ErrorState inline error={save.error} />}
      </div>
    </Panel>
  );
}

/** Most tubes come back negative, with one report. */
function RestPanel({ seen, awaited }: { seen: SeenRun; awaited: readonly Tube[] }) {
  const { session } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const { modal } = App.useApp();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const [reported, setReported] = useState(fieldOf(seen.now, format));
  const [done, setDone] = useState(0);
  const rest = useMutation({
    mutationFn: async (all: readonly Tube[]) => {
      for (const [i, { id: tube, version }] of all.entries()) {
        setDone(i);
        await call(putResult, {
          params: { session: session.id, tube },
          body: { result: 'negative', reported: instantOf(reported, format), seen: version },
        });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: runKey(session.id) }),
  });
  const ask = () =>
    modal.confirm({
      title: t('results.restTitle', { tubes: format.number(awaited.length) }),
      content: t('results.restNote', { time: reported.replace('T', ' ') }),
      okText: t('results.restOk'),
      cancelText: t('results.cancel'),
      onOk: () => rest.mutate(awaited),
    });
  return (
    <Panel title={t('results.awaiting', { tubes: format.number(awaited.length) })}>
      <div className={styles.row}>
        <ReportedField now={seen.now} value={reported} onChange={setReported} />
        <ActionButton
          size="large"
          loading={rest.isPending}
          disabledReason={denied}
          onClick={() => reported && ask()}
        >
          {rest.isPending
            ? t('results.progress', {
                done: format.number(done),
                all: format.number(rest.variables.length),
              })
            : t('results.rest', { tubes: format.number(awaited.length) })}
        </ActionButton>
      </div>
      {rest.error && <ErrorState inline error={rest.error} />}
    </Panel>
  );
}

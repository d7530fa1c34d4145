import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { startRun } from '../../../sampling/run/run.contract.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import styles from './run.module.css';
import type { Seen } from './run-page.tsx';

/** The plan beside the lists, and the button that begins it. */
export function StartPanel({ seen }: { seen: Seen }) {
  const { session, listed, outside } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () =>
      call(startRun, { params: { session: session.id }, body: { seen: session.version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sampling'] }),
  });
  const counts = session.groups.some(({ areas }) => areas.length === 0);
  const rows = session.groups.map((group, i) => ({ ...group, i, listed: listed[i] ?? 0 }));
  const sum = (which: 'people' | 'listed') =>
    format.number(rows.reduce((all, row) => all + row[which], 0));
  return (
    <Panel title={t('start.title')}>
      <div className={styles.stack}>
        <DataTable
          caption={t('start.title')}
          rows={rows}
          columns={[
            {
              id: 'group',
              header: t('start.group'),
              cell: ({ name }) => name,
              total: () => t('start.total'),
            },
            {
              id: 'planned',
              header: t('start.planned'),
              numeric: true,
              cell: ({ people }) => format.number(people),
              total: () => sum('people'),
            },
            {
              id: 'listed',
              header: t('start.listed'),
              numeric: true,
              cell: (row) => format.number(row.listed),
              total: () => sum('listed'),
            },
          ]}
          rowKey={({ i }) => String(i)}
          rowName={({ name }) => name}
          cardsBelow={0}
        />
        {outside > 0 && <p>{t('start.outside', { people: format.number(outside) })}</p>}
        <p className={styles.quiet}>{t(counts ? 'start.counts' : 'start.note')}</p>
        <ActionButton
          type="primary"
          block
          className={styles.big ?? ''}
          loading={start.isPending}
          disabledReason={denied ?? (counts ? t('start.counts') : undefined)}
          onClick={() => start.mutate()}
        >
          {t('start.begin')}
        </ActionButton>
        {start.error && <ErrorState inline error={start.error} />}
      </div>
    </Panel>
  );
}

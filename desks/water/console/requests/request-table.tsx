import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { WaterRequest } from '../../requests/request.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { dueAt, isLate, isWaiting } from './due.ts';
import { RequestDetail } from './request-detail.tsx';
import styles from './requests.module.css';
import { useRequestWords } from './use-request-words.ts';

const levels: Record<WaterRequest['state'], Level> = {
  open: 'warn',
  promised: 'unknown',
  'not-at-home': 'warn',
  done: 'ok',
  answered: 'ok',
  refused: 'unknown',
  withdrawn: 'unknown',
};

/** What waits first, by when it is due; each with what can be done about it folded below. */
export function RequestTable(props: { requests: readonly WaterRequest[]; view: DeskDayView }) {
  const { requests, view } = props;
  const t = requestMessages.use();
  const words = useRequestWords(view.of.today);
  const late = (one: WaterRequest) => isLate(one, view.of.now);
  const columns: Column<WaterRequest>[] = [
    {
      id: 'number',
      header: t('table.number'),
      cell: (one) => (
        <span className={styles.stacked}>
          {words.number(one.number)}
          <span className={styles.quiet}>
            {t(one.byOfficer ? 'table.byOfficer' : 'table.byResident')}
          </span>
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('table.kind'),
      inCard: 'aside',
      cell: (one) => words.kind(one),
    },
    {
      id: 'who',
      header: t('table.who'),
      cell: (one) => one.label ?? one.pointName,
      sort: (one) => one.label ?? one.pointName,
    },
    {
      id: 'due',
      header: t('table.due'),
      cell: (one) => {
        if (!isWaiting(one)) return '—';
        const says =
          one.state === 'promised' && one.promisedFrom !== null && one.promisedTo !== null
            ? t('table.deliver', {
                from: words.at(one.promisedFrom),
                to: words.at(one.promisedTo),
              })
            : t('table.answerBy', { at: words.at(one.answerBy) });
        if (!late(one)) return says;
        return (
          <span className={styles.stacked}>
            {says}
            <StatusTag level="bad">{t('table.late')}</StatusTag>
          </span>
        );
      },
      sort: (one) => (isWaiting(one) ? dueAt(one) : null),
    },
    {
      id: 'state',
      header: t('table.state'),
      cell: (one) => <StatusTag level={levels[one.state]}>{t(`state.${one.state}`)}</StatusTag>,
      sort: (one) => t(`state.${one.state}`),
    },
  ];
  return (
    <DataTable
      caption={t('table.title')}
      rows={requests}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={(one) => `${words.number(one.number)} ${one.label ?? one.pointName}`}
      rowLevel={(one) => (late(one) ? 'bad' : undefined)}
      detail={(one) => <RequestDetail key={one.id} request={one} view={view} />}
      empty={
        <EmptyState small title={t('table.none')}>
          {t('table.noneNote')}
        </EmptyState>
      }
    />
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Entry, listActions, listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { consoleMessages } from '../messages.ts';
import { EntryDetail } from './entry-detail.tsx';
import styles from './ledger.module.css';
import { LedgerFilters } from './ledger-filters.tsx';
import type { LedgerSearch } from './ledger-search.ts';
import { SubjectCell } from './subject-cell.tsx';

const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC'] as const;

/** The ledger, newest first, filtered by what stands in the address. */
export default function LedgerPage({ search, setSearch }: PageProps<LedgerSearch>) {
  const t = consoleMessages.use();
  const say = useSay();
  const format = useFormat();
  const filters = Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  );
  const zone = zones.find((known) => known === format.timeZone) ?? 'Asia/Shanghai';
  const entries = useInfiniteQuery({
    queryKey: ['ledger', 'entries', zone, filters],
    queryFn: ({ pageParam, signal }) =>
      call(
        listEntries,
        { query: { ...filters, zone, ...(pageParam && { before: pageParam }) } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const actions = useQuery({
    queryKey: ['ledger', 'actions'],
    queryFn: ({ signal }) => call(listActions, {}, { signal }),
    staleTime: 600_000,
  });

  const columns: Column<Entry>[] = [
    {
      id: 'at',
      header: t('ledgerPage.at'),
      cell: (entry) => <span className={styles.time}>{format.instant(entry.at)}</span>,
    },
    {
      id: 'action',
      header: t('ledgerPage.action'),
      inCard: 'aside',
      cell: (entry) => say(entry.label),
    },
    {
      id: 'actor',
      header: t('ledgerPage.actor'),
      cell: (entry) => (
        <>
          {entry.actor?.name ?? t('ledgerPage.system')}
          {entry.onBehalfOf && (
            <span className={styles.behalf}>
              {t('ledgerPage.behalf', { name: entry.onBehalfOf.name })}
            </span>
          )}
        </>
      ),
    },
    { id: 'area', header: t('ledgerPage.area'), cell: (entry) => entry.area.name },
    {
      id: 'subject',
      header: t('ledgerPage.subject'),
      cell: (entry) => <SubjectCell entry={entry} />,
    },
    {
      id: 'seq',
      header: t('ledgerPage.seq'),
      numeric: true,
      cell: (entry) => format.number(entry.seq),
    },
  ];

  const rows = entries.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page title={t('ledger')} lead={t('ledgerPage.lead')}>
      <Panel flush>
        <LedgerFilters
          search={search}
          setSearch={setSearch}
          actions={actions.data?.actions ?? []}
        />
        {entries.status === 'pending' ? (
          <TableSkeleton />
        ) : entries.status === 'error' && rows.length === 0 ? (
          <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
        ) : (
          <DataTable
            caption={t('ledger')}
            rows={rows}
            columns={columns}
            rowKey={(entry) => String(entry.seq)}
            rowName={(entry) => `${entry.seq} ${say(entry.label)}`}
            detail={(entry) => <EntryDetail entry={entry} />}
            empty={<EmptyState title={t('ledgerPage.none')}>{t('ledgerPage.noneNote')}</EmptyState>}
            footer={
              rows.length > 0 &&
              (entries.hasNextPage ? (
                <Button
                  loading={entries.isFetchingNextPage}
                  onClick={() => void entries.fetchNextPage()}
                >
                  {t('ledgerPage.more')}
                </Button>
              ) : (
                t('ledgerPage.end')
              ))
            }
          />
        )}
      </Panel>
    </Page>
  );
}

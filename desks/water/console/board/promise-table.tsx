import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { BoardPromise, BoardSheet, Standing } from '../../board/board-sheet.ts';
import { Chip } from '../chip.tsx';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import styles from './board.module.css';
import { saidBy } from './said-by.ts';
import { useFirst } from './use-first.tsx';

const levels: Partial<Record<Standing, Level>> = {
  late: 'bad',
  differs: 'bad',
  'second-key-missing': 'warn',
  'first-key-missing': 'warn',
  'partly-kept': 'warn',
  kept: 'ok',
};
const filters = ['open', 'coming', 'all'] as const;
type Filter = (typeof filters)[number];

const shows: Record<Filter, (row: BoardPromise) => boolean> = {
  all: () => true,
  open: ({ standing }) => standing !== 'coming' && standing !== 'kept',
  coming: ({ standing }) => standing === 'coming',
};

/** Every promise of the day against the clock, with what each side says beside the other. */
export function PromiseTable({ view, sheet }: { view: DeskDayView; sheet: BoardSheet }) {
  const t = boardMessages.use();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>();
  const open = sheet.promises.filter(shows.open).length;
  const shown = filter ?? (open > 0 ? 'open' : 'all');
  const columns = useMemo<Column<BoardPromise>[]>(() => {
    const clock = (at: string) => format.findMoment(at)?.seconds;
    return [
      {
        id: 'time',
        header: t('promise.time'),
        cell: ({ promise }) => format.timeRange(clock(promise.dueFrom), clock(promise.dueTo)),
        sort: ({ promise }) => promise.dueFrom,
        width: 130,
      },
      {
        id: 'point',
        header: t('promise.point'),
        inCard: 'aside',
        cell: ({ name }) => name,
        sort: ({ name }) => name,
      },
      {
        id: 'tanker',
        header: t('promise.tanker'),
        cell: ({ promise }) => promise.giverName || t('promise.unknown'),
        sort: ({ promise }) => promise.giverName,
      },
      {
        id: 'promised',
        header: t('promise.promised'),
        numeric: true,
        cell: ({ promise }) =>
          promise.planned ? format.number(promise.quantity) : <Chip>{t('promise.unplanned')}</Chip>,
        sort: ({ promise }) => promise.quantity,
      },
      {
        id: 'giver',
        header: t('promise.giver'),
        numeric: true,
        cell: ({ promise }) => format.number(saidBy(promise).giver?.quantity),
      },
      {
        id: 'receiver',
        header: t('promise.receiver'),
        numeric: true,
        cell: ({ promise }) => format.number(saidBy(promise).receiver?.quantity),
      },
      {
        id: 'counts',
        header: t('promise.counts'),
        numeric: true,
        cell: ({ promise, litres }) =>
          promise.proofs.length === 0 ? (
            '—'
          ) : (
            <>
              <strong>{format.number(litres)}</strong>
              {promise.resolution && (
                <span className={styles.muted}>
                  {t('promise.resolved', { name: promise.resolution.by.name })}
                  {promise.resolution.reason && ` ${promise.resolution.reason}`}
                </span>
              )}
            </>
          ),
      },
      {
        id: 'state',
        header: t('promise.state'),
        inCard: 'wide',
        cell: ({ standing, minutes }) => {
          const level = levels[standing];
          const word = t(`standing.${standing}`);
          const late = minutes !== null && minutes > 0 && standing !== 'second-key-missing';
          return (
            <>
              {level ? <StatusTag level={level}>{word}</StatusTag> : word}
              {late && ` ${t('promise.late', { minutes: format.number(minutes) })}`}
            </>
          );
        },
        sort: ({ standing }) => standing,
      },
    ];
  }, [t, format]);
  const [first, more] = useFirst(sheet.promises.filter(shows[shown]), 20);
  return (
    <Panel
      flush
      title={t('promise.title')}
      note={t('promise.note', { count: format.number(sheet.promises.length) })}
      tools={
        <Segmented
          aria-label={t('promise.title')}
          value={shown}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: t(`promise.filter.${value}`) }))}
        />
      }
    >
      <DataTable
        key={view.day}
        caption={t('promise.title')}
        rows={first}
        columns={columns}
        rowKey={({ promise }) => promise.id}
        rowName={({ name }) => name}
        rowLevel={({ standing }) => (levels[standing] === 'ok' ? undefined : levels[standing])}
        footer={more}
        cardsBelow={760}
        empty={
          <EmptyState
            small
            title={t(sheet.promises.length === 0 ? 'promise.none' : 'promise.nothingHere')}
          />
        }
      />
    </Panel>
  );
}

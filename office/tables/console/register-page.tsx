import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { LongGrid } from '@liangbuwu/ui/table/long-grid.tsx';
import { useQuery } from '@tanstack/react-query';
import { Input, Segmented } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { meQuery } from '../../identity/console/me.ts';
import { cardLine } from './card-line.ts';
import { tableMessages } from './messages.ts';
import { type AnyRow, type TableRoutes, useLiveTables } from './queries.ts';
import type { RegisterSearch } from './register-search.ts';
import { RegisterTabs } from './register-tabs.tsx';
import { RowDrawer } from './row-drawer.tsx';
import { RowFilters } from './row-filters.tsx';
import type { SheetRoutes } from './sheets/queries.ts';
import { SheetTools } from './sheets/sheet-tools.tsx';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import { useGridColumns } from './use-grid-columns.tsx';
import { useSections } from './use-sections.ts';

/** A kept table as a page: searched, sorted, edited in place or in a form, undone. */
export function RegisterPage(props: {
  title: string;
  lead: string;
  routes: TableRoutes;
  /** The other tables of the same room, as tabs. */
  tabs: readonly { href: string; routes: TableRoutes }[];
  /** Tables that rows here point into, by id. */
  others: Readonly<Record<string, TableRoutes>>;
  fresh: Readonly<Record<string, unknown>>;
  /** The same table as Excel sheets. */
  sheets?: SheetRoutes | undefined;
  search: RegisterSearch;
  setSearch: (patch: Partial<RegisterSearch>, options?: { replace?: boolean }) => void;
  /** The response whose rows are shown, of a table that asks for one. */
  response?: string;
  /** Filters beside the table's own. */
  filters?: ReactNode;
  /** Stands between the filters and the list. */
  above?: ReactNode;
  /** Stands in place of the list. */
  instead?: ReactNode;
  /** What a row's drawer has besides its form and history. */
  beside?: (row: AnyRow, removed: boolean) => ReactNode;
}) {
  const { routes, search, setSearch, others } = props;
  const t = tableMessages.use();
  const say = useSay();
  const words = useCellWords();
  const { data: me } = useQuery(meQuery);
  const denied = me && !me.permissions.includes(routes.put.permission) ? t('readOnly') : undefined;
  useLiveTables([routes.table.id, ...Object.keys(others)]);
  const [shown, setShown] = useState({ from: 0, to: 0 });
  const onWindow = useCallback((from: number, to: number) => setShown({ from, to }), []);
  const listing = {
    response: props.response,
    q: search.q,
    sort: search.sort,
    only: search.only,
    place: search.place,
    removed: search.removed ?? 'no',
  } as const;
  const list = useSections(routes, listing, shown);
  const columns = useGridColumns(routes, {
    names: list.names,
    others,
    editable: denied === undefined && search.removed === undefined,
  });
  const height = useRoom();
  const many = say(routes.table.many);
  const sortBy = (field: string) =>
    setSearch({
      sort: search.sort === field ? `-${field}` : search.sort === `-${field}` ? undefined : field,
    } as Partial<RegisterSearch>);
  const open = (row: string | undefined) => setSearch({ row } as Partial<RegisterSearch>);
  return (
    <Page
      title={props.title}
      lead={props.lead}
      tools={
        props.sheets && (
          <SheetTools
            routes={props.sheets}
            listing={listing}
            area={me?.roles[0]?.area}
            denied={denied}
          />
        )
      }
      action={
        <ActionButton
          type="primary"
          icon={<PlusIcon />}
          disabledReason={denied}
          onClick={() => open('new')}
        >
          {t('add', { one: say(routes.table.one) })}
        </ActionButton>
      }
    >
      <Panel flush>
        <RegisterTabs title={props.title} tabs={props.tabs} shown={routes} />
        <div className={styles.tools}>
          <Input.Search
            key={search.q ?? ''}
            className={styles.search ?? ''}
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            maxLength={50}
            defaultValue={search.q ?? ''}
            onSearch={(typed) =>
              setSearch({ q: typed.trim() || undefined } as Partial<RegisterSearch>)
            }
          />
          <Segmented
            aria-label={t('which')}
            value={search.removed ?? 'no'}
            options={[
              { value: 'no', label: t('current') },
              { value: 'yes', label: t('removed') },
            ]}
            onChange={(value) =>
              setSearch({ removed: value === 'yes' ? 'yes' : undefined } as Partial<RegisterSearch>)
            }
          />
          {list.total !== undefined && (
            <output className={styles.count}>
              {t('count', { count: words.format.number(list.total) })}
            </output>
          )}
          {!denied && !search.removed && <span className={styles.keys}>{t('keys')}</span>}
        </div>
        <RowFilters
          routes={routes}
          search={search}
          setSearch={setSearch}
          placeName={search.place && list.names[search.place]}
        >
          {props.filters}
        </RowFilters>
        {props.above}
        {props.instead ? (
          props.instead
        ) : list.error && list.total === undefined ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : list.total === undefined ? (
          <TableSkeleton />
        ) : list.total === 0 ? (
          <EmptyState title={emptyTitle()}>{emptyNote()}</EmptyState>
        ) : (
          <LongGrid
            caption={many}
            total={list.total}
            rowAt={list.rowAt}
            onWindow={onWindow}
            columns={columns}
            sorting={sortingOf(search.sort)}
            onSort={sortBy}
            onOpen={(row) => open(row.id)}
            cardLines={(row) => cardLine(routes.table.columns, row, list.names, words)}
            height={height}
          />
        )}
      </Panel>
      {search.row && (
        <RowDrawer
          key={search.row}
          row={search.row}
          routes={routes}
          others={others}
          denied={denied}
          fresh={props.fresh}
          beside={props.beside}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );

  function emptyTitle(): string {
    if (search.q || search.only || search.place) return t('noneFound.title');
    return search.removed ? t('noneRemoved.title') : t('none.title', { many });
  }
  function emptyNote(): string {
    if (search.q) return t('noneFound.note');
    if (search.only || search.place) return t('noneFound.narrowed');
    return search.removed ? t('noneRemoved.note') : t('none.note');
  }
}

/** What the page's head and tools leave of the window, px. */
const aboveAndBelow = 280;
const least = 360;

function useRoom(): number {
  const [room, setRoom] = useState(() => window.innerHeight);
  useEffect(() => {
    const measure = () => setRoom(window.innerHeight);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return Math.max(least, room - aboveAndBelow);
}

const sortingOf = (sort: string | undefined) =>
  sort === undefined
    ? undefined
    : {
        column: sort.replace('-', ''),
        direction: sort.startsWith('-') ? ('descending' as const) : ('ascending' as const),
      };

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useState } from 'react';
import { askForStores, type StoresBoard } from '../../../boarding/stores/stores.contract.ts';
import type { Standing } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { ItemDetail } from './item-detail.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

export type ItemRow = StoresBoard['items'][number];

const levels = {
  out: 'bad',
  late: 'bad',
  below: 'warn',
  short: 'warn',
  enough: 'ok',
  uncounted: 'unknown',
  'no-people': 'unknown',
} as const satisfies Record<Standing['state'], string>;

/** Item by item how long it lasts; what falls below its floor is asked for with one tap. */
export function ItemTable({ board, here }: { board: StoresBoard; here: Here }) {
  const t = storesMessages.use();
  const format = useFormat();
  const [counting, setCounting] = useState<ItemRow>();
  const ask = useStoresStep((need, { id: item, standing }: ItemRow) =>
    call(askForStores, {
      params: { school: here.school, item, need },
      body: { response: here.response, quantity: standing.ask },
    }),
  );
  const whyNot = ({ id, standing }: ItemRow): string | undefined => {
    if (here.denied) return here.denied;
    if (board.needs.some((need) => need.item === id && need.standing)) return t('ask.asked');
    return standing.ask === 0 ? t('ask.enough') : undefined;
  };
  const amount = (quantity: number, { fields }: ItemRow) =>
    `${format.number(quantity)} ${fields.unit}`;
  const columns: Column<ItemRow>[] = [
    { id: 'name', header: t('item.name'), cell: ({ fields }) => fields.name },
    {
      id: 'state',
      header: t('item.state'),
      inCard: 'aside',
      cell: ({ standing }) => (
        <StatusTag level={levels[standing.state]}>{t(`states.${standing.state}`)}</StatusTag>
      ),
    },
    {
      id: 'days',
      header: t('item.daysLeft'),
      numeric: true,
      cell: ({ standing }) =>
        standing.daysLeft === null
          ? '—'
          : t('item.days', { days: format.number(standing.daysLeft, 1) }),
    },
    {
      id: 'runsOut',
      header: t('item.runsOut'),
      cell: ({ standing }) => (standing.runsOut ? format.date(standing.runsOut) : '—'),
    },
    {
      id: 'orderBy',
      header: t('item.orderBy'),
      cell: ({ standing }) => (standing.orderBy ? format.date(standing.orderBy) : '—'),
    },
    {
      id: 'now',
      header: t('item.now'),
      numeric: true,
      cell: (row) => (row.standing.now === null ? '—' : amount(row.standing.now, row)),
    },
    {
      id: 'use',
      header: t('item.use'),
      numeric: true,
      cell: ({ fields }) =>
        t(`item.per.${fields.use.per}`, {
          quantity: format.number(fields.use.quantity, 3),
          unit: fields.unit,
        }),
    },
    {
      id: 'do',
      header: '',
      inCard: 'wide',
      cell: (row) => (
        <span className={styles.deeds}>
          <ActionButton size="small" disabledReason={here.denied} onClick={() => setCounting(row)}>
            {t('entry.count')}
          </ActionButton>
          <ActionButton
            size="small"
            type={
              whyNot(row) === undefined && levels[row.standing.state] !== 'ok'
                ? 'primary'
                : 'default'
            }
            loading={ask.isPending && ask.variables?.id === row.id}
            disabledReason={whyNot(row)}
            onClick={() => ask.mutate(row)}
          >
            {row.standing.ask > 0
              ? t('ask.do', { amount: amount(row.standing.ask, row) })
              : t('ask.none')}
          </ActionButton>
        </span>
      ),
    },
  ];
  return (
    <Panel flush title={t('item.title')} note={t('item.note')}>
      {ask.error && <ErrorState inline error={ask.error} />}
      <DataTable
        caption={t('item.title')}
        rows={board.items}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ fields }) => fields.name}
        detail={(row) => <ItemDetail row={row} here={here} />}
        cardsBelow={860}
      />
      {counting && (
        <EntryDialog
          here={here}
          item={counting}
          kind="count"
          onClose={() => setCounting(undefined)}
        />
      )}
    </Panel>
  );
}

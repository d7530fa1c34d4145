import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useState } from 'react';
import {
  type StoresBoard,
  takePromiseBack,
  withdrawStoreNeed,
} from '../../../boarding/stores/stores.contract.ts';
import type { StoreNeed } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

/** Need, promise, proof: what was asked for, who promised it by when, what came. */
export function NeedTable({ board, here }: { board: StoresBoard; here: Here }) {
  const t = storesMessages.use();
  const format = useFormat();
  const [promising, setPromising] = useState<StoreNeed>();
  const itemOf = (need: StoreNeed) => board.items.find(({ id }) => id === need.item);
  const amount = (quantity: number, need: StoreNeed) =>
    `${format.number(quantity)} ${itemOf(need)?.fields.unit ?? ''}`;
  const withdraw = useStoresStep((_, { id }: StoreNeed) =>
    call(withdrawStoreNeed, { params: { need: id } }),
  );
  const over = (need: StoreNeed) => here.denied ?? (need.standing ? undefined : t('need.over'));
  const columns: Column<StoreNeed>[] = [
    { id: 'item', header: t('item.name'), cell: (need) => itemOf(need)?.fields.name ?? '' },
    {
      id: 'state',
      header: t('item.state'),
      inCard: 'aside',
      cell: (need) => {
        const [level, word] = standingOf(need);
        return <StatusTag level={level}>{t(`need.states.${word}`)}</StatusTag>;
      },
    },
    { id: 'day', header: t('need.day'), cell: ({ day }) => format.date(day) },
    {
      id: 'quantity',
      header: t('need.quantity'),
      numeric: true,
      cell: (need) => amount(need.quantity, need),
    },
    {
      id: 'promised',
      header: t('need.promised'),
      numeric: true,
      cell: (need) => amount(need.promised, need),
    },
    {
      id: 'arrived',
      header: t('need.arrived'),
      numeric: true,
      cell: (need) => amount(need.arrived, need),
    },
    {
      id: 'do',
      header: '',
      inCard: 'wide',
      cell: (need) => (
        <span className={styles.deeds}>
          <ActionButton
            size="small"
            type={need.standing && need.promises.length === 0 ? 'primary' : 'default'}
            disabledReason={over(need)}
            onClick={() => setPromising(need)}
          >
            {t('promise.add')}
          </ActionButton>
          <ActionButton
            size="small"
            loading={withdraw.isPending && withdraw.variables?.id === need.id}
            disabledReason={over(need)}
            onClick={() => withdraw.mutate(need)}
          >
            {t('need.withdraw')}
          </ActionButton>
        </span>
      ),
    },
  ];
  const promisingItem = promising && itemOf(promising);
  return (
    <Panel flush title={t('need.title')} note={t('need.note')}>
      {withdraw.error && <ErrorState inline error={withdraw.error} />}
      <DataTable
        caption={t('need.title')}
        rows={board.needs}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={(need) => itemOf(need)?.fields.name ?? ''}
        opened={board.needs.filter(({ standing }) => standing).map(({ id }) => id)}
        detail={(need) => {
          const item = itemOf(need);
          return item && need.promises.length > 0 ? (
            <ul className={styles.entries}>
              {need.promises.map((promise) => (
                <PromiseLine
                  key={promise.id}
                  here={here}
                  need={need}
                  item={item}
                  promise={promise}
                />
              ))}
            </ul>
          ) : undefined;
        }}
        empty={<EmptyState small title={t('need.none')} />}
        cardsBelow={860}
      />
      {promising && promisingItem && (
        <PromiseDialog
          here={here}
          need={promising}
          item={promisingItem}
          onClose={() => setPromising(undefined)}
        />
      )}
    </Panel>
  );
}

function standingOf(need: StoreNeed) {
  if (need.state === 'withdrawn') return ['unknown', 'withdrawn'] as const;
  if (!need.standing) return ['ok', need.state === 'met' ? 'met' : 'arrived'] as const;
  return need.promised > 0 ? (['warn', 'promised'] as const) : (['bad', 'open'] as const);
}

function PromiseLine(props: {
  here: Here;
  need: StoreNeed;
  item: StoresBoard['items'][number];
  promise: Commitment;
}) {
  const { here, need, item, promise } = props;
  const t = storesMessages.use();
  const format = useFormat();
  const [counting, setCounting] = useState(false);
  const back = useStoresStep(() =>
    call(takePromiseBack, { params: { need: need.id, promise: promise.id } }),
  );
  const amount = `${format.number(promise.quantity)} ${item.fields.unit}`;
  const due = format.instant(promise.dueTo);
  const isMade = promise.state === 'made';
  const isLate = isMade && Date.parse(promise.dueTo) < Date.parse(here.now);
  return (
    <li>
      <span>{promise.giverName}</span>
      <span>{t('promise.line', { amount, due })}</span>
      <StatusTag level={isLate ? 'bad' : promiseLevels[promise.state]}>
        {t(isLate ? 'promise.late' : `promise.states.${promise.state}`)}
      </StatusTag>
      <span className={styles.deeds}>
        {isMade && (
          <>
            <ActionButton
              size="small"
              type="primary"
              disabledReason={here.denied}
              onClick={() => setCounting(true)}
            >
              {t('promise.came')}
            </ActionButton>
            <ActionButton
              size="small"
              loading={back.isPending}
              disabledReason={here.denied}
              onClick={() => back.mutate(undefined)}
            >
              {t('promise.back')}
            </ActionButton>
          </>
        )}
      </span>
      {back.error && <ErrorState inline error={back.error} />}
      {counting && (
        <EntryDialog
          here={here}
          item={item}
          kind="delivery"
          promise={promise}
          onClose={() => setCounting(false)}
        />
      )}
    </li>
  );
}

const promiseLevels = {
  made: 'unknown',
  'one-sided': 'ok',
  kept: 'ok',
  'partly-kept': 'warn',
  disputed: 'bad',
  withdrawn: 'unknown',
} as const satisfies Record<Commitment['state'], string>;

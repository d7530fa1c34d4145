import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { removeStoreItem } from '../../../boarding/stores/stores.contract.ts';
import type { StoreEntry } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import type { ItemRow } from './item-table.tsx';
import styles from './stores.module.css';
import { entriesQuery, type Here, useStoresStep } from './stores-queries.ts';

/** Where an item’s figures come from, and all that was counted of it, corrected entries too. */
export function ItemDetail({ row, here }: { row: ItemRow; here: Here }) {
  const t = storesMessages.use();
  const format = useFormat();
  const entries = useQuery(entriesQuery(here, row.id));
  const [dialog, setDialog] = useState<'delivery' | 'item' | StoreEntry>();
  const { fields, standing } = row;
  const remove = useStoresStep(() =>
    call(removeStoreItem, {
      params: { school: here.school, item: row.id },
      query: { response: here.response },
    }),
  );
  const close = () => setDialog(undefined);
  const isCounted = (entries.data?.entries.length ?? 0) > 0;
  const amount = (quantity: number) => `${format.number(quantity)} ${fields.unit}`;
  return (
    <div className={styles.detail}>
      <p>{t('item.source', { source: fields.source })}</p>
      {fields.use.per !== 'head' && (
        <p>
          {t('item.terms', { lead: fields.lead, floor: fields.floor, cover: fields.cover })}
          {standing.perHead !== null &&
            t('item.perHead', { amount: `${format.number(standing.perHead, 2)} ${fields.unit}` })}
        </p>
      )}
      <Loaded query={entries}>
        {(data) => (
          <ul className={styles.entries}>
            {data.entries.map((entry) => (
              <li key={entry.id} data-corrected={entry.corrected}>
                <span>{format.instant(entry.at)}</span>
                <span>
                  {t(`entry.${entry.kind}`)} {amount(entry.quantity)}
                  {entry.noted !== null && t('entry.noted', { amount: amount(entry.noted) })}
                  {entry.corrects !== null && t('entry.isCorrection')}
                </span>
                <span className={styles.by}>{entry.by}</span>
                {entry.corrected ? (
                  <span className={styles.by}>{t('entry.corrected')}</span>
                ) : (
                  <ActionButton
                    size="small"
                    disabledReason={here.denied}
                    onClick={() => setDialog(entry)}
                  >
                    {t('entry.correct')}
                  </ActionButton>
                )}
              </li>
            ))}
            {data.entries.length === 0 && <li>{t('entry.none')}</li>}
          </ul>
        )}
      </Loaded>
      <div className={styles.deeds}>
        <ActionButton
          size="small"
          disabledReason={here.denied}
          onClick={() => setDialog('delivery')}
        >
          {t('entry.gift')}
        </ActionButton>
        <ActionButton size="small" disabledReason={here.denied} onClick={() => setDialog('item')}>
          {t('item.change')}
        </ActionButton>
        <ActionButton
          size="small"
          loading={remove.isPending}
          disabledReason={here.denied ?? (isCounted ? t('item.keep') : undefined)}
          onClick={() => remove.mutate(undefined)}
        >
          {t('item.remove')}
        </ActionButton>
      </div>
      {remove.error && <ErrorState inline error={remove.error} />}
      {dialog === 'item' && <ItemDialog here={here} item={row} onClose={close} />}
      {dialog === 'delivery' && (
        <EntryDialog here={here} item={row} kind="delivery" onClose={close} />
      )}
      {typeof dialog === 'object' && (
        <EntryDialog here={here} item={row} kind={dialog.kind} corrects={dialog} onClose={close} />
      )}
    </div>
  );
}

import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { call } from '@liangbuwu/office/http/console/call.ts';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { putStoreEntry } from '../../../boarding/stores/stores.contract.ts';
import type { EntryKind, StoreEntry, StoreItem } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

/** What was counted, now or at another time today; of a delivery also what its note says. */
export function EntryDialog(props: {
  here: Here;
  item: Pick<StoreItem, 'id' | 'fields'>;
  kind: EntryKind;
  promise?: Commitment;
  corrects?: StoreEntry;
  onClose(): void;
}) {
  const { here, item, kind, promise, corrects, onClose } = props;
  const t = storesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const { name, unit } = item.fields;
  const [quantity, setQuantity] = useState<number | null>(null);
  const [noted, setNoted] = useState<number | null>(corrects?.noted ?? null);
  const [at, setAt] = useState(() => fieldOf(corrects?.at ?? here.now, format));
  const [asked, setAsked] = useState(false);
  const save = useStoresStep(
    (entry, counted: number) =>
      call(putStoreEntry, {
        params: { school: here.school, item: item.id, entry },
        body: {
          response: here.response,
          kind,
          quantity: counted,
          noted: kind === 'delivery' ? noted : null,
          at: instantOf(at, format),
          promise: promise?.id ?? corrects?.promise ?? null,
          corrects: corrects?.id ?? null,
        },
      }),
    () => {
      void message.success(t('entry.saved'));
      onClose();
    },
  );
  const changed = quantity !== null;
  useUnsavedGuard(changed && !save.isSuccess);
  const amount = (of: number) => `${format.number(of)} ${unit}`;
  const title = corrects ? 'correctTitle' : kind === 'count' ? 'countTitle' : 'deliveryTitle';
  return (
    <FormDialog
      title={t(`entry.${title}`, { name })}
      changed={changed}
      busy={save.isPending}
      error={save.error}
      fields={['at', 'quantity', 'noted']}
      onClose={onClose}
      onSave={() => (quantity === null ? setAsked(true) : save.mutate(quantity))}
    >
      {promise && (
        <p className={styles.said}>
          {t('entry.promised', { giver: promise.giverName, amount: amount(promise.quantity) })}
        </p>
      )}
      {corrects && (
        <p className={styles.said}>{t('entry.before', { amount: amount(corrects.quantity) })}</p>
      )}
      <div className={styles.fields}>
        <FormField
          field="quantity"
          id={`${id}-quantity`}
          label={t('entry.quantity', { unit })}
          fault={asked && quantity === null ? t('entry.quantityFirst') : undefined}
        >
          <InputNumber
            id={`${id}-quantity`}
            className={styles.figure ?? ''}
            min={0}
            max={10_000_000}
            precision={0}
            value={quantity}
            onChange={(value) => {
              setQuantity(value);
              save.reset();
            }}
          />
        </FormField>
        <FormField field="at" id={`${id}-at`} label={t('entry.at')}>
          <Input
            id={`${id}-at`}
            type="datetime-local"
            value={at}
            onChange={({ target }) => target.value && setAt(target.value)}
          />
        </FormField>
        {kind === 'delivery' && (
          <FormField
            field="noted"
            id={`${id}-noted`}
            label={t('entry.note', { unit })}
            hint={t('entry.noteHint')}
          >
            <InputNumber
              id={`${id}-noted`}
              className={styles.figure ?? ''}
              min={0}
              max={10_000_000}
              precision={0}
              value={noted}
              onChange={setNoted}
            />
          </FormField>
        )}
      </div>
    </FormDialog>
  );
}

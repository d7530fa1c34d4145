import { call } from '@liangbuwu/office/http/console/call.ts';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { promiseStores } from '../../../boarding/stores/stores.contract.ts';
import type { StoreItem, StoreNeed } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

/** What a supplier said: who, when, how much. */
export function PromiseDialog(props: {
  here: Here;
  need: StoreNeed;
  item: Pick<StoreItem, 'fields'>;
  onClose(): void;
}) {
  const { here, need, onClose } = props;
  const { name, unit, lead } = props.item.fields;
  const t = storesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const [begun] = useState(() => ({
    giver: '',
    quantity: Math.max(1, need.quantity - need.promised),
    due: fieldOf(
      new Date(Date.parse(here.now) + Math.max(1, lead) * 86_400_000).toISOString(),
      format,
    ),
  }));
  const [draft, setDraft] = useState(begun);
  const [asked, setAsked] = useState(false);
  const save = useStoresStep(
    (promise) =>
      call(promiseStores, {
        params: { need: need.id, promise },
        body: { ...draft, due: instantOf(draft.due, format) },
      }),
    () => {
      void message.success(t('promise.saved'));
      onClose();
    },
  );
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const isNamed = draft.giver.trim() !== '';
  return (
    <FormDialog
      title={t('promise.title', { name })}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={['giver', 'quantity', 'due']}
      onClose={onClose}
      onSave={() => (isNamed ? save.mutate(undefined) : setAsked(true))}
    >
      <FormField
        field="giver"
        id={`${id}-giver`}
        label={t('promise.giver')}
        hint={t('promise.giverHint')}
        fault={asked && !isNamed ? t('promise.giverFirst') : undefined}
      >
        <Input
          id={`${id}-giver`}
          maxLength={60}
          autoComplete="off"
          value={draft.giver}
          onChange={({ target }) => change({ giver: target.value })}
        />
      </FormField>
      <div className={styles.fields}>
        <FormField field="quantity" id={`${id}-quantity`} label={t('promise.quantity', { unit })}>
          <InputNumber
            id={`${id}-quantity`}
            className={styles.figure ?? ''}
            min={1}
            max={10_000_000}
            precision={0}
            value={draft.quantity}
            onChange={(quantity) => quantity !== null && change({ quantity })}
          />
        </FormField>
        <FormField field="due" id={`${id}-due`} label={t('promise.due')}>
          <Input
            id={`${id}-due`}
            type="datetime-local"
            value={draft.due}
            onChange={({ target }) => target.value && change({ due: target.value })}
          />
        </FormField>
      </div>
    </FormDialog>
  );
}

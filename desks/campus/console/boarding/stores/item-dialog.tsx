import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { App, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { putStoreItem } from '../../../boarding/stores/stores.contract.ts';
import { type StoreItem, type StoreItemFields, Use } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

const fresh: StoreItemFields = {
  name: '',
  unit: '',
  use: { per: 'head-day', quantity: 1 },
  source: '',
  lead: 2,
  floor: 3,
  cover: 7,
};
const days = ['lead', 'floor', 'cover'] as const;

/** What an item is counted in, how much of it is used, and who says so. */
export function ItemDialog(props: {
  here: Here;
  item: Pick<StoreItem, 'id' | 'fields' | 'version'> | undefined;
  onClose(): void;
}) {
  const { here, onClose } = props;
  const t = storesMessages.use();
  const { message } = App.useApp();
  const id = useId();
  // As it was seen when typing began.
  const [item] = useState(props.item);
  const [itemId] = useState(() => item?.id ?? newId());
  const [begun] = useState(item?.fields ?? fresh);
  const [draft, setDraft] = useState(begun);
  const save = useStoresStep(
    () =>
      call(putStoreItem, {
        params: { school: here.school, item: itemId },
        body: { response: here.response, seen: item?.version ?? null, fields: draft },
      }),
    () => {
      void message.success(t('item.saved'));
      onClose();
    },
  );
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<StoreItemFields>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  return (
    <FormDialog
      title={item ? t('item.changeTitle', { name: begun.name }) : t('item.add')}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => save.mutate(undefined)}
    >
      <div className={styles.fields}>
        {(['name', 'unit'] as const).map((field) => (
          <FormField key={field} field={field} id={`${id}-${field}`} label={t(`item.${field}`)}>
            <Input
              id={`${id}-${field}`}
              maxLength={field === 'name' ? 40 : 12}
              autoComplete="off"
              value={draft[field]}
              onChange={({ target }) => change({ [field]: target.value })}
            />
          </FormField>
        ))}
        <FormField field="use" id={`${id}-quantity`} label={t('item.quantity')}>
          <InputNumber
            id={`${id}-quantity`}
            className={styles.figure ?? ''}
            min={0.001}
            max={100_000}
            precision={3}
            formatter={(value) => (value === undefined ? '' : String(Number(value)))}
            value={draft.use.quantity}
            onChange={(quantity) =>
              quantity !== null && change({ use: { ...draft.use, quantity } })
            }
          />
        </FormField>
        <FormField field="use" id={`${id}-per`} label={t('item.usedPer')}>
          <Select
            id={`${id}-per`}
            value={draft.use.per}
            onChange={(per) => change({ use: { ...draft.use, per } })}
            options={Use.shape.per.options.map((per) => ({
              value: per,
              label: t(`item.pers.${per}`),
            }))}
          />
        </FormField>
      </div>
      <FormField field="source" id={`${id}-source`} label={t('item.sourceLabel')}>
        <Input
          id={`${id}-source`}
          maxLength={120}
          autoComplete="off"
          value={draft.source}
          onChange={({ target }) => change({ source: target.value })}
        />
      </FormField>
      {draft.use.per !== 'head' && (
        <div className={styles.fields}>
          {days.map((field) => (
            <FormField key={field} field={field} id={`${id}-${field}`} label={t(`item.${field}`)}>
              <InputNumber
                id={`${id}-${field}`}
                className={styles.figure ?? ''}
                min={field === 'cover' ? 1 : 0}
                max={120}
                precision={0}
                value={draft[field]}
                onChange={(value) => value !== null && change({ [field]: value })}
              />
            </FormField>
          ))}
        </div>
      )}
    </FormDialog>
  );
}

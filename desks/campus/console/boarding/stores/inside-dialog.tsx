import { call } from '@liangbuwu/office/http/console/call.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { putInside } from '../../../boarding/stores/stores.contract.ts';
import type { Inside } from '../../../boarding/stores/stores.ts';
import { storesMessages } from '../../messages/stores.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import styles from './stores.module.css';
import { type Here, useStoresStep } from './stores-queries.ts';

/** How many are inside, and who says so; left empty, the roster counts. */
export function InsideDialog(props: { here: Here; inside: Inside | null; onClose(): void }) {
  const { here, onClose } = props;
  const t = storesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  // As it was seen when typing began.
  const [inside] = useState(props.inside);
  const [begun] = useState({
    people: inside?.from === 'set' ? inside.people : null,
    source: inside?.source ?? '',
  });
  const [draft, setDraft] = useState(begun);
  const save = useStoresStep(
    () =>
      call(putInside, {
        params: { school: here.school },
        body: { response: here.response, seen: inside?.version ?? null, ...draft },
      }),
    () => {
      void message.success(t('inside.saved'));
      onClose();
    },
  );
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  return (
    <FormDialog
      title={t('inside.set')}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={['people', 'source']}
      onClose={onClose}
      onSave={() => save.mutate(undefined)}
    >
      <FormField
        field="people"
        id={`${id}-people`}
        label={t('inside.people')}
        hint={t('inside.hint', { roster: format.number(inside?.roster ?? 0) })}
      >
        <InputNumber
          id={`${id}-people`}
          className={styles.figure ?? ''}
          min={0}
          max={50_000}
          precision={0}
          value={draft.people}
          onChange={(people) => change({ people })}
        />
      </FormField>
      <FormField field="source" id={`${id}-source`} label={t('inside.source')}>
        <Input
          id={`${id}-source`}
          maxLength={120}
          autoComplete="off"
          value={draft.source}
          onChange={({ target }) => change({ source: target.value })}
        />
      </FormField>
    </FormDialog>
  );
}

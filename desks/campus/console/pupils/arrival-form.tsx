import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useId, useState } from 'react';
import { putArrival } from '../../answers/answers.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import styles from './pupils.module.css';

/** When a school, or one class of it, means to begin again. */
export function ArrivalForm(props: { area: string; response: string; at?: string }) {
  const { area, response, at } = props;
  const t = pupilMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const close = () => setTyped(undefined);
  const save = useMutation({
    mutationFn: (local: string) =>
      call(putArrival, { params: { area }, body: { response, at: instantOf(local, format) } }),
    onSuccess: async () => {
      void message.success(t('arrival.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      close();
    },
  });
  return (
    <>
      <ActionButton onClick={() => setTyped(at === undefined ? '' : fieldOf(at, format))}>
        {t('arrival.set')}
      </ActionButton>
      {typed !== undefined && (
        <FormDialog
          title={t('arrival.set')}
          changed={typed !== ''}
          busy={save.isPending}
          error={save.error}
          fields={['at']}
          onClose={close}
          onSave={() => typed !== '' && save.mutate(typed)}
        >
          <FormField field="at" id={id} label={t('arrival.label')}>
            <Input
              id={id}
              type="datetime-local"
              className={styles.moment ?? ''}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </FormField>
        </FormDialog>
      )}
    </>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { LedgerLine } from '../../answers/answer.ts';
import { consentFor } from '../../reports/report.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';

const relations = ['father', 'mother', 'grandparent', 'other'] as const;
const ways = ['paper', 'in-person', 'telephone', 'message'] as const;

/** A guardian's yes or no, as they told it to the teacher. */
export function ConsentDialog(props: { line: LedgerLine; response: Response; onClose(): void }) {
  const { line, response, onClose } = props;
  const t = pupilMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [fact] = useState(newId);
  const [guardian, setGuardian] = useState('');
  const [relation, setRelation] = useState<(typeof relations)[number] | 'refused'>('mother');
  const [by, setBy] = useState<(typeof ways)[number]>('telephone');
  const save = useMutation({
    mutationFn: () =>
      call(consentFor, {
        params: { member: line.id, fact },
        body: {
          response: response.id,
          at: response.now,
          guardian: guardian.trim(),
          relation: relation === 'refused' ? null : relation,
          by,
        },
      }),
    onSuccess: async () => {
      void message.success(t('consent.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('consent.title', { name: line.name })}
      changed={guardian !== ''}
      busy={save.isPending}
      error={save.error}
      fields={['guardian']}
      onClose={onClose}
      onSave={() => save.mutate()}
    >
      <FormField field="guardian" id={`${id}-guardian`} label={t('consent.guardian')}>
        <Input
          id={`${id}-guardian`}
          autoComplete="off"
          maxLength={60}
          value={guardian}
          onChange={({ target }) => setGuardian(target.value)}
        />
      </FormField>
      <FormField field="relation" id={`${id}-relation`} label={t('consent.relation')}>
        <Select
          id={`${id}-relation`}
          value={relation}
          options={([...relations, 'refused'] as const).map((value) => ({
            value,
            label: t(`consent.${value}`),
          }))}
          onChange={setRelation}
        />
      </FormField>
      <FormField field="by" id={`${id}-by`} label={t('consent.by')}>
        <Select
          id={`${id}-by`}
          value={by}
          options={ways.map((value) => ({ value, label: t(`consent.${value}`) }))}
          onChange={setBy}
        />
      </FormField>
    </FormDialog>
  );
}

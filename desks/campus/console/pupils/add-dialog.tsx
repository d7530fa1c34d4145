import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import type { SchoolClass } from '../../campus.ts';
import { putMember } from '../../members/members.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';

const empty = { name: '', born: '', phone: '' };

/** Enters one pupil into a class, or one of a school’s staff. */
export function AddDialog(props: {
  of: Pick<SchoolClass, 'id' | 'name'>;
  onlyStaff: boolean;
  response: string;
  onClose(): void;
}) {
  const { of, onlyStaff, response, onClose } = props;
  const t = pupilMessages.use();
  const queries = useQueryClient();
  const id = useId();
  // One id for the dialog: sent again after a broken connection, it stays one pupil.
  const [member] = useState(newId);
  const [draft, setDraft] = useState(empty);
  const save = useMutation({
    mutationFn: () =>
      call(putMember, {
        params: { member },
        body: {
          response,
          area: of.id,
          kind: onlyStaff ? 'staff' : 'pupil',
          name: draft.name.trim(),
          born: draft.born.trim(),
          phone: draft.phone.trim() || null,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      onClose();
    },
  });
  useUnsavedGuard(draft !== empty && !save.isSuccess);
  const field = (name: keyof typeof empty, label: string, hint?: string) => (
    <FormField field={name} id={`${id}-${name}`} label={label} {...(hint && { hint })}>
      <Input
        id={`${id}-${name}`}
        autoComplete="off"
        maxLength={60}
        value={draft[name]}
        onChange={({ target }) => {
          setDraft({ ...draft, [name]: target.value });
          save.reset();
        }}
      />
    </FormField>
  );
  return (
    <FormDialog
      title={t(onlyStaff ? 'who.addStaffTitle' : 'who.addTitle', { class: of.name })}
      changed={draft !== empty}
      busy={save.isPending}
      error={save.error}
      fields={['name', 'born', 'phone']}
      onClose={onClose}
      onSave={() => save.mutate()}
    >
      {field('name', t('who.name'))}
      {field('born', t('who.born'), t(onlyStaff ? 'who.bornStaffHint' : 'who.bornHint'))}
      {onlyStaff
        ? field('phone', t('who.phoneStaff'), t('who.phoneStaffHint'))
        : field('phone', t('who.phone'), t('who.phoneHint'))}
    </FormDialog>
  );
}

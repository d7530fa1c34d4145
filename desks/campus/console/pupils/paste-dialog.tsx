import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { SchoolClass } from '../../campus.ts';
import type { MemberKind } from '../../members/member.ts';
import { bringMembers } from '../../members/members.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import { readPasted } from './pasted.ts';

/** Enters a list of pupils or staff, as it was copied from a spreadsheet. */
export function PasteDialog(props: {
  of: Pick<SchoolClass, 'id' | 'name'>;
  onlyStaff: boolean;
  response: string;
  onClose(): void;
}) {
  const { of, onlyStaff, response, onClose } = props;
  const t = pupilMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<MemberKind>(onlyStaff ? 'staff' : 'pupil');
  const { people, bad } = readPasted(text);
  const save = useMutation({
    mutationFn: () =>
      call(bringMembers, {
        params: { area: of.id },
        body: { response, kind, people: people.map((one) => ({ id: newId(), ...one })) },
      }),
    onSuccess: async ({ added, known }) => {
      const said = { added: format.number(added), known: format.number(known) };
      void message.success(t('who.added', said));
      await queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
      onClose();
    },
  });
  useUnsavedGuard(text !== '' && !save.isSuccess);
  return (
    <FormDialog
      title={t('who.pasteTitle', { class: of.name })}
      changed={text !== ''}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => people.length > 0 && bad.length === 0 && save.mutate()}
    >
      {!onlyStaff && (
        <Radio.Group
          aria-label={t('who.kind')}
          value={kind}
          onChange={({ target }) => setKind(target.value as MemberKind)}
          options={[
            { value: 'pupil', label: t('who.pupil') },
            { value: 'staff', label: t('list.staff') },
          ]}
        />
      )}
      <FormField
        field="people"
        id={id}
        label={t('who.paste')}
        hint={
          text === ''
            ? t(kind === 'staff' ? 'who.pasteStaffHint' : 'who.pasteHint')
            : t('who.lines', { good: format.number(people.length) })
        }
        fault={bad[0] === undefined ? undefined : t('who.bad', { line: format.number(bad[0]) })}
      >
        <Input.TextArea
          id={id}
          rows={10}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            save.reset();
          }}
        />
      </FormField>
    </FormDialog>
  );
}

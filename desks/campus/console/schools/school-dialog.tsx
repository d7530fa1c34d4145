import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Column } from '@liangbuwu/office/tables/column.ts';
import { ReferenceSelect } from '@liangbuwu/office/tables/console/reference-select.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { School } from '../../campus.ts';
import { putSchool } from '../../schools/schools.contract.ts';
import { schoolsMessages } from '../messages/schools.ts';
import { FormDialog, FormField } from './form-dialog.tsx';

const areaColumn: Column = {
  field: 'within',
  kind: 'area',
  label: { 'zh-CN': '所在辖区', en: 'Area' },
};

/** Sets a school up, or changes one. What is refused is said at its field. */
export function SchoolDialog({ school, onClose }: { school?: School; onClose(): void }) {
  const t = schoolsMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  // One id for the dialog: sent again after a broken connection, it stays one school.
  const [fresh] = useState(newId);
  const [begun] = useState(() => ({
    name: school?.name ?? '',
    within: school?.within as string | undefined,
    ruleName: school?.ruleName ?? '',
    boards: school?.boards ?? false,
  }));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(putSchool, {
        params: { school: school?.id ?? fresh },
        body: {
          within: draft.within ?? '',
          name: draft.name.trim(),
          ruleName: draft.ruleName.trim() || null,
          boards: draft.boards,
          invented: school?.invented ?? false,
        },
      }),
    onSuccess: async ({ name }) => {
      void message.success(t('form.saved', { name }));
      await queries.invalidateQueries({ queryKey: ['campus'] });
      onClose();
    },
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<typeof begun>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const missing = { name: draft.name.trim() === '', within: draft.within === undefined };
  const need = (is: boolean) => (tried && is ? t('form.need') : undefined);
  return (
    <FormDialog
      title={school ? t('form.editTitle', { school: school.name }) : t('form.addTitle')}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={['name', 'within', 'ruleName']}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!missing.name && !missing.within) save.mutate();
      }}
    >
      <FormField field="name" id={`${id}-name`} label={t('form.name')} fault={need(missing.name)}>
        <Input
          id={`${id}-name`}
          maxLength={60}
          autoComplete="off"
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </FormField>
      <FormField
        field="within"
        id={`${id}-within`}
        label={t('form.within')}
        fault={need(missing.within)}
      >
        <ReferenceSelect
          id={`${id}-within`}
          column={areaColumn}
          value={draft.within}
          names={school ? { [school.within]: school.withinName } : {}}
          other={undefined}
          onChange={(within) => change({ within })}
        />
      </FormField>
      <FormField
        field="ruleName"
        id={`${id}-rule`}
        label={t('form.ruleName')}
        hint={t('form.ruleNameHint')}
      >
        <Input
          id={`${id}-rule`}
          maxLength={40}
          autoComplete="off"
          value={draft.ruleName}
          onChange={({ target }) => change({ ruleName: target.value })}
        />
      </FormField>
      <Checkbox
        checked={draft.boards}
        onChange={({ target }) => change({ boards: target.checked })}
      >
        {t('form.boards')}
      </Checkbox>
    </FormDialog>
  );
}

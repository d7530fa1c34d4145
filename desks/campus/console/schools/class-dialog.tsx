import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { gradesOf, type School, type SchoolClass, Stage, stageWords } from '../../campus.ts';
import { putClass, removeClass } from '../../schools/schools.contract.ts';
import { schoolsMessages } from '../messages/schools.ts';
import { FormDialog, FormField } from './form-dialog.tsx';
import { useGradeName } from './grade-name.ts';

/** Sets a class of a school up, or changes or removes one. */
export function ClassDialog(props: { school: School; of?: SchoolClass; onClose(): void }) {
  const { school, of, onClose } = props;
  const t = schoolsMessages.use();
  const say = useSay();
  const gradeName = useGradeName();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [fresh] = useState(newId);
  const [begun] = useState(() => ({
    name: of?.name ?? '',
    stage: of?.stage ?? Stage.enum['senior-high'],
    grade: of?.grade ?? gradesOf['senior-high'][0],
  }));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const params = { school: school.id, class: of?.id ?? fresh };
  const done = async (said: 'form.saved' | 'form.removed') => {
    void message.success(t(said, { name: draft.name.trim() }));
    await queries.invalidateQueries({ queryKey: ['campus'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () =>
      call(putClass, {
        params,
        body: { ...draft, name: draft.name.trim(), invented: of?.invented ?? false },
      }),
    onSuccess: () => done('form.saved'),
  });
  const remove = useMutation({
    mutationFn: () => call(removeClass, { params }),
    onSuccess: () => done('form.removed'),
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess && !remove.isSuccess);
  const change = (patch: Partial<typeof begun>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
    remove.reset();
  };
  const unnamed = draft.name.trim() === '';
  const [first, last] = gradesOf[draft.stage];
  const grades = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return (
    <FormDialog
      title={
        of
          ? t('form.editClassTitle', { class: of.name })
          : t('form.addClassTitle', { school: school.name })
      }
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error ?? remove.error}
      fields={['name', 'grade']}
      extra={
        of && (
          <Button danger loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('form.remove')}
          </Button>
        )
      }
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!unnamed) save.mutate();
      }}
    >
      <FormField
        field="name"
        id={`${id}-name`}
        label={t('form.className')}
        fault={tried && unnamed ? t('form.need') : undefined}
      >
        <Input
          id={`${id}-name`}
          maxLength={40}
          autoComplete="off"
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </FormField>
      <FormField field="stage" id={`${id}-stage`} label={t('form.stage')}>
        <Select
          id={`${id}-stage`}
          value={draft.stage}
          options={Stage.options.map((value) => ({ value, label: say(stageWords[value]) }))}
          onChange={(stage: Stage) => change({ stage, grade: gradesOf[stage][0] })}
        />
      </FormField>
      <FormField field="grade" id={`${id}-grade`} label={t('form.grade')}>
        <Select
          id={`${id}-grade`}
          value={draft.grade}
          options={grades.map((grade) => ({
            value: grade,
            label: gradeName({ stage: draft.stage, grade }),
          }))}
          onChange={(grade: number) => change({ grade })}
        />
      </FormField>
    </FormDialog>
  );
}

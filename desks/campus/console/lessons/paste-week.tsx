import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { cellOf, type Period } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import { readWeek } from './read-week.ts';

/** A whole week as a spreadsheet copies it; what is unclear is told by line and column. */
export function PasteWeek(props: {
  periods: readonly Period[];
  onRead(texts: Readonly<Record<string, string>>): void;
  onClose(): void;
}) {
  const { periods, onClose } = props;
  const t = lessonsMessages.use();
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState('');
  const { cells, bad } = readWeek(text, periods);
  const [first] = text === '' ? [] : bad;
  useUnsavedGuard(text !== '');
  const wrong =
    first &&
    t(`paste.bad.${first.is}`, {
      row: format.number(first.row),
      column: format.number(first.column),
      text: first.text.slice(0, 40),
    });
  return (
    <FormDialog
      title={t('paste.title')}
      changed={text !== ''}
      busy={false}
      error={null}
      fields={[]}
      onClose={onClose}
      onSave={() => {
        if (cells.length === 0 || bad.length > 0) return;
        props.onRead(Object.fromEntries(cells.map((one) => [cellOf(one), one.text])));
        onClose();
      }}
    >
      <FormField
        field="week"
        id={id}
        label={t('paste.label')}
        hint={text === '' ? t('paste.hint') : t('paste.lines', { n: format.number(cells.length) })}
        fault={wrong}
      >
        <Input.TextArea
          id={id}
          rows={10}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </FormField>
    </FormDialog>
  );
}

/* oxlint-disable jsx-a11y/no-autofocus -- the cell that becomes an editor had the focus already */
import type { CellEditing } from '@liangbuwu/ui/table/long-grid.tsx';
import { Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Column } from '../column.ts';
import { asText } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import type { Names, TableRoutes } from './queries.ts';
import { readTyped } from './read-typed.ts';
import { ReferenceSelect } from './reference-select.tsx';
import styles from './tables.module.css';
import { isTyped, typedText } from './typed-text.ts';
import { useCellWords } from './use-cell-words.ts';

/** A cell while it is edited in its place. Enter saves, Tab saves and goes on, Esc gives up. */
export function CellEditor(props: {
  column: Column;
  value: unknown;
  names: Names;
  other: TableRoutes | undefined;
  editing: CellEditing;
  onSave: (value: unknown) => void;
}) {
  const { column, value, editing, onSave } = props;
  const t = tableMessages.use();
  const words = useCellWords();
  const label = words.say(column.label);
  if (column.kind === 'choice' || column.kind === 'flag') {
    const options =
      column.kind === 'flag'
        ? [
            { value: 'true', label: t('form.yes') },
            { value: 'false', label: t('form.no') },
          ]
        : (column.options ?? []).map((one) => ({ value: one.value, label: words.say(one.words) }));
    return (
      <Select
        aria-label={label}
        autoFocus
        defaultOpen
        variant="borderless"
        style={{ width: '100%' }}
        popupMatchSelectWidth={false}
        allowClear={column.optional ?? false}
        {...(value !== null &&
          value !== undefined && {
            defaultValue: column.kind === 'flag' ? String(value === true) : asText(value),
          })}
        options={options}
        onChange={(chosen: string | undefined) => {
          onSave(column.kind === 'flag' ? chosen === 'true' : (chosen ?? null));
          editing.done('down');
        }}
        onOpenChange={(open) => {
          if (!open) editing.done();
        }}
      />
    );
  }
  if (!isTyped(column)) {
    return (
      <ReferenceSelect
        column={column}
        label={label}
        value={(value as string | null) ?? undefined}
        names={props.names}
        other={props.other}
        autoFocus
        onChange={(chosen) => {
          onSave(chosen ?? null);
          editing.done('down');
        }}
        onClosed={() => editing.done()}
      />
    );
  }
  return (
    <TextEditor
      column={column}
      label={label}
      before={typedText(column, value, words)}
      editing={editing}
      onSave={onSave}
    />
  );
}

function TextEditor(props: {
  column: Column;
  label: string;
  before: string;
  editing: CellEditing;
  onSave: (value: unknown) => void;
}) {
  const { column, editing, before } = props;
  const words = useCellWords();
  const input = useRef<InputRef>(null);
  const over = useRef(false);
  const [text, setText] = useState(editing.typed ?? before);
  const read = readTyped(column, text);
  const fault = 'fault' in read ? words.say(read.fault) : undefined;
  useEffect(
    () => input.current?.focus({ cursor: editing.typed === undefined ? 'all' : 'end' }),
    [editing],
  );
  const end = (next?: 'down' | 'right') => {
    if (over.current || 'fault' in read) return;
    over.current = true;
    if (text !== before) props.onSave(read.value);
    editing.done(next);
  };
  return (
    <>
      <Input
        ref={input}
        aria-label={props.label}
        aria-invalid={fault !== undefined}
        variant="borderless"
        className={styles.cellInput ?? ''}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => {
          if (fault === undefined) end();
          else if (!over.current) editing.done();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') {
            over.current = true;
            editing.done();
          }
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) end('down');
          if (event.key === 'Tab') {
            event.preventDefault();
            end('right');
          }
        }}
      />
      {fault && (
        <span role="alert" className={styles.cellFault}>
          {fault}
        </span>
      )}
    </>
  );
}

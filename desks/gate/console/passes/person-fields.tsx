import { Form, Select } from 'antd';
import { passMessages } from '../messages/passes.ts';
import { TextLine } from '../text-line.tsx';
import type { Draft, Person } from './draft.ts';

/** Who it is. */
export function PersonFields(props: {
  id: string;
  draft: Person;
  disabled: boolean;
  onChange(patch: Partial<Person>): void;
}) {
  const { id, draft, disabled, onChange } = props;
  const t = passMessages.use();
  const line = (name: 'name' | 'document' | 'born' | 'phone', most: number, hint?: string) => (
    <TextLine
      id={`${id}-${name}`}
      label={t(`form.${name}`)}
      value={draft[name]}
      most={most}
      optional={name === 'phone'}
      disabled={disabled}
      {...(hint && { hint })}
      onChange={(typed) => onChange({ [name]: typed })}
    />
  );
  return (
    <>
      {line('name', 60)}
      <Form.Item required label={t('form.documentKind')} htmlFor={`${id}-kind`}>
        <Select
          id={`${id}-kind`}
          value={draft.documentKind}
          disabled={disabled}
          options={[
            { value: 'resident-id', label: t('form.residentId') },
            { value: 'other', label: t('form.other') },
          ]}
          onChange={(documentKind: Draft['documentKind']) => onChange({ documentKind })}
        />
      </Form.Item>
      {line('document', 30)}
      {draft.documentKind === 'other' && line('born', 7, t('form.bornHint'))}
      {line('phone', 20)}
    </>
  );
}

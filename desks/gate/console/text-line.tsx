import { Form, Input } from 'antd';

/** One line to type into. */
export function TextLine(props: {
  id: string;
  label: string;
  value: string;
  most: number;
  hint?: string;
  optional?: boolean;
  disabled?: boolean;
  onChange(value: string): void;
}) {
  return (
    <Form.Item required={!props.optional} label={props.label} htmlFor={props.id}>
      <Input
        id={props.id}
        autoComplete="off"
        maxLength={props.most}
        value={props.value}
        placeholder={props.hint ?? ''}
        disabled={props.disabled ?? false}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </Form.Item>
  );
}

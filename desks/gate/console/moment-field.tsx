import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Form, Input } from 'antd';

/** A day and time where the response is; null while it is not whole. */
export function MomentField(props: {
  id: string;
  label: string;
  value: string | null;
  min?: string;
  max?: string;
  disabled?: boolean;
  onChange(instant: string | null): void;
}) {
  const { value, min, max } = props;
  const format = useFormat();
  return (
    <Form.Item required label={props.label} htmlFor={props.id}>
      <Input
        id={props.id}
        type="datetime-local"
        disabled={props.disabled ?? false}
        value={value === null ? '' : fieldOf(value, format)}
        {...(min !== undefined && { min: fieldOf(min, format) })}
        {...(max !== undefined && { max: fieldOf(max, format) })}
        onChange={({ target }) =>
          props.onChange(target.value ? instantOf(target.value, format) : null)
        }
      />
    </Form.Item>
  );
}

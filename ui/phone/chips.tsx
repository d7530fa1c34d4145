import { useId } from 'react';
import { Button } from './button.tsx';
import styles from './fields.module.css';

/** Short answers of which a tap chooses one. */
export function Chips<Value extends string | number>(props: {
  legend: string;
  options: readonly { value: Value; name: string }[];
  chosen?: Value | undefined;
  disabled?: boolean;
  onChoose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.field}>
      <span id={id} className={styles.legend}>
        {props.legend}
      </span>
      <div className={styles.chips}>
        {props.options.map(({ value, name }) => (
          <Button
            key={value}
            small
            disabled={props.disabled ?? false}
            {...('chosen' in props ? { pressed: value === props.chosen } : {})}
            onClick={() => props.onChoose(value)}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

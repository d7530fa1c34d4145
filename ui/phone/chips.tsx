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
  return (
    <fieldset>
      <legend className={styles.legend}>{props.legend}</legend>
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
    </fieldset>
  );
}

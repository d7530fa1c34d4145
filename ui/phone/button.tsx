import type { ReactNode } from 'react';
import styles from './button.module.css';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

/** A button for a thumb: 56 px high, or 48 where it is `small`. Disabled it says why, if there is a reason. */
export function Button(props: {
  children: ReactNode;
  onClick?: () => void;
  look?: ButtonLook;
  small?: boolean;
  wide?: boolean;
  disabled?: boolean;
  submit?: boolean;
  pressed?: boolean;
  label?: string;
}) {
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={styles.button}
      data-look={props.look ?? 'plain'}
      data-small={props.small || undefined}
      data-wide={props.wide || undefined}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** What few need, one tap away. */
export function More(props: { name: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={styles.more} open={props.open}>
      <summary>{props.name}</summary>
      <div>{props.children}</div>
    </details>
  );
}

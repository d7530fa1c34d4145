import type { ReactNode } from 'react';
import styles from './chip.module.css';

/** A state in a word that is neither good nor bad. */
export function Chip({ accent, children }: { accent?: boolean; children: ReactNode }) {
  return (
    <span className={styles.chip} data-accent={accent || undefined}>
      {children}
    </span>
  );
}

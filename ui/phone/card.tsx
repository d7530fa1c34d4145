import type { ReactNode } from 'react';
import styles from './card.module.css';

export function Card(props: { children: ReactNode; tone?: 'plain' | 'warn' | 'bad' | 'ok' }) {
  return (
    <section className={styles.card} data-tone={props.tone ?? 'plain'}>
      {props.children}
    </section>
  );
}

/** A short word about something's state. */
export function Tag(props: { tone: 'ok' | 'warn' | 'bad' | 'unknown'; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={props.tone}>
      {props.children}
    </span>
  );
}

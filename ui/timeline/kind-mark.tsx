import type { CSSProperties } from 'react';
import { coloursOf } from '../theme/tone.ts';
import type { BarKind } from './bars.ts';
import styles from './timeline.module.css';

export function kindStyle(kind: BarKind | undefined): CSSProperties {
  const { fill, edge, soft, onFill } = coloursOf(kind?.tone ?? 'plain');
  return { '--fill': fill, '--edge': edge, '--soft': soft, '--on-fill': onFill } as CSSProperties;
}

/** A kind's colour and pattern, for legends. */
export function KindMark({ kind }: { kind: BarKind }) {
  return (
    <span
      className={styles.kindMark}
      data-pattern={kind.pattern}
      style={kindStyle(kind)}
      aria-hidden="true"
    />
  );
}

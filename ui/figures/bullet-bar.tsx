/* oxlint-disable jsx-a11y/prefer-tag-over-role -- drawn by CSS, there is no file for an img */
import { uiMessages } from '../messages.ts';
import type { Level } from '../theme/tokens.ts';
import styles from './bullet-bar.module.css';

export type BulletMark = { value: number; label: string };

/** A value against the floors that it should reach. The marks are drawn where they are and read out in words. */
export function BulletBar(props: {
  /** What is measured, for those who can't see it. */
  label: string;
  value: number | null | undefined;
  level: Level;
  marks: readonly BulletMark[];
  format: (value: number) => string;
  /** The right end; default a little beyond the highest mark or value. */
  max?: number;
  /** What it was before, drawn as an outline. */
  before?: number | undefined;
  /** Writes the marks' values above the bar. */
  scale?: boolean;
}) {
  const { value, marks, format, before } = props;
  const t = uiMessages.use();
  const known = value != null && Number.isFinite(value);
  const highest = Math.max(value ?? 0, before ?? 0, ...marks.map((mark) => mark.value));
  const max = props.max ?? (highest * 1.08 || 1);
  const at = (amount: number) => `${Math.min(100, Math.max(0, (amount / max) * 100))}%`;
  const against = marks.map((mark) => {
    const words = { mark: `${mark.label} ${format(mark.value)}` };
    return known && value >= mark.value ? t('bullet.above', words) : t('bullet.below', words);
  });
  const said = [
    `${props.label} ${known ? format(value) : t('level.unknown')}`,
    ...(known ? against : []),
  ].join('; ');
  return (
    <span className={styles.bullet} role="img" aria-label={said}>
      {props.scale && (
        <span className={styles.scale}>
          {marks.map((mark) => (
            <span key={mark.value} style={{ left: at(mark.value) }}>
              {format(mark.value)}
            </span>
          ))}
        </span>
      )}
      <span className={styles.track}>
        {known ? (
          <span className={styles.value} data-level={props.level} style={{ width: at(value) }} />
        ) : (
          <span className={styles.unknown} />
        )}
        {before !== undefined && <span className={styles.before} style={{ width: at(before) }} />}
        {marks.map((mark) => (
          <span
            key={mark.value}
            className={styles.mark}
            style={{ left: at(mark.value) }}
            title={`${mark.label} ${format(mark.value)}`}
          />
        ))}
      </span>
    </span>
  );
}

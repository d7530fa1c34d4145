import { uiMessages } from '../messages.ts';
import styles from './diff-value.module.css';

export type Better = 'more' | 'less' | 'neither';

/** Whether a change is for the better; undefined where it is neither. */
export function judge(
  before: number | undefined,
  after: number | undefined,
  better: Better,
): boolean | undefined {
  if (before === undefined || after === undefined || before === after || better === 'neither')
    return undefined;
  return after > before === (better === 'more');
}

/** Before → after with sign and words; `only="change"` leaves the two values out. */
export function DiffValue(props: {
  before: number | undefined;
  after: number | undefined;
  format: (value: number) => string;
  /** How much it changed, where that reads differently from the value: a time of day changes by a duration. */
  formatChange?: ((amount: number) => string) | undefined;
  better?: Better;
  only?: 'change';
}) {
  const { before, after, format, formatChange = format, better = 'neither', only } = props;
  const t = uiMessages.use();
  const verdict = judge(before, after, better);
  const tone = verdict === undefined ? 'none' : verdict ? 'better' : 'worse';
  return (
    <span className={styles.diff}>
      {only !== 'change' && (
        <span className={styles.values}>
          <span className={styles.before}>{before === undefined ? '—' : format(before)}</span>
          <span className={styles.arrow} aria-hidden="true">
            →
          </span>
          <span className={styles.after}>{after === undefined ? '—' : format(after)}</span>
        </span>
      )}
      <span className={styles.change} data-tone={tone}>
        <ChangeMark before={before} after={after} />
        {changeWords()}
        {verdict !== undefined && (
          <span className={styles.verdict}>{t(verdict ? 'diff.better' : 'diff.worse')}</span>
        )}
      </span>
    </span>
  );

  function changeWords() {
    if (before === undefined && after === undefined) return '—';
    if (before === undefined) return t('diff.added');
    if (after === undefined) return t('diff.gone');
    if (before === after || format(before) === format(after)) return t('diff.same');
    const amount = formatChange(Math.abs(after - before));
    return t(after > before ? 'diff.more' : 'diff.less', { amount });
  }
}

function ChangeMark({
  before = 0,
  after = 0,
}: {
  before: number | undefined;
  after: number | undefined;
}) {
  const shape = after > before ? 'M5 1 9.5 9H.5Z' : after < before ? 'M5 9 .5 1h9Z' : 'M1 4h8v2H1Z';
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d={shape} fill="currentColor" />
    </svg>
  );
}

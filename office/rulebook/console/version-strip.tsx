import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { RuleVersion } from '../rulebook.ts';
import { type Governing, type Standing, standingOf } from '../rules.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

const levels: Partial<Record<Standing, Level>> = { 'in-force': 'ok', proposed: 'warn' };

/** A version's standing in a word; in force only where its response is active. */
function StandingTag(props: { standing: Standing; active: boolean }) {
  const t = rulebookMessages.use();
  const level = props.standing === 'in-force' && !props.active ? undefined : levels[props.standing];
  return (
    <StatusTag plain level={level ?? 'unknown'}>
      {t(`standing.${props.standing}`)}
    </StatusTag>
  );
}

/** The versions in the order in which they begin, the earlier first; pressing one shows it. */
export function VersionStrip(props: {
  versions: readonly RuleVersion[];
  every: readonly Governing[];
  at: string;
  active: boolean;
  chosen: string | undefined;
  onChoose: (version: string) => void;
}) {
  const t = rulebookMessages.use();
  const say = useSay();
  const format = useFormat();
  const ordered = [...props.versions].sort(
    (a, b) => Date.parse(a.from) - Date.parse(b.from) || a.number - b.number,
  );
  return (
    <ol className={styles.strip}>
      {ordered.map((version) => {
        const { standing } = standingOf(version, props.every, props.at);
        const from = format.instant(version.from);
        const chosen = version.id === props.chosen;
        return (
          <li key={version.id}>
            <button
              type="button"
              className={styles.stripItem}
              data-standing={standing}
              {...(chosen && { 'aria-current': 'true' as const })}
              onClick={() => props.onChoose(version.id)}
            >
              <span className={styles.stripHead}>
                <strong>{t('set.version', { number: version.number })}</strong>
                <StandingTag standing={standing} active={props.active} />
              </span>
              <span className={styles.time}>
                {version.until
                  ? t('set.until', { from, until: format.instant(version.until) })
                  : t('set.open', { from })}
              </span>
              <span className={styles.stripDocument}>
                {say(version.document ?? undefined) || '—'}
                {version.invented && ` · ${t('invented')}`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { EveningDesk } from '../../upward/evening.ts';
import {
  type Indicator,
  type IndicatorLine,
  indicatorLines,
  keeps,
} from '../../upward/indicators.ts';
import { eveningMessages } from '../messages/evening.ts';
import styles from './evening.module.css';

/** The day against Sphere and UNHCR, each in its edition. */
export function IndicatorTable({ desk }: { desk: EveningDesk }) {
  const t = eveningMessages.use();
  return (
    <Panel flush title={t('indicators.title')} note={t('indicators.note')}>
      <ul className={styles.indicators}>
        {indicatorLines.map((line) => (
          <IndicatorRow
            key={line.id}
            line={line}
            indicator={desk.indicators.find(({ id }) => id === line.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function IndicatorRow(props: { line: IndicatorLine; indicator: Indicator | undefined }) {
  const { line } = props;
  const { value = null, of = null } = props.indicator ?? {};
  const t = eveningMessages.use();
  const say = useSay();
  const format = useFormat();
  const shown =
    value === null
      ? t('indicators.unknown')
      : line.shows === 'share'
        ? format.percent(value)
        : line.shows === 'litres'
          ? `${format.number(value, 1)} ${format.language === 'en' ? 'L' : '升'}`
          : format.number(value, 1);
  const counted = line.id === 'chlorine' ? 'samples' : 'people';
  return (
    <li className={styles.indicator}>
      <span className={styles.label}>
        {say(line.label)}
        <span className={styles.hint}>{say(line.means)}</span>
      </span>
      <span className={styles.value} data-unknown={value === null || undefined}>
        {shown}
        {of !== null && of > 0 && (
          <span className={styles.hint}>
            {t(`indicators.of.${counted}`, { count: format.number(of) })}
          </span>
        )}
      </span>
      <span className={styles.targets}>
        {line.targets.length === 0 && <span className={styles.hint}>{t('indicators.none')}</span>}
        {line.targets.map((target) => {
          const kept = keeps(value, target);
          return (
            <span key={target.by} className={styles.target}>
              {kept !== undefined && (
                <StatusTag level={kept ? 'ok' : 'bad'}>
                  {t(kept ? 'indicators.kept' : 'indicators.missed')}
                </StatusTag>
              )}
              <span>
                {say(target.text)}
                <span className={styles.hint}>{target.by}</span>
              </span>
            </span>
          );
        })}
      </span>
    </li>
  );
}

import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useState } from 'react';
import type { CostFigure, FigureName } from '../../cost-figures.ts';
import { Chip } from '../chip.tsx';
import { exitMessages } from '../messages/exit.ts';
import type { DeskDay } from '../query-keys.ts';
import { CostDialog } from './cost-dialog.tsx';
import styles from './exit-panel.module.css';

/** The figures that the exit rests on, each with its source, and the way to enter it. */
export function CostFigures(props: {
  figures: readonly CostFigure[];
  of: DeskDay;
  disabledReason: string | undefined;
  title?: string;
  note?: string;
}) {
  const t = exitMessages.use();
  const format = useFormat();
  const [asking, setAsking] = useState<FigureName>();
  const asked = props.figures.find(({ figure }) => figure === asking);
  return (
    <section aria-label={props.title ?? t('figures.title')}>
      <h3 className={styles.title}>{props.title ?? t('figures.title')}</h3>
      <p className={styles.note}>{props.note ?? t('figures.note')}</p>
      <ul className={styles.figures}>
        {props.figures.map((one) => {
          const name = t(`of.${one.figure}`);
          const known = one.value !== null;
          return (
            <li key={one.figure} className={styles.cost}>
              <span>{name}</span>
              <span className={known ? styles.value : styles.unknown}>
                {known
                  ? `${format.number(one.value, 2)} ${t(`unit.${one.figure}`)}`
                  : t('figures.unknown')}
              </span>
              <span className={styles.origin}>
                {known && t('figures.source', { source: one.source })}{' '}
                {one.on && `${t('figures.on', { day: format.date(one.on) })} `}
                {one.invented && <Chip>{t('figures.invented')}</Chip>}{' '}
                {one.version > 0 &&
                  t('figures.told', {
                    version: format.number(one.version),
                    by: one.by ?? '',
                    at: format.instant(one.at),
                  })}
              </span>
              <span className={styles.act}>
                <ActionButton
                  size="small"
                  disabledReason={props.disabledReason}
                  aria-label={t(known ? 'figures.changeOf' : 'figures.enterOf', { name })}
                  onClick={() => setAsking(one.figure)}
                >
                  {t(known ? 'figures.change' : 'figures.enter')}
                </ActionButton>
              </span>
            </li>
          );
        })}
      </ul>
      {asked && <CostDialog figure={asked} of={props.of} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

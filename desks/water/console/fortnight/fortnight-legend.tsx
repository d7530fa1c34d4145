import type { Fortnight } from '../../fortnight-sheet.ts';
import { StandingShape } from '../floor-tag.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import { BasisMark, DifferingMark } from './day-cell.tsx';
import styles from './fortnight-legend.module.css';
import { useFloorWords } from './use-cell-words.ts';

export function FortnightLegend({ sheet }: { sheet: Fortnight }) {
  const t = fortnightMessages.use();
  const floor = useFloorWords(sheet.floors);
  return (
    <ul className={styles.legend} aria-label={t('legend.title')}>
      <li>
        <StandingShape standing="survival" size={11} />
        {t('legend.dry', { floor: floor('survival') })}
      </li>
      <li>
        <StandingShape standing="basic" size={11} />
        {t('legend.below', { floor: floor('basic') })}
      </li>
      {(['proven', 'partly-proven'] as const).map((basis) => (
        <li key={basis}>
          <BasisMark basis={basis} />
          {t(`basis.${basis}`)}
        </li>
      ))}
      <li>{t('legend.promised')}</li>
      <li>
        <DifferingMark />
        {t('legend.differing')}
      </li>
      <li>
        <span aria-hidden="true">—</span>
        {t('legend.unknown')}
      </li>
    </ul>
  );
}

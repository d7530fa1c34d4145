import { Compare } from '@liangbuwu/ui/figures/compare.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Comparison } from '../../comparison.ts';
import type { Floors } from '../../water.ts';
import { sharedMessages } from '../messages/shared.ts';
import { versionMessages } from '../messages/versions.ts';
import { type CompareWords, floorRows, tankerRows, villageRows } from './compare-rows.ts';
import styles from './compare-tables.module.css';

const sides = ['floors', 'villages', 'tankers'] as const;

/** Two versions in figures: the floors, village by village, tanker by tanker. */
export function CompareTables(props: {
  comparison: Comparison;
  floors: Floors;
  before: string;
  after: string;
}) {
  const { comparison, floors } = props;
  const t = versionMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const [side, setSide] = useState<(typeof sides)[number]>('floors');
  const words = useMemo<CompareWords>(
    () => ({
      floor: (name) => {
        const tier = floors.tiers.find((one) => one.name === name);
        return t('draft.shortOf', { floor: say(tier?.label) || name });
      },
      floorNote: t('draft.shortNote'),
      metres: t('draft.metres'),
      shares: (people) => format.number(people, 1),
      litresEach: (litres) => shared('perPerson', { litres: format.number(litres, 1) }),
      litres: (litres) => format.litres(litres),
      distance: (metres) => format.distance(metres),
    }),
    [floors, t, shared, say, format],
  );
  const rows = { floors: floorRows, villages: villageRows, tankers: tankerRows }[side](
    comparison,
    words,
  );
  return (
    <div className={styles.tables}>
      <Segmented
        aria-label={t('draft.details')}
        value={side}
        onChange={setSide}
        options={sides.map((value) => ({ value, label: t(`draft.${value}`) }))}
      />
      <div className={styles.table}>
        <Compare
          key={side}
          caption={t(`draft.${side}`)}
          before={props.before}
          after={props.after}
          rows={rows}
          onlyChanges={side !== 'floors'}
        />
      </div>
    </div>
  );
}

import { BulletBar } from '@liangbuwu/ui/figures/bullet-bar.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Floors } from '../../water.ts';
import { levelOf } from '../floor-tag.tsx';
import { todayMessages } from '../messages/today.ts';
import type { SheetStanding, Standing } from '../standing.ts';
import styles from './per-person.module.css';

/** Where the bars end: one length for all of them, so that they can be compared. */
export function barEnd({ floors, villages }: SheetStanding): number {
  const all = villages.flatMap(({ points }) => points.map(({ perPerson }) => perPerson));
  return Math.max(...floors.tiers.map(({ litresPerPerson }) => litresPerPerson * 1.15), ...all);
}

/** Litres a person as a figure and as a bar against the floors. */
export function PerPerson(props: {
  name: string;
  value: number;
  standing: Standing;
  floors: Floors;
  max: number;
}) {
  const t = todayMessages.use();
  const say = useSay();
  const format = useFormat();
  return (
    <span className={styles.each}>
      <span className={styles.figure}>{format.number(props.value, 1)}</span>
      <BulletBar
        label={`${props.name} ${t('table.perPerson')}`}
        value={props.value}
        level={levelOf[props.standing]}
        marks={props.floors.tiers.map((tier) => ({
          value: tier.litresPerPerson,
          label: say(tier.label),
        }))}
        format={(value) => format.number(value, 1)}
        max={props.max}
      />
    </span>
  );
}

import { BulletBar } from '@liangbuwu/ui/figures/bullet-bar.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { floorsFor, isGeneral } from '../../kinds.ts';
import type { Floors, PointKind } from '../../water.ts';
import { levelOf } from '../floor-tag.tsx';
import type { SheetStanding, Standing } from '../standing.ts';
import { useKindWords } from '../use-kind-words.ts';
import styles from './per-person.module.css';

/** Where the bars end: one length for all that have the same floors, so that they can be compared. */
export function barEnd({ floors, villages }: SheetStanding): number {
  const all = villages
    .flatMap(({ points }) => points)
    .filter(({ kind }) => isGeneral(kind, floors))
    .map(({ perPerson }) => perPerson);
  return Math.max(...floors.tiers.map(({ litresPerPerson }) => litresPerPerson * 1.15), ...all);
}

/** Litres a head as a figure and as a bar against the floors of its kind. */
export function PerPerson(props: {
  name: string;
  kind: PointKind;
  value: number;
  standing: Standing;
  floors: Floors;
  max: number;
}) {
  const words = useKindWords();
  const say = useSay();
  const format = useFormat();
  const { kind, floors } = props;
  const own = floorsFor(kind, floors);
  const asked = own.tiers.filter(({ litresPerPerson }) => litresPerPerson > 0);
  return (
    <span className={styles.each}>
      <span className={styles.figure}>{format.number(props.value, 1)}</span>
      <BulletBar
        label={`${props.name} ${words.measured(kind)}`}
        value={props.value}
        level={levelOf[props.standing]}
        marks={asked.map((tier) => ({
          value: tier.litresPerPerson,
          label: say(tier.label),
        }))}
        format={(value) => format.number(value, 1)}
        {...(own === floors && { max: props.max })}
      />
    </span>
  );
}

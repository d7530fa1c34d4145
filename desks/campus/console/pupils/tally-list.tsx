import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { stateWords, type Tally } from '../../answers/answer.ts';
import { levels } from './level.ts';
import styles from './pupils.module.css';

/** How many have each answer, for which reason. */
export function TallyList({ tally }: { tally: readonly Tally[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.tally}>
      {tally.map(({ state, outcome, why, people }) => (
        <li key={[state, outcome?.en, why?.en].join()}>
          <StatusTag level={levels[state]}>{say(outcome ?? stateWords[state])}</StatusTag>
          <span className={styles.figure}>{format.number(people)}</span>
          {why && <span className={styles.quiet}>{say(why)}</span>}
        </li>
      ))}
    </ul>
  );
}

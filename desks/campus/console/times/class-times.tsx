import { call } from '@liangbuwu/office/http/console/call.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ClassTime, readClassTimes } from '../../times/class-times.contract.ts';
import styles from '../lessons/lessons.module.css';
import { lessonsMessages } from '../messages/lessons.ts';
import { timesMessages } from '../messages/times.ts';
import { timesKey } from './times-queries.ts';

/** What the staggered times in force say of one class; nothing where there are none. */
export function ClassTimes({ class: of }: { class: string }) {
  const t = lessonsMessages.use();
  const words = timesMessages.use();
  const format = useFormat();
  const query = useQuery({
    queryKey: [...timesKey, 'class', of],
    queryFn: ({ signal }) => call(readClassTimes, { params: { class: of } }, { signal }),
  });
  const inForce = query.data?.inForce;
  if (!inForce) return null;
  const { number, published, times } = inForce;
  const nameOf = ({ phase, meal }: ClassTime) =>
    phase === 'meal' ? (meal ?? '') : words(`phase.${phase}`);
  const wayOf = ({ mode, way }: ClassTime) => [mode ? words(`mode.${mode}`) : '', way];
  return (
    <Panel
      title={t('classTimes.title')}
      note={t('classTimes.note', { n: format.number(number), at: format.instant(published) })}
    >
      <dl className={styles.times}>
        {times.map((one) => (
          <div key={`${one.phase} ${one.meal} ${one.mode} ${one.minute} ${one.way}`}>
            <dt>{nameOf(one)}</dt>
            <dd>{[format.timeOfDay(one.minute * 60), ...wayOf(one)].filter(Boolean).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Alert } from 'antd';
import { readPart } from '../../times/plan-times.ts';
import type { Conflict, TimesBasis } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import styles from './times.module.css';
import { useTimesWords } from './use-times-words.ts';

/** So many are named; one more says that there are others. */
const named = 12;

/** Why not everything has its place, and what to do about it. */
export function ConflictList(props: { basis: TimesBasis; conflicts: readonly Conflict[] }) {
  const { basis } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const { language } = useLanguage();
  const words = useTimesWords(basis);
  const listed = (activities: readonly string[]) => {
    const names = activities
      .slice(0, named)
      .map((activity) => `${words.name(readPart(activity).of)} ${words.what(readPart(activity))}`);
    const list = new Intl.ListFormat(language, { type: 'unit' }).format(names);
    return activities.length > named ? `${list} … (${format.number(activities.length)})` : list;
  };
  const told = (conflict: Conflict): string[] => {
    if (conflict.because === 'closed')
      return [t('conflict.closed', { who: listed(conflict.activities) })];
    if (conflict.because === 'times')
      return [t('conflict.times', { who: listed(conflict.activities) })];
    const lines = conflict.resources.map(({ resource, ...short }) =>
      t('conflict.capacity', {
        what: words.name(resource),
        capacity: format.number(short.capacity),
        activities: format.number(short.activities),
        amount: format.number(short.amount),
        starts: format.number(short.starts),
      }),
    );
    return lines.length > 1 ? [t('conflict.several'), ...lines] : lines;
  };
  return (
    <Alert
      type="error"
      showIcon
      title={t('conflict.title')}
      description={
        <ul className={styles.lines}>
          {props.conflicts.flatMap(told).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}

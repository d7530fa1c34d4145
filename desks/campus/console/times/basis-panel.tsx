import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { readPart } from '../../times/plan-times.ts';
import type { Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import styles from './times.module.css';
import { peopleIn } from './use-times-words.ts';

/** What it was made from and what it goes by, in words. */
export function BasisPanel({ timetable }: { timetable: Timetable }) {
  const t = timesMessages.use();
  const format = useFormat();
  const { basis, result, by, made } = timetable;
  const { siblings, classes, invented } = basis.day;
  const moves = (result?.placements ?? []).reduce(
    (sum, { activity }) => sum + peopleIn(basis.day, readPart(activity)),
    0,
  );
  const home = classes.filter((one) => one.home).length;
  const lines = [
    t('basis.from', { version: format.number(basis.version), by, made: format.instant(made) }),
    t('basis.passing'),
    t('basis.apart'),
    ...(siblings.length > 0
      ? [t('basis.siblings', { count: format.number(siblings.length) })]
      : []),
    ...(home > 0 ? [t('basis.home', { count: format.number(home) })] : []),
    ...(result
      ? [
          t('basis.waiting', {
            minutes: format.number(moves > 0 ? result.costs.waiting / moves : 0, 1),
          }),
          t('basis.cost', {
            total: format.number(result.costs.total),
            waiting: format.number(result.costs.waiting),
            apart: format.number(result.costs.apart),
            spread: format.number(result.costs.spread),
            changes: format.number(result.costs.changes),
          }),
        ]
      : []),
    ...(invented ? [t('basis.invented')] : []),
  ];
  return (
    <Panel title={t('basis.title')}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}

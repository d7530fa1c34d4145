import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { type CSSProperties, useMemo } from 'react';
import { canteenId, passing } from '../../times/plan-times.ts';
import type { TimesBasis, TimesResult } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { columnsOf, fullest, loadColumnsOf } from './picture.ts';
import styles from './times.module.css';
import { Head } from './times-picture.tsx';
import { useTimesWords } from './use-times-words.ts';

/** How full each gate, each stair and the canteen are over the day, against what they take. */
export function LoadTable({ basis, result }: { basis: TimesBasis; result: TimesResult }) {
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const { day } = basis;
  const { loads, placements } = result;
  const phases = useMemo(
    () => loadColumnsOf(columnsOf(day, placements), loads),
    [day, placements, loads],
  );
  const flow = (perMinute: number) =>
    t('load.flow', { people: format.number(perMinute * passing) });
  const places = [
    ...[...day.gates, ...day.stairs].map(({ id, perMinute }) => ({ id, most: flow(perMinute) })),
    ...(day.canteen
      ? [
          {
            id: canteenId.counters,
            most: flow(day.canteen.counters * day.canteen.perCounter),
          },
          {
            id: canteenId.seats,
            most: t('load.places', { people: format.number(day.canteen.seats) }),
          },
        ]
      : []),
  ].filter(({ id }) => loads.some(({ resource }) => resource === id));
  return (
    <Panel flush title={t('load.title')} note={t('load.note')}>
      <section
        className={styles.scroller}
        aria-label={t('load.title')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <table className={styles.grid}>
          <Head phases={phases} name={words.name} at={words.at} first={t('load.where')} />
          <tbody>
            {places.map(({ id, most }) => (
              <tr key={id}>
                <th scope="row">
                  {words.name(id)}
                  <span className={styles.most}>{most}</span>
                </th>
                {phases.flatMap(({ id: phase, step, times }) =>
                  times.map((minute, i) => {
                    const load = fullest(loads, id, minute, minute + step);
                    const over = load !== undefined && (load.over > 0 || load.mixed > 0);
                    const share = load ? Math.min(1, load.amount / Math.max(1, load.capacity)) : 0;
                    return (
                      <td
                        key={`${phase} ${minute}`}
                        className={styles.load}
                        data-first={i === 0 || undefined}
                        data-over={over || undefined}
                        style={{ '--share': `${Math.round(share * 100)}%` } as CSSProperties}
                      >
                        {load && format.number(load.amount)}
                        {over && <span className="visually-hidden"> {t('load.over')}</span>}
                      </td>
                    );
                  }),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import { planMessages } from '../messages/plan.ts';
import { timetableMessages } from '../messages/timetable.ts';
import type { Day } from '../plan/day-names.ts';
import { allEstimated } from '../plan/use-plan-words.ts';
import styles from './driver-sheet.module.css';
import type { DriverSheet, SheetRow } from './sheets.ts';

/** One driver's day: when, what, where, how much. */
export function DriverSheetPanel({ sheet, day }: { sheet: DriverSheet; day: Day }) {
  const t = timetableMessages.use();
  const plan = planMessages.use();
  const format = useFormat();
  const estimated = allEstimated(day);
  const columns = useMemo<Column<SheetRow>[]>(
    () => [
      {
        id: 'time',
        header: t('time'),
        width: '18%',
        cell: ({ from, to }) => <span className={styles.time}>{format.timeRange(from, to)}</span>,
      },
      {
        id: 'what',
        header: t('what'),
        width: '14%',
        inCard: 'aside',
        cell: ({ kind }) => (
          <span className={styles.kind} data-kind={kind}>
            {plan(`timeline.${kind}`)}
          </span>
        ),
      },
      {
        id: 'where',
        header: t('where'),
        inCard: 'wide',
        cell: ({ kind, place, litres, metres, seconds }) =>
          kind === 'drive' ? (
            <>
              → {place}{' '}
              <span className={styles.way}>
                {t(estimated ? 'estimated' : 'distance', {
                  distance: format.distance(metres),
                  duration: format.duration(seconds),
                })}
              </span>
            </>
          ) : (
            <>
              {place}{' '}
              {litres !== null && <span className={styles.inCard}>{format.litres(litres)}</span>}
            </>
          ),
      },
      {
        id: 'litres',
        header: t('litres'),
        numeric: true,
        width: '14%',
        inCard: 'none',
        cell: ({ litres, kind }) =>
          litres === null ? (
            ''
          ) : (
            <span className={kind === 'deliver' ? styles.delivered : undefined}>
              {format.number(litres)}
            </span>
          ),
      },
    ],
    [t, plan, format, estimated],
  );
  const name = sheet.tanker?.name ?? '—';
  return (
    <div className={styles.sheet}>
      <Panel
        flush
        title={
          sheet.shift
            ? `${name} · ${t('shift', {
                driver: sheet.shift.driver,
                from: format.timeOfDay(sheet.shift.from),
                to: format.timeOfDay(sheet.shift.to),
              })}`
            : name
        }
        note={t('sum', {
          litres: format.litres(sheet.litres),
          distance: format.distance(sheet.metres),
        })}
      >
        <DataTable
          caption={name}
          rows={sheet.rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowName={({ from, place }) => `${format.timeOfDay(from)} ${place}`}
        />
      </Panel>
    </div>
  );
}

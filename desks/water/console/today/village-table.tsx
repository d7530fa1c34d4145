import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import { floorsFor } from '../../kinds.ts';
import { FloorTag, levelOf } from '../floor-tag.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import type { PromiseRow } from '../promises.ts';
import { rankOf, type SheetStanding, standingAt, type VillageStanding } from '../standing.ts';
import { barEnd, PerPerson } from './per-person.tsx';
import { PointReasons } from './point-reasons.tsx';
import type { Measuring } from './tank-level.tsx';
import styles from './village-table.module.css';

/** Every village against the floors, worst first; unfolded, its points with why and what helps. */
export function VillageTable(props: {
  sheet: SheetStanding;
  promises: readonly PromiseRow[];
  /** Villages that stand unfolded at first. */
  opened: readonly string[];
  /** Whether the total is the total of a plan. */
  adds: boolean;
  now: number;
  measuring: Measuring;
}) {
  const { sheet, promises } = props;
  const { floors, total } = sheet;
  const t = todayMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const max = barEnd(sheet);
  const byPoint = useMemo(() => {
    const map = new Map<string, PromiseRow[]>();
    for (const row of promises) map.set(row.point, [...(map.get(row.point) ?? []), row]);
    return map;
  }, [promises]);
  const columns = useMemo<Column<VillageStanding>[]>(
    () => [
      {
        id: 'village',
        header: t('table.village'),
        cell: ({ name }) => name,
        sort: ({ name }) => name,
      },
      {
        id: 'people',
        header: t('table.people'),
        numeric: true,
        cell: ({ people }) => format.number(people),
        sort: ({ people }) => people,
        total: () => format.number(total.people),
      },
      {
        id: 'each',
        header: t('table.perPerson'),
        width: '30%',
        inCard: 'wide',
        cell: (row) => (
          <PerPerson
            name={row.name}
            kind={row.kind}
            value={row.perPerson}
            standing={standingAt(row.perPerson, floorsFor(row.kind, floors))}
            floors={floors}
            max={max}
          />
        ),
        sort: ({ perPerson }) => perPerson,
        firstSort: 'ascending',
        total: () => <span className={styles.each}>{format.number(total.perPerson, 1)}</span>,
      },
      {
        id: 'promised',
        header: t('table.promised'),
        numeric: true,
        cell: ({ delivered }) => format.number(delivered),
        sort: ({ delivered }) => delivered,
        total: () => format.number(total.delivered),
      },
      {
        id: 'have',
        header: t('table.have'),
        numeric: true,
        cell: ({ have }) => format.number(have),
        sort: ({ have }) => have,
        total: () => format.number(total.have),
      },
      {
        id: 'standing',
        header: t('table.standing'),
        inCard: 'aside',
        cell: ({ standing, points }) => (
          <span className={styles.standing}>
            <FloorTag standing={standing} floors={floors} />
            {standing !== 'enough' && (
              <span className={styles.some}>
                {t('table.some', {
                  points: format.number(points.length),
                  count: format.number(
                    points.filter((point) => point.standing === standing).length,
                  ),
                })}
              </span>
            )}
          </span>
        ),
        sort: ({ standing }) => rankOf(standing),
      },
    ],
    [t, format, floors, total, max],
  );
  const marks = floors.tiers
    .map(({ litresPerPerson }) => format.number(litresPerPerson, 1))
    .join(shared('listComma'));
  return (
    <DataTable
      caption={t('table.title')}
      rows={sheet.villages}
      columns={columns}
      rowKey={({ area }) => area}
      rowName={({ name }) => name}
      rowLevel={({ standing }) => (levelOf[standing] === 'ok' ? undefined : levelOf[standing])}
      detail={(village) => (
        <PointReasons
          village={village}
          floors={floors}
          promises={byPoint}
          max={max}
          lossPercent={sheet.lossPercent}
          now={props.now}
          measuring={props.measuring}
        />
      )}
      opened={props.opened}
      empty={<EmptyState small title={t('table.empty')} />}
      footer={
        <span className={styles.footer}>
          <span>{t('table.marks', { marks })}</span>
          {sheet.lossPercent > 0 && (
            <span>{t('table.loss', { percent: format.number(sheet.lossPercent, 1) })}</span>
          )}
          {props.adds && <span>{t('table.adds', { litres: format.litres(total.delivered) })}</span>}
        </span>
      }
    />
  );
}

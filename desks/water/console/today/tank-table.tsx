import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Runway, TankRunway } from '../../runway-sheet.ts';
import { shortDay } from '../fortnight/short-day.ts';
import { runwayMessages } from '../messages/runway.ts';
import styles from './runway-panel.module.css';

/** When every village tank is empty if no tanker came any more, and when the next is promised. */
export function TankTable({ runway }: { runway: Runway }) {
  const { tanks, day } = runway;
  const t = runwayMessages.use();
  const format = useFormat();
  const title = t('tanks.title', { at: format.timeOfDay(tanks[0]?.at) });
  const columns = useMemo<Column<TankRunway>[]>(() => {
    const when = (dry: NonNullable<TankRunway['dry']>) => {
      const time = format.timeOfDay(dry.second);
      return dry.day === day ? time : `${shortDay(format.language, dry.day).date} ${time}`;
    };
    return [
      {
        id: 'name',
        header: t('tanks.name'),
        cell: ({ name }) => name,
        sort: ({ name }) => name,
      },
      {
        id: 'level',
        header: t('tanks.level'),
        cell: ({ level, basis }) => (
          <span className={styles.stacked}>
            {format.litres(level)}
            <span className={styles.quiet}>{t(`tanks.basis.${basis}`)}</span>
          </span>
        ),
        sort: ({ level }) => level,
      },
      {
        id: 'need',
        header: t('tanks.need'),
        cell: ({ need }) => format.litres(need),
        sort: ({ need }) => need,
      },
      {
        id: 'dry',
        header: t('tanks.dry'),
        cell: (tank) => {
          const { dry, level } = tank;
          if (!dry) return t('tanks.none');
          if (level === 0) return <StatusTag level="bad">{t('tanks.empty')}</StatusTag>;
          if (!isEarly(tank, day)) return when(dry);
          return (
            <span className={styles.stacked}>
              <StatusTag level="warn">{when(dry)}</StatusTag>
              <span className={styles.quiet}>{t('tanks.early')}</span>
            </span>
          );
        },
        sort: ({ dry }) => dry && `${dry.day} ${String(dry.second).padStart(5, '0')}`,
      },
      {
        id: 'next',
        header: t('tanks.next'),
        cell: ({ next }) =>
          next
            ? t('tanks.delivery', {
                at: format.timeOfDay(next.second),
                litres: format.litres(next.litres),
              })
            : t('tanks.noNext'),
        sort: ({ next }) => next?.second,
      },
    ];
  }, [t, format, day]);
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <DataTable
        caption={title}
        rows={tanks}
        columns={columns}
        rowKey={({ point }) => point}
        rowName={({ name }) => name}
        footer={t('tanks.source')}
      />
    </section>
  );
}

const isEarly = ({ dry, next }: TankRunway, day: string): boolean =>
  dry !== null && next !== null && dry.day === day && dry.second < next.second;

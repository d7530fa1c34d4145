import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Ledger, VillageLitres } from '../../accounts/ledger-sheet.ts';
import { shortDay } from '../fortnight/short-day.ts';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';

const meanOf = ({ days }: VillageLitres) =>
  days.reduce((sum, { perPerson }) => sum + perPerson, 0) / days.length;
const lowestOf = ({ days }: VillageLitres) =>
  days.reduce((low, one) => (one.perPerson < low.perPerson ? one : low));

/** Litres a person by village and day, the lowest first. */
export function PersonTable({ ledger }: { ledger: Ledger }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const several = ledger.villages.some(({ days }) => days.length > 1);
  const columns = useMemo<Column<VillageLitres>[]>(() => {
    const dayOf = (day: string) => shortDay(format.language, day).date;
    return [
      {
        id: 'village',
        header: t('person.village'),
        cell: ({ name }) => name,
      },
      {
        id: 'heads',
        header: t('person.heads'),
        numeric: true,
        cell: ({ days }) => format.number(days.at(-1)?.people),
        sort: ({ days }) => days.at(-1)?.people,
        width: 80,
      },
      {
        id: 'average',
        header: t('person.average'),
        numeric: true,
        cell: (row) => format.number(meanOf(row), 1),
        sort: meanOf,
        firstSort: 'ascending',
        width: 100,
      },
      ...(several
        ? [
            {
              id: 'lowest',
              header: t('person.lowest'),
              numeric: true,
              cell: (row) =>
                t('person.at', {
                  litres: format.number(lowestOf(row).perPerson, 1),
                  day: dayOf(lowestOf(row).day),
                }),
              sort: (row) => lowestOf(row).perPerson,
              firstSort: 'ascending',
              width: 130,
            } satisfies Column<VillageLitres>,
          ]
        : []),
    ];
  }, [t, format, several]);
  return (
    <Panel flush title={t('person.title')} note={t('person.note')}>
      <DataTable
        caption={t('person.title')}
        rows={ledger.villages}
        columns={columns}
        rowKey={({ area }) => area}
        rowName={({ name }) => name}
        cardsBelow={300}
        {...(several && {
          detail: ({ days }: VillageLitres) => (
            <ul className={styles.days}>
              {days.map(({ day, perPerson }) => (
                <li key={day}>
                  {shortDay(format.language, day).date} {format.number(perPerson, 1)}
                </li>
              ))}
            </ul>
          ),
        })}
        empty={<EmptyState small title={t('person.none')} />}
      />
    </Panel>
  );
}

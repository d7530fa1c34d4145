import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Evening } from '../../upward/evening.ts';
import { type EveningLine, eveningLines } from '../../upward/lines.ts';
import { eveningMessages } from '../messages/evening.ts';
import styles from './evening.module.css';
import { useFigure } from './use-figure.ts';

/** Every desk within reach beside their sum. */
export function RollUp({ evening }: { evening: Evening }) {
  const t = eveningMessages.use();
  const say = useSay();
  const figure = useFigure();
  const columns = useMemo<Column<EveningLine>[]>(
    () => [
      {
        id: 'line',
        header: t('form.line'),
        cell: (line) => (
          <>
            {say(line.label)} <span className={styles.unit}>{say(line.unit)}</span>
          </>
        ),
      },
      {
        id: 'total',
        header: t('form.total'),
        numeric: true,
        cell: (line) => <strong>{figure(line, evening.total)}</strong>,
      },
      ...evening.desks.map(
        ({ area, name, figures }): Column<EveningLine> => ({
          id: area,
          header: name,
          numeric: true,
          cell: (line) => figure(line, figures),
        }),
      ),
    ],
    [t, say, figure, evening],
  );
  return (
    <Panel flush title={t('form.title')} note={t('form.note')}>
      <DataTable
        caption={t('form.title')}
        rows={eveningLines}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ label }) => say(label)}
      />
    </Panel>
  );
}

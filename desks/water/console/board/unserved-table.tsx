import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { BoardSheet, Unserved } from '../../board/board-sheet.ts';
import { KindTag } from '../kind-tag.tsx';
import { boardMessages } from '../messages/board.ts';
import { useFirst } from './use-first.tsx';

/** Who has nothing yet. It comes before everything that went well. */
export function UnservedTable({ sheet }: { sheet: BoardSheet }) {
  const t = boardMessages.use();
  const say = useSay();
  const format = useFormat();
  const columns = useMemo<Column<Unserved>[]>(
    () => [
      {
        id: 'point',
        header: t('unserved.point'),
        cell: ({ name, kind }) => (
          <>
            {name} <KindTag kind={kind} />
          </>
        ),
      },
      {
        id: 'people',
        header: t('unserved.people'),
        numeric: true,
        cell: ({ people }) => format.number(people),
        sort: ({ people }) => people,
        width: 90,
      },
      {
        id: 'each',
        header: t('unserved.perPerson'),
        numeric: true,
        cell: ({ perPerson }) => format.litres(Math.floor(perPerson)),
        sort: ({ perPerson }) => perPerson,
        firstSort: 'ascending',
        width: 120,
      },
      {
        id: 'next',
        header: t('unserved.next'),
        cell: ({ next, toCome }) =>
          next
            ? t('unserved.at', {
                time: format.findMoment(next)?.time ?? '—',
                litres: format.litres(toCome),
              })
            : t('unserved.nothing'),
        sort: ({ next }) => next,
        firstSort: 'descending',
        width: 180,
      },
      {
        id: 'why',
        header: t('unserved.why'),
        inCard: 'wide',
        cell: ({ short }) => (short ? say(short.say) : '—'),
      },
    ],
    [t, say, format],
  );
  const [first, more] = useFirst(sheet.unserved, 8);
  return (
    <Panel flush title={t('unserved.title')} note={t('unserved.note')}>
      <DataTable
        caption={t('unserved.title')}
        rows={first}
        columns={columns}
        rowKey={({ point }) => point}
        rowName={({ name }) => name}
        rowLevel={({ toCome }) => (toCome === 0 ? 'bad' : 'warn')}
        footer={more}
        empty={<EmptyState small title={t('unserved.none')} />}
      />
    </Panel>
  );
}

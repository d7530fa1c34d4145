import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { concerned, type TimesChange } from '../../times/changes.ts';
import { readPart } from '../../times/plan-times.ts';
import type { Placed, TimesBasis, TimesResult } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { useTimesWords } from './use-times-words.ts';

/** What is other than in the version that this one is based on, and for whom. */
export function ChangeTable(props: {
  number: number;
  basis: TimesBasis;
  result: TimesResult;
  changes: readonly TimesChange[];
}) {
  const { basis, changes, result } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const when = (placed: Placed) => `${words.at(placed.start)} ${words.way(placed.way)}`;
  const columns: Column<TimesChange>[] = [
    {
      id: 'who',
      header: t('changes.who'),
      cell: ({ activity }) => words.name(readPart(activity).of),
    },
    {
      id: 'what',
      header: t('changes.what'),
      cell: ({ activity }) => words.what(readPart(activity)),
    },
    {
      id: 'from',
      header: t('changes.from'),
      cell: ({ from }) => (from ? when(from) : t('changes.fresh')),
    },
    {
      id: 'to',
      header: t('changes.to'),
      cell: ({ to }) => (to ? <strong>{when(to)}</strong> : t('changes.gone')),
    },
  ];
  const title = t('changes.title', { number: props.number });
  const kept = result.placements.length - changes.filter(({ to }) => to !== null).length;
  return (
    <Panel
      flush
      title={title}
      note={t('changes.summary', {
        activities: format.number(changes.length),
        classes: format.number(concerned(changes).size),
        same: format.number(kept),
      })}
    >
      <DataTable
        caption={title}
        rows={changes}
        columns={columns}
        rowKey={({ activity }) => activity}
        rowName={({ activity }) => words.activity(activity)}
        empty={<EmptyState small title={t('changes.none')} />}
        maxHeight={360}
        cardsBelow={420}
      />
    </Panel>
  );
}

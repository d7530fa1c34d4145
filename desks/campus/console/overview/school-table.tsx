import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { type AnswerState, countOf, stateWords, type Tally } from '../../answers/answer.ts';
import type { ListedReopening } from '../../reopening/reopening.ts';
import { overviewMessages } from '../messages/overview.ts';
import { reopeningPath } from '../paths.ts';
import { usePlanColumns } from '../reopening/plan-columns.tsx';
import type { Counts } from './use-counts.ts';

type States = readonly [AnswerState, ...AnswerState[]];
/** What stands in one figure. */
export const answered: readonly States[] = [
  ['may-return'],
  ['missing'],
  ['not-now'],
  ['not-reported', 'consent'],
];
/** Where no rule asks anything nobody has an answer: shown where there is such a school. */
export const free: States = ['free'];

/** A line for each school, by name: figures are not sorted by, for who has more is nobody’s question. */
export function SchoolTable(props: {
  response: string;
  schools: readonly ListedReopening[];
  counts: Counts;
  /** By the rules in force, where another is tried. */
  before: Counts | undefined;
  /** A column each. */
  shown: readonly States[];
}) {
  const { counts, before, shown } = props;
  const t = overviewMessages.use();
  const say = useSay();
  const format = useFormat();
  const go = useNavigateTo();
  const figure = (of: { school: string }, read: (tally: readonly Tally[]) => number) => {
    const count = counts.of(of.school);
    return count ? format.number(read(count.tally)) : '…';
  };
  const differenceOf = ({ school }: ListedReopening) => {
    const [a, b] = [counts.of(school), before?.of(school)];
    return a && b
      ? format.signed(countOf(a.tally, 'may-return') - countOf(b.tally, 'may-return'))
      : '…';
  };
  const shared = usePlanColumns();
  const columns: Column<ListedReopening>[] = [
    { ...shared.school, width: '14%' },
    { ...shared.within, width: '9%' },
    shared.state,
    {
      id: 'pupils',
      header: t('list.pupils'),
      numeric: true,
      cell: ({ school }) => {
        const count = counts.of(school);
        return count ? format.number(count.pupils) : '…';
      },
    },
    ...shown.map(
      (states): Column<ListedReopening> => ({
        id: states.join(),
        header:
          states === free
            ? t('list.free')
            : states.length > 1
              ? t('list.none')
              : say(stateWords[states[0]]),
        numeric: true,
        cell: (of) => figure(of, (tally) => countOf(tally, ...states)),
      }),
    ),
    ...(before
      ? [
          {
            id: 'difference',
            header: t('list.difference'),
            numeric: true,
            cell: differenceOf,
          } satisfies Column<ListedReopening>,
        ]
      : []),
    { ...shared.blocking, width: '20%' },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      rows={props.schools}
      columns={columns}
      rowKey={({ school }) => school}
      rowName={({ name }) => name}
      onOpen={({ school }) => go(`${reopeningPath}/${school}?response=${props.response}`)}
      empty={<EmptyState small title={t('list.empty')} />}
    />
  );
}

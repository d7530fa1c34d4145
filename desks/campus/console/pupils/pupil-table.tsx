import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { AnswerState, type LedgerLine, stateWords } from '../../answers/answer.ts';
import type { ClassLedger } from '../../answers/answers.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { levels } from './level.ts';
import { PupilDetail, type Sibling } from './pupil-detail.tsx';

export function PupilTable(props: {
  ledger: ClassLedger;
  lines: readonly LedgerLine[];
  siblings: readonly Sibling[];
  response: Response;
  class: string;
}) {
  const { ledger, lines } = props;
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const family = Map.groupBy(ledger.lines, ({ household }) => household);
  const reasonOf = ({ why, ask }: LedgerLine) => {
    if (why) return say(why);
    const comma = t('list.comma');
    return ask.length > 0 ? t('detail.missing', { what: ask.map(say).join(comma) }) : '—';
  };
  const columns: Column<LedgerLine>[] = [
    {
      id: 'name',
      header: t('list.name'),
      width: 150,
      cell: ({ name, kind, household }) => {
        const many = family.get(household)?.length ?? 1;
        return [
          name,
          ...(kind === 'staff' ? [t('list.staff')] : []),
          ...(many > 1 ? [t('list.family', { n: format.number(many) })] : []),
        ].join(' · ');
      },
      sort: ({ name }) => name,
    },
    {
      id: 'answer',
      header: t('list.answer'),
      inCard: 'aside',
      cell: ({ state, outcome }) => (
        <StatusTag level={levels[state]}>{say(outcome ?? stateWords[state])}</StatusTag>
      ),
      sort: ({ state }) => AnswerState.options.indexOf(state),
    },
    { id: 'reason', header: t('list.reason'), cell: reasonOf },
    {
      id: 'reported',
      header: t('list.reported'),
      width: 130,
      cell: ({ reported, how }) =>
        reported === null
          ? t('list.no')
          : t(how === 'self' ? 'list.self' : 'list.behalf', { when: format.instant(reported) }),
      sort: ({ reported }) => reported,
    },
    {
      id: 'link',
      header: t('list.link'),
      cell: ({ linked, kind }) =>
        kind === 'staff' ? '—' : t(linked ? 'list.given' : 'list.notGiven'),
      sort: ({ linked }) => (linked ? 1 : 0),
    },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      rows={lines}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      detail={(line) => (
        <PupilDetail
          key={line.id}
          line={line}
          asked={ledger.asked}
          sibling={props.siblings.find(({ member }) => member === line.id)}
          inFamily={(family.get(line.household)?.length ?? 1) > 1 || line.household !== line.id}
          response={props.response}
          class={props.class}
        />
      )}
      empty={
        <EmptyState small title={t('list.none')}>
          {t('list.noneNote')}
        </EmptyState>
      }
    />
  );
}

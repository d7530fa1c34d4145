import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ListedReopening } from '../../reopening/reopening.ts';
import { EpidemicSelect } from '../epidemic-select.tsx';
import { reopeningMessages } from '../messages/reopening.ts';
import { reopeningPath } from '../paths.ts';
import { reopeningsQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithEpidemic } from '../with-epidemic.tsx';
import { usePlanColumns } from './plan-columns.tsx';

type Props = PageProps<CampusSearch>;

/** Every school's plan: how far, until when, and what blocks it. Who is faster is nobody's question. */
export default function ReopeningsPage({ search, setSearch }: Props) {
  const t = reopeningMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {(of, all) => <PlansOf of={of} all={all} setSearch={setSearch} />}
    </WithEpidemic>
  );
}

function PlansOf({
  of,
  all,
  setSearch,
}: { of: Response; all: readonly Response[] } & Pick<Props, 'setSearch'>) {
  const t = reopeningMessages.use();
  const say = useSay();
  const format = useFormat();
  const query = useQuery(reopeningsQuery(of.id));
  const schools = query.data?.schools;
  const count = (is: (of: ListedReopening) => boolean | undefined) =>
    format.number(schools?.filter(is).length);
  return (
    <Page
      title={t('title')}
      lead={
        schools &&
        t('lead', {
          response: say(of.name),
          schools: format.number(schools.length),
          approved: count(({ plan }) => plan?.state === 'approved'),
          overdue: count(({ plan }) => plan?.overdue),
        })
      }
      tools={<EpidemicSelect of={of} all={all} setSearch={setSearch} />}
    >
      <Loaded query={query}>
        {(data) => <PlanTable response={of.id} schools={data.schools} />}
      </Loaded>
    </Page>
  );
}

function PlanTable(props: { response: string; schools: readonly ListedReopening[] }) {
  const t = reopeningMessages.use();
  const format = useFormat();
  const go = useNavigateTo();
  const shared = usePlanColumns();
  const columns: Column<ListedReopening>[] = [
    shared.school,
    shared.within,
    shared.state,
    {
      id: 'due',
      header: t('list.due'),
      cell: ({ plan }) =>
        plan?.due ? (
          <>
            {plan.overdue && <LevelShape level="bad" label={t('list.overdue')} />}{' '}
            {format.instant(plan.due)}
          </>
        ) : (
          '—'
        ),
      sort: ({ plan }) => plan?.due,
      firstSort: 'ascending',
    },
    { ...shared.blocking, width: '38%' },
  ];
  return (
    <Panel flush title={t('list.title')}>
      <DataTable
        caption={t('list.title')}
        rows={props.schools}
        columns={columns}
        rowKey={({ school }) => school}
        rowName={({ name }) => name}
        onOpen={({ school }) => go(`${reopeningPath}/${school}?response=${props.response}`)}
        empty={<EmptyState small title={t('list.none')} />}
      />
    </Panel>
  );
}

import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { Doubles } from '@liangbuwu/office/register/console/households/doubles.tsx';
import { Findings, type Section } from '@liangbuwu/office/register/console/households/findings.tsx';
import { householdMessages } from '@liangbuwu/office/register/console/households/messages.ts';
import { findingsQuery } from '@liangbuwu/office/register/console/households/queries.ts';
import { householdSheets } from '@liangbuwu/office/register/households/contract.ts';
import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { TableRoutes } from '@liangbuwu/office/tables/console/queries.ts';
import { RegisterPage } from '@liangbuwu/office/tables/console/register-page.tsx';
import type { RegisterSearch } from '@liangbuwu/office/tables/console/register-search.ts';
import { Filter } from '@liangbuwu/office/tables/console/row-filters.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { registerMessages } from '../messages/registers.ts';
import { sharedMessages } from '../messages/shared.ts';
import { differingQuery } from '../queries.ts';
import { DifferingPoints } from './differing-points.tsx';

interface Props extends Pick<PageProps<RegisterSearch>, 'search' | 'setSearch'> {
  routes: TableRoutes;
  tabs: readonly { href: string; routes: TableRoutes }[];
}

/** The households of the response that the header speaks of, or of the drought that is under way. */
export function HouseholdsPage(props: Props) {
  const t = registerMessages.use();
  const shared = sharedMessages.use();
  const responses = useQuery(responsesQuery);
  return (
    <Loaded query={responses}>
      {(data) => {
        const open = data.responses.filter(({ ended }) => ended === null);
        const wanted = data.responses.find(({ id }) => id === props.search.response);
        const shown = wanted ?? open.find(({ kind }) => kind === 'drought') ?? open[0];
        return shown ? (
          <OfResponse key={shown.id} {...props} response={shown.id} />
        ) : (
          <Page title={t('title')}>
            <EmptyState title={shared('noResponse.title')}>{t('noResponse')}</EmptyState>
          </Page>
        );
      }}
    </Loaded>
  );
}

/** What is looked for at points, which are no households. */
const atPoints = 'points';

function OfResponse(props: Props & { response: string }) {
  const { routes, response, search, setSearch } = props;
  const t = registerMessages.use();
  const words = householdMessages.use();
  const format = useFormat();
  const { data: me } = useQuery(meQuery);
  const findings = useQuery(findingsQuery(response));
  const differing = useQuery(differingQuery(response));
  const checking = search.check !== undefined;
  const doubles = findings.data?.findings.find(({ id }) => id === search.only)?.doubles;
  const kinds =
    (findings.data?.findings.filter(({ households }) => households > 0).length ?? 0) +
    (differing.data && differing.data.total > 0 ? 1 : 0);
  const denied =
    me && !me.permissions.includes(routes.put.permission) ? words('denied') : undefined;
  const points = differing.data?.total ?? 0;
  const more: Section[] = [
    {
      id: atPoints,
      found: t('differing.found'),
      means: t('differing.means'),
      todo: t('differing.todo'),
      count: t('differing.count', { count: points === 1 ? 1 : format.number(points) }),
      none: points === 0,
    },
  ];
  const narrow = (patch: { [K in keyof RegisterSearch]?: RegisterSearch[K] | undefined }) =>
    setSearch(patch as Partial<RegisterSearch>);
  const instead =
    search.check === atPoints && !search.place ? (
      <DifferingPoints
        response={response}
        onOpen={(place) => narrow({ place, check: atPoints, only: undefined })}
      />
    ) : doubles && !search.q && !search.removed ? (
      <Doubles
        key={doubles}
        response={response}
        by={doubles}
        denied={denied}
        onOpen={(row) => narrow({ row })}
      />
    ) : checking && kinds === 0 && findings.isSuccess && differing.isSuccess ? (
      // All that was looked for was not found: the whole list below would say otherwise.
      <></>
    ) : undefined;
  return (
    <RegisterPage
      title={t('title')}
      lead={t('householdsLead')}
      routes={routes}
      tabs={props.tabs}
      others={{}}
      sheets={householdSheets}
      fresh={{ response, ...(me?.roles.length === 1 && { area: me.roles[0]?.area }) }}
      search={search}
      setSearch={setSearch}
      response={response}
      filters={
        <Filter
          pressed={checking}
          onPress={() =>
            narrow({
              check: checking ? undefined : 'yes',
              only: undefined,
              place: undefined,
              removed: undefined,
            })
          }
        >
          {kinds > 0 ? words('toCheckCount', { count: kinds }) : words('toCheck')}
        </Filter>
      }
      above={
        checking && (
          <Findings
            response={response}
            chosen={search.check === atPoints ? atPoints : search.only}
            onChoose={(finding) =>
              narrow(
                finding === atPoints
                  ? { check: atPoints, only: undefined, place: undefined }
                  : { check: 'yes', only: finding, place: undefined },
              )
            }
            more={more}
          />
        )
      }
      instead={instead}
    />
  );
}

import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { type TableRoutes, useLiveTables } from '@liangbuwu/office/tables/console/queries.ts';
import { RegisterPage } from '@liangbuwu/office/tables/console/register-page.tsx';
import type { RegisterSearch } from '@liangbuwu/office/tables/console/register-search.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { useQuery } from '@tanstack/react-query';
import { householdTable } from '../../households/table.ts';
import { lastingHouseholds, lastingSheets } from '../../residents/contract.ts';
import { listResidents } from '../../residents/people.contract.ts';
import { FindTelephone } from './find-telephone.tsx';
import { HouseholdPeople } from './household-people.tsx';
import { IntoResponses } from './into-responses.tsx';
import { residentMessages } from './messages.ts';

const routes = lastingHouseholds as unknown as TableRoutes;

/** The households that are kept beyond every response, and their way into one. */
export default function ResidentsPage({ search, setSearch }: PageProps<RegisterSearch>) {
  const t = residentMessages.use();
  const { data: me } = useQuery(meQuery);
  useLiveTables([householdTable.id]);
  const mayOpen = me?.permissions.includes(listResidents.permission) ?? false;
  const denied = me && !mayOpen ? t('deniedPeople') : undefined;
  const open = (row: string) => setSearch({ row });
  return (
    <RegisterPage
      title={t('title')}
      lead={t('lead')}
      routes={routes}
      tabs={[]}
      others={{}}
      sheets={lastingSheets}
      fresh={me?.roles.length === 1 ? { area: me.roles[0]?.area } : {}}
      search={search}
      setSearch={setSearch}
      filters={<FindTelephone denied={denied} onOpen={open} />}
      above={mayOpen && <IntoResponses />}
      beside={(row, removed) => (
        <HouseholdPeople
          row={row}
          removed={removed}
          denied={denied}
          onErased={() => setSearch({ row: undefined } as Partial<RegisterSearch>)}
        />
      )}
    />
  );
}

import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import type { readMe } from '@liangbuwu/office/identity/contract.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import type { TableRoutes } from '@liangbuwu/office/tables/console/queries.ts';
import { RegisterPage } from '@liangbuwu/office/tables/console/register-page.tsx';
import type { RegisterSearch } from '@liangbuwu/office/tables/console/register-search.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { useQuery } from '@tanstack/react-query';
import { registers, sheets } from '../../registers.contract.ts';
import { registerMessages } from '../messages/registers.ts';
import { registersPath } from '../paths.ts';
import { HouseholdsPage } from './households-page.tsx';

type Me = (typeof readMe)['output']['_output'];

const own = registers as unknown as readonly TableRoutes[];
const all = [...own, households as unknown as TableRoutes];
const slugOf = ({ table }: TableRoutes) => table.id.replace(/^[a-z]+\./, '');
const others = Object.fromEntries(own.map((routes) => [routes.table.id, routes]));
const tabs = all.map((one) => ({ href: `${registersPath}/${slugOf(one)}`, routes: one }));

/** The desk's registers, a table each, and the households that it brings water to. */
export default function RegistersPage({ params, search, setSearch }: PageProps<RegisterSearch>) {
  const t = registerMessages.use();
  const { data: me } = useQuery(meQuery);
  const routes = all.find((one) => slugOf(one) === params.table) ?? (all[0] as TableRoutes);
  if (routes.table.ofResponse)
    return <HouseholdsPage routes={routes} tabs={tabs} search={search} setSearch={setSearch} />;
  return (
    <RegisterPage
      key={routes.table.id}
      title={t('title')}
      lead={t('lead')}
      routes={routes}
      tabs={tabs}
      others={others}
      fresh={freshRow(routes, me)}
      sheets={sheets.find(({ table }) => table === routes.table)}
      search={search}
      setSearch={setSearch}
    />
  );
}

/** A new row begins in one's own town, with what most rows have. */
function freshRow({ table }: TableRoutes, me: Me | undefined): Record<string, unknown> {
  const town = me?.roles[0]?.area;
  const usual: Record<string, Record<string, unknown>> = {
    'water.sources': { area: town, kind: 'deep-well', bays: 1, setupSeconds: 240 },
    'water.tankers': { area: town, kind: 'sprinkler', roadClass: 'village' },
    'water.drivers': { area: town },
    'water.shifts': { area: town },
    'water.sites': { desk: town, kind: 'well', state: 'idea', countedLitres: 0 },
    'water.points': {
      desk: town,
      have: 0,
      weight: 1,
      taps: 2,
      litresPerMinute: 80,
      setupSeconds: 300,
    },
  };
  return usual[table.id] ?? {};
}

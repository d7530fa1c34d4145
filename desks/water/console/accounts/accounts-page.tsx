import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { dayAfter } from '../day-time.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { accountsMessages } from '../messages/accounts.ts';
import { accountsPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { accountsQuery } from '../queries.ts';
import type { AccountsSearch } from '../search.ts';
import { useEnded } from '../use-ended.ts';
import { AccountTiles } from './account-tiles.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { ChlorinePanel } from './chlorine-panel.tsx';
import { CostPanel } from './cost-panel.tsx';
import { PersonTable } from './person-table.tsx';
import { PointTable } from './point-table.tsx';
import { SourceAccounts } from './source-accounts.tsx';
import { SupplyPanel } from './supply-panel.tsx';
import { TankerTable } from './tanker-table.tsx';

type Props = PageProps<AccountsSearch>;
const spans = [1, 7, 31] as const;

/** Where the water went, litre by litre, and how long what it takes will last. */
export default function AccountsPage({ search, setSearch }: Props) {
  const t = accountsMessages.use();
  return (
    <WithDeskDay title={t('title')} path={accountsPath} choosing={{ search, setSearch }}>
      {(view) => <AccountsOf view={view} days={search.days ?? 1} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function AccountsOf(props: {
  view: DeskDayView;
  days: (typeof spans)[number];
  setSearch: Props['setSearch'];
}) {
  const { view, days, setSearch } = props;
  const t = accountsMessages.use();
  const format = useFormat();
  const from = dayAfter(view.day, 1 - days);
  const query = useQuery(accountsQuery(view, from));
  const notWriter = usePermitted('water.write');
  const ended = useEnded(view);
  const readOnly = notWriter ?? ended;
  return (
    <Page
      title={t('title')}
      lead={
        days === 1
          ? t('leadDay', { desk: view.desk.name })
          : query.data &&
            t('lead', {
              desk: view.desk.name,
              from: format.date(from),
              to: format.date(view.day),
              days: format.number(query.data.days.length),
            })
      }
      tools={
        <>
          <Segmented
            aria-label={t('span.label')}
            value={days}
            onChange={(value) => setSearch({ days: value === 1 ? undefined : value })}
            options={spans.map((value) => ({ value, label: t(`span.${value}`) }))}
          />
          <DeskDayTools view={view} setSearch={setSearch} />
        </>
      }
    >
      <Loaded query={query}>
        {(accounts) => (
          <>
            <AccountTiles accounts={accounts} />
            <BalancePanel accounts={accounts} />
            <Columns>
              <SourceAccounts ledger={accounts.ledger} />
              <PersonTable ledger={accounts.ledger} />
            </Columns>
            <TankerTable ledger={accounts.ledger} />
            <PointTable ledger={accounts.ledger} />
            <ChlorinePanel chlorine={accounts.chlorine} />
            <CostPanel accounts={accounts} isToday={view.isToday} />
            <SupplyPanel accounts={accounts} of={view} readOnly={readOnly} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

import type { Account } from '@liangbuwu/office/identity/administration.contract.ts';
import type { Me } from '@liangbuwu/office/identity/contract.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { meQuery } from '../queries.ts';
import { AccountDetail } from './account-detail.tsx';
import styles from './accounts.module.css';
import type { AccountsSearch } from './accounts-search.ts';
import { CreateAccountDialog } from './create-account-dialog.tsx';
import { SeenDeputies } from './deputies/seen-deputies.tsx';
import { FirstAccount } from './first-account.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { accountsMessages } from './messages.ts';
import { accountsQuery } from './queries.ts';
import { isFirstDay, standingOf } from './standing.ts';

/** Everybody who may sign in within one's areas, and what they may do where. */
export default function AccountsPage({ search, setSearch }: PageProps<AccountsSearch>) {
  const t = accountsMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  const accounts = useInfiniteQuery({
    ...accountsQuery(search.search),
    placeholderData: keepPreviousData,
  });
  const [creating, setCreating] = useState(false);
  const [linking, setLinking] = useState<{ account: Account; fresh: boolean }>();
  const columns = useColumns(me);
  const rows = accounts.data?.pages.flatMap((page) => page.accounts) ?? [];
  const create = () => setCreating(true);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        <Button type="primary" icon={<PlusIcon />} onClick={create}>
          {t('create.open')}
        </Button>
      }
    >
      {search.search === undefined && isFirstDay(rows, me.account) && (
        <FirstAccount onCreate={create} />
      )}
      <Panel flush>
        <div className={`${styles.filters} no-print`}>
          <Input.Search
            key={search.search ?? ''}
            className={styles.search ?? ''}
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            maxLength={40}
            defaultValue={search.search ?? ''}
            onSearch={(typed) => setSearch({ search: typed.trim() || undefined })}
          />
        </div>
        {accounts.status === 'pending' ? (
          <TableSkeleton />
        ) : accounts.status === 'error' && rows.length === 0 ? (
          <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : (
          <DataTable
            caption={t('title')}
            rows={rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            cardsBelow={760}
            detail={(account) => (
              <AccountDetail
                account={account}
                me={me.account}
                mayReadLedger={me.permissions.includes('ledger.read')}
                onLink={() => setLinking({ account, fresh: false })}
              />
            )}
            empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
            footer={
              accounts.hasNextPage && (
                <Button
                  loading={accounts.isFetchingNextPage}
                  onClick={() => void accounts.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              )
            }
          />
        )}
      </Panel>
      <SeenDeputies me={me.account} />
      {creating && (
        <CreateAccountDialog
          onClose={() => setCreating(false)}
          onCreated={(account) => {
            setCreating(false);
            setLinking({ account, fresh: true });
          }}
        />
      )}
      {linking && <LinkDialog {...linking} onClose={() => setLinking(undefined)} />}
    </Page>
  );
}

function useColumns(me: Me): Column<Account>[] {
  const t = accountsMessages.use();
  const say = useSay();
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <>
          {name} {id === me.account && <Tag className={styles.tag ?? ''}>{t('you')}</Tag>}
        </>
      ),
    },
    {
      id: 'login',
      header: t('login'),
      cell: ({ login }) => <code className={styles.login}>{login}</code>,
    },
    { id: 'home', header: t('home'), cell: ({ area }) => area.name },
    {
      id: 'roles',
      header: t('roles'),
      inCard: 'wide',
      cell: ({ roles }) =>
        roles.length === 0 ? (
          <span className={styles.muted}>{t('noRoles')}</span>
        ) : (
          <ul>
            {roles.map(({ role, name, area }) => (
              <li key={role + area.id}>{t('grant', { role: say(name), area: area.name })}</li>
            ))}
          </ul>
        ),
    },
    {
      id: 'state',
      header: t('state'),
      inCard: 'aside',
      cell: (account) => {
        const standing = standingOf(account);
        const word = t(`states.${standing}`);
        // In a demonstration one steps into accounts: a missing password is nothing to see to.
        if (standing === 'disabled' || (standing === 'waiting' && me.demo))
          return <Tag className={styles.tag ?? ''}>{word}</Tag>;
        return <StatusTag level={standing === 'ready' ? 'ok' : 'warn'}>{word}</StatusTag>;
      },
    },
  ];
}

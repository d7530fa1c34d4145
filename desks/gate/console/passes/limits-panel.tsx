import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mostIssued } from '../../passes/pass-rules.ts';
import { allowMore } from '../../passes/passes.contract.ts';
import { call } from '../call.ts';
import { passMessages } from '../messages/passes.ts';
import { issuersQuery } from '../queries.ts';
import type { GateView } from '../with-gate.tsx';

const more = 20;

/** What each account has issued within the day; the lead allows more, one account at a time. */
export function LimitsPanel({ view }: { view: GateView }) {
  const t = passMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const { response } = view.gate;
  const me = useQuery(meQuery);
  const issuers = useQuery(issuersQuery(response));
  const allow = useMutation({
    mutationFn: (account: string) =>
      call(allowMore, { params: { allowance: newId() }, body: { response, account, more } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['gate', 'issuers'] }),
  });
  return (
    <Panel flush title={t('limits.title')} note={t('limits.note', mostIssued)}>
      {allow.error && <ErrorState inline error={allow.error} />}
      <Loaded query={issuers}>
        {(data) => (
          <DataTable
            caption={t('limits.title')}
            rows={data.issuers}
            rowKey={({ account }) => account}
            rowName={({ name }) => name}
            columns={[
              { id: 'account', header: t('limits.account'), cell: ({ name }) => name },
              {
                id: 'hour',
                header: t('limits.hour'),
                numeric: true,
                cell: ({ hour }) => format.number(hour),
              },
              {
                id: 'day',
                header: t('limits.day'),
                numeric: true,
                cell: ({ day }) => format.number(day),
              },
              {
                id: 'more',
                header: t('limits.more'),
                numeric: true,
                cell: (row) => format.number(row.more),
              },
              {
                id: 'allow',
                header: '',
                cell: ({ account }) => (
                  <ActionButton
                    size="small"
                    disabledReason={account === me.data?.account ? t('limits.own') : undefined}
                    loading={allow.isPending && allow.variables === account}
                    onClick={() => allow.mutate(account)}
                  >
                    {t('limits.allow')}
                  </ActionButton>
                ),
              },
            ]}
            empty={<EmptyState small title={t('limits.none')} />}
          />
        )}
      </Loaded>
    </Panel>
  );
}

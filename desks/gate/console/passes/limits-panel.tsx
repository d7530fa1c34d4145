import { call } from '@liangbuwu/office/http/console/call.ts';
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
import { InputNumber } from 'antd';
import { useState } from 'react';
import { mostIssued } from '../../passes/pass-rules.ts';
import { allowMore } from '../../passes/passes.contract.ts';
import { passMessages } from '../messages/passes.ts';
import { issuersQuery } from '../queries.ts';
import type { GateView } from '../with-gate.tsx';
import styles from './passes.module.css';

const usual = 20;

/** What each account has issued within the day; the lead allows more, one account at a time. */
export function LimitsPanel({ view }: { view: GateView }) {
  const t = passMessages.use();
  const format = useFormat();
  const { response } = view.gate;
  const me = useQuery(meQuery);
  const issuers = useQuery(issuersQuery(response));
  return (
    <Panel flush title={t('limits.title')} note={t('limits.note', mostIssued)}>
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
                  <AllowMore
                    response={response}
                    account={account}
                    denied={account === me.data?.account ? t('limits.own') : undefined}
                  />
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

/** How many more; the allowance has its id from when the form opens, so that sent twice it counts once. */
function AllowMore(props: { response: string; account: string; denied: string | undefined }) {
  const { response, account } = props;
  const t = passMessages.use();
  const queries = useQueryClient();
  const [allowance, setAllowance] = useState<string>();
  const [more, setMore] = useState<number | null>(usual);
  const allow = useMutation({
    mutationFn: (of: { allowance: string; more: number }) =>
      call(allowMore, {
        params: { allowance: of.allowance },
        body: { response, account, more: of.more },
      }),
    onSuccess: () => {
      setAllowance(undefined);
      return queries.invalidateQueries({ queryKey: ['gate', 'issuers'] });
    },
  });
  if (allowance === undefined)
    return (
      <ActionButton
        size="small"
        disabledReason={props.denied}
        onClick={() => {
          allow.reset();
          setAllowance(newId());
        }}
      >
        {t('limits.allow')}
      </ActionButton>
    );
  return (
    <span className={styles.actions}>
      <InputNumber
        size="small"
        aria-label={t('limits.count')}
        min={1}
        max={500}
        precision={0}
        value={more}
        onChange={setMore}
      />
      <ActionButton
        size="small"
        type="primary"
        loading={allow.isPending}
        disabledReason={more === null ? t('form.need', { what: t('limits.count') }) : undefined}
        onClick={() => more !== null && allow.mutate({ allowance, more })}
      >
        {t('limits.confirm')}
      </ActionButton>
      <ActionButton size="small" onClick={() => setAllowance(undefined)}>
        {t('limits.cancel')}
      </ActionButton>
      {allow.error && <ErrorState inline error={allow.error} />}
    </span>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PassView } from '../../passes/pass.ts';
import { renewPasses } from '../../passes/passes.contract.ts';
import { passMessages } from '../messages/passes.ts';
import type { GateView } from '../with-gate.tsx';
import { PassDetail } from './pass-detail.tsx';
import styles from './passes.module.css';
import { isInForce, isVoid, type Printed } from './printed.ts';

const levels = {
  asking: 'warn',
  refused: 'bad',
  issued: 'ok',
  revoked: 'unknown',
  expired: 'unknown',
  void: 'bad',
} as const;
const soon = 3 * 86_400_000;
const renewedFor = 7 * 86_400_000;

export function PassTable(props: {
  passes: readonly PassView[];
  view: GateView;
  onPrinted(printed: Printed): void;
}) {
  const { passes, view } = props;
  const t = passMessages.use();
  const say = useSay();
  const format = useFormat();
  const { now } = view.of;
  const stateOf = (pass: PassView) =>
    isVoid(pass, now)
      ? 'void'
      : pass.state === 'issued' && !isInForce(pass, now)
        ? 'expired'
        : pass.state;
  const holder = ({ holder: { name, lastFour, plate } }: PassView) =>
    plate ?? `${name ?? ''} ${lastFour ?? ''}`;
  const columns: Column<PassView>[] = [
    { id: 'holder', header: t('table.holder'), cell: holder },
    {
      id: 'state',
      header: t('table.state'),
      inCard: 'aside',
      cell: (pass) => (
        <StatusTag level={levels[stateOf(pass)]}>{t(`state.${stateOf(pass)}`)}</StatusTag>
      ),
      sort: (pass) => t(`state.${stateOf(pass)}`),
    },
    { id: 'purpose', header: t('table.purpose'), cell: (pass) => say(purposeWords[pass.purpose]) },
    {
      id: 'until',
      header: t('table.until'),
      cell: (pass) => format.instant(pass.until),
      sort: (pass) => pass.until,
    },
    { id: 'number', header: t('table.number'), cell: (pass) => pass.number ?? '—' },
  ];
  return (
    <Panel
      flush
      title={t('table.title')}
      tools={
        <RenewButton
          view={view}
          due={passes.filter(
            (pass) =>
              (isVoid(pass, now) ||
                (isInForce(pass, now) && Date.parse(pass.until) - Date.parse(now) <= soon)) &&
              !passes.some(({ renews, state }) => renews === pass.id && state === 'issued'),
          )}
        />
      }
    >
      <DataTable
        caption={t('table.title')}
        rows={passes}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={holder}
        detail={(pass) => <PassDetail key={pass.id} pass={pass} onPrinted={props.onPrinted} />}
        empty={
          <EmptyState small title={t('table.none')}>
            {t('table.noneNote')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

/** Those that end soon, all at once; what became of each is said. */
function RenewButton({ view, due }: { view: GateView; due: readonly PassView[] }) {
  const t = passMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const renew = useMutation({
    mutationFn: () =>
      call(renewPasses, {
        body: {
          response: view.gate.response,
          until: new Date(Date.parse(view.of.now) + renewedFor).toISOString(),
          passes: due.slice(0, 100).map(({ id }) => ({ pass: id, renewed: newId() })),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['gate', 'passes'] }),
  });
  const count = (of: string) =>
    format.number(renew.data?.results.filter(({ state }) => state === of).length ?? 0);
  return (
    <div className={styles.actions}>
      {renew.data && (
        <output className={styles.quiet}>
          {t('renewed', {
            issued: count('issued'),
            asking: count('asking'),
            refused: count('refused'),
            limit: count('limit'),
          })}
        </output>
      )}
      {renew.error && <ErrorState inline error={renew.error} />}
      <ActionButton
        loading={renew.isPending}
        disabledReason={due.length === 0 ? t('table.renewNone') : undefined}
        onClick={() => renew.mutate()}
      >
        {t('table.renew', { count: format.number(due.length) })}
      </ActionButton>
    </div>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { GivenReason, revokeWords } from '../../gate.ts';
import type { PassView } from '../../passes/pass.ts';
import { printPass, revokePass } from '../../passes/passes.contract.ts';
import { passMessages } from '../messages/passes.ts';
import { usePermitted } from '../permitted.ts';
import { PassDecision } from './decision-view.tsx';
import styles from './passes.module.css';
import type { Printed } from './printed.ts';

/** One pass: why it was decided so, and what can be done with it. */
export function PassDetail({
  pass,
  onPrinted,
}: {
  pass: PassView;
  onPrinted(printed: Printed): void;
}) {
  const t = passMessages.use();
  const say = useSay();
  const format = useFormat();
  const queries = useQueryClient();
  const notRevoker = usePermitted('gate.revoke');
  const [reason, setReason] = useState<GivenReason>();
  const [revoking, setRevoking] = useState(false);
  const print = useMutation({
    mutationFn: () => call(printPass, { params: { pass: pass.id } }),
    onSuccess: onPrinted,
  });
  const revoke = useMutation({
    mutationFn: (why: GivenReason) =>
      call(revokePass, { params: { pass: pass.id }, body: { reason: why } }),
    onSuccess: () => {
      setRevoking(false);
      return queries.invalidateQueries({ queryKey: ['gate', 'passes'] });
    },
  });
  const notIssued = pass.state === 'issued' ? undefined : t('act.notIssued');
  return (
    <div className={styles.detail}>
      <PassDecision pass={pass} />
      {pass.revokedAt && (
        <p>
          {t('state.revoked')} · {format.instant(pass.revokedAt)} ·{' '}
          {pass.revokeReason && say(revokeWords[pass.revokeReason])}
        </p>
      )}
      <div className={styles.actions}>
        <ActionButton
          loading={print.isPending}
          disabledReason={notIssued ?? (pass.keyStolen ? t('act.void') : undefined)}
          onClick={() => print.mutate()}
        >
          {t('act.print')}
        </ActionButton>
        {revoking ? (
          <>
            <Select
              className={styles.reason ?? ''}
              aria-label={t('act.reason')}
              placeholder={t('act.reason')}
              value={reason ?? null}
              options={GivenReason.options.map((value) => ({
                value,
                label: say(revokeWords[value]),
              }))}
              onChange={setReason}
            />
            <ActionButton
              danger
              loading={revoke.isPending}
              disabledReason={
                reason === undefined ? t('form.need', { what: t('act.reason') }) : undefined
              }
              onClick={() => reason && revoke.mutate(reason)}
            >
              {t('act.revokeNow')}
            </ActionButton>
          </>
        ) : (
          <ActionButton disabledReason={notIssued ?? notRevoker} onClick={() => setRevoking(true)}>
            {t('act.revoke')}
          </ActionButton>
        )}
      </div>
      {print.error && <ErrorState inline error={print.error} />}
      {revoke.error && <ErrorState inline error={revoke.error} />}
    </div>
  );
}

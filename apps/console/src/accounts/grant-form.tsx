import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Account, grantRole } from '@liangbuwu/office/identity/administration.contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import styles from './accounts.module.css';
import { AreaPicker } from './area-picker.tsx';
import { accountsMessages } from './messages.ts';
import { accountKeys } from './queries.ts';
import { RolePicker } from './role-picker.tsx';

/** Grants a role in an area and all below it. */
export function GrantForm({ account, isSelf }: { account: Account; isSelf: boolean }) {
  const t = accountsMessages.use();
  const id = useId();
  const queries = useQueryClient();
  const [role, setRole] = useState<string>();
  const [area, setArea] = useState<string | undefined>(account.area.id);
  const grant = useMutation({
    mutationFn: (body: { role: string; area: string }) =>
      call(grantRole, { params: { account: account.id }, body }),
    onSuccess: async () => {
      setRole(undefined);
      await queries.invalidateQueries({ queryKey: accountKeys.all });
    },
  });
  const reason = isSelf
    ? t('detail.self')
    : role === undefined || area === undefined
      ? t('detail.chooseBoth')
      : undefined;
  return (
    <>
      <div className={styles.grant}>
        <div className={styles.field}>
          <label htmlFor={`${id}-role`}>{t('detail.addRole')}</label>
          <RolePicker
            id={`${id}-role`}
            {...(role && { value: role })}
            onChange={setRole}
            disabled={isSelf}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-area`}>{t('detail.addArea')}</label>
          <AreaPicker
            id={`${id}-area`}
            {...(area && { value: area })}
            onChange={setArea}
            known={[account.area]}
            disabled={isSelf}
          />
        </div>
        <ActionButton
          loading={grant.isPending}
          disabledReason={reason}
          onClick={() => role && area && grant.mutate({ role, area })}
        >
          {t('detail.grant')}
        </ActionButton>
      </div>
      {grant.error && <ErrorState inline error={grant.error} />}
    </>
  );
}

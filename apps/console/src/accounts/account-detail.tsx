import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  type Account,
  revokeRole,
  setDisabled,
} from '@liangbuwu/office/identity/administration.contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './accounts.module.css';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { AccountDeputies } from './deputies/account-deputies.tsx';
import { sightQuery } from './deputies/queries.ts';
import { GrantForm } from './grant-form.tsx';
import { accountsMessages } from './messages.ts';
import { accountKeys } from './queries.ts';
import { sightMessages } from './sight/messages.ts';
import { SightView } from './sight/sight-view.tsx';
import { whyNotManageable } from './standing.ts';

type HeldRole = Account['roles'][number];

/** What can be done to an account: its roles, its password link, whether it may sign in. */
export function AccountDetail(props: {
  account: Account;
  me: string;
  mayReadLedger: boolean;
  onLink: () => void;
}) {
  const { account, me } = props;
  const t = accountsMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const [turning, setTurning] = useState(false);
  const beyond = whyNotManageable(account, me);
  const refused = beyond && t(`detail.${beyond}`);
  const turn = account.disabled ? 'enable' : 'disable';
  const { name } = account;
  const sightWords = sightMessages.use();
  const sight = useQuery(sightQuery(account.id));
  return (
    <div className={styles.detail}>
      <section className={styles.part}>
        <h2 className={styles.heading}>{t('detail.roles')}</h2>
        {account.roles.length === 0 && <p className={styles.muted}>{t('noRoles')}</p>}
        <ul className={styles.roles}>
          {account.roles.map((held) => (
            <RoleHeld
              key={held.role + held.area.id}
              held={held}
              account={account}
              isSelf={account.id === me}
            />
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h2 className={styles.heading}>{t('detail.add')}</h2>
        <GrantForm account={account} isSelf={account.id === me} />
      </section>
      <section className={styles.wide}>
        <h2 className={styles.heading}>{sightWords('title')}</h2>
        <SightView query={sight} />
      </section>
      <AccountDeputies account={account} me={me} refused={refused} />
      <div className={styles.deeds}>
        <ActionButton
          disabledReason={refused ?? (account.disabled ? t('detail.linkDisabled') : undefined)}
          onClick={props.onLink}
        >
          {t('detail.link')}
        </ActionButton>
        <ActionButton
          danger={!account.disabled}
          disabledReason={refused}
          onClick={() => setTurning(true)}
        >
          {t(`detail.${turn}`)}
        </ActionButton>
        {props.mayReadLedger && (
          <AppLink href={`/ledger?subject=${encodeURIComponent(`account:${account.id}`)}`}>
            {t('history')}
          </AppLink>
        )}
        {account.passwordSet !== null && (
          <span className={styles.muted}>
            {t('passwordSet', { time: format.instant(account.passwordSet) })}
          </span>
        )}
      </div>
      {turning && (
        <ConfirmDialog
          title={t(`detail.${turn}Title`, { name })}
          note={t(`detail.${turn}Note`)}
          action={t(`detail.${turn}`)}
          danger={!account.disabled}
          onClose={() => setTurning(false)}
          run={async () => {
            await call(setDisabled, {
              params: { account: account.id },
              body: { disabled: !account.disabled },
            });
            await queries.invalidateQueries({ queryKey: accountKeys.all });
          }}
        />
      )}
    </div>
  );
}

function RoleHeld(props: { held: HeldRole; account: Account; isSelf: boolean }) {
  const { held, account } = props;
  const t = accountsMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const words = { role: say(held.name), area: held.area.name };
  const why = props.isSelf ? t('detail.self') : t('detail.notRevocable');
  return (
    <li className={styles.role}>
      <span>{t('grant', words)}</span>
      <ActionButton
        size="small"
        aria-label={t('detail.revokeName', words)}
        disabledReason={held.revocable ? undefined : why}
        onClick={() => setAsking(true)}
      >
        {t('detail.revoke')}
      </ActionButton>
      {asking && (
        <ConfirmDialog
          title={t('detail.revokeTitle', { name: account.name })}
          note={t('detail.revokeNote', words)}
          action={t('detail.revoke')}
          danger
          onClose={() => setAsking(false)}
          run={async () => {
            await call(revokeRole, {
              params: { account: account.id },
              body: { role: held.role, area: held.area.id },
            });
            await queries.invalidateQueries({ queryKey: accountKeys.all });
          }}
        />
      )}
    </li>
  );
}

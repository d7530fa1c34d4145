import type { Account } from '@liangbuwu/office/identity/administration.contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from '../accounts.module.css';
import { DeputyshipList } from './deputyship-list.tsx';
import { deputyMessages } from './messages.ts';
import { NameDeputyDialog } from './name-deputy-dialog.tsx';
import { deputyshipsQuery } from './queries.ts';

/** Who stands in for an account and for whom it does, with the way to name a deputy for it. */
export function AccountDeputies(props: {
  account: Account;
  me: string;
  /** Why the one who is signed in may not. */
  refused: string | undefined;
}) {
  const { account, me } = props;
  const t = deputyMessages.use();
  const [naming, setNaming] = useState(false);
  const { data } = useQuery(deputyshipsQuery);
  const of = (data?.deputyships ?? []).filter((one) =>
    [one.account.id, one.deputy.id].includes(account.id),
  );
  return (
    <section className={styles.wide}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <DeputyshipList deputyships={of} me={me} />
      <div>
        <ActionButton
          disabledReason={props.refused ?? (account.roles.length === 0 ? t('noRoles') : undefined)}
          onClick={() => setNaming(true)}
        >
          {t('open')}
        </ActionButton>
      </div>
      {naming && data && (
        <NameDeputyDialog account={account} now={data.now} onClose={() => setNaming(false)} />
      )}
    </section>
  );
}

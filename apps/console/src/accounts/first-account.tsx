import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Button } from 'antd';
import styles from './accounts.module.css';
import { accountsMessages } from './messages.ts';

/** What the first administrator of an installation does first. */
export function FirstAccount({ onCreate }: { onCreate: () => void }) {
  const t = accountsMessages.use();
  return (
    <Panel>
      <EmptyState
        title={t('first.title')}
        action={
          <Button type="primary" onClick={onCreate}>
            {t('create.open')}
          </Button>
        }
      >
        <p>{t('first.note')}</p>
        <ol className={styles.steps}>
          <li>
            {t('first.areas')} <AppLink href="/areas">{t('first.toAreas')}</AppLink>
          </li>
          <li>{t('first.account')}</li>
          <li>{t('first.link')}</li>
        </ol>
      </EmptyState>
    </Panel>
  );
}

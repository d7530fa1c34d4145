import type { Entry } from '@liangbuwu/office/ledger/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { consoleMessages } from '../messages.ts';
import styles from './ledger.module.css';

export function EntryDetail({ entry }: { entry: Entry }) {
  const t = consoleMessages.use();
  const format = useFormat();
  const fields: [string, string][] = [
    [t('ledgerPage.recorded'), format.instant(entry.recorded)],
    [t('ledgerPage.subject'), entry.subject],
    [t('ledgerPage.hash'), entry.hash],
  ];
  const content = Object.entries(entry.detail);
  return (
    <dl className={styles.detail}>
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code className={styles.code}>{value}</code>
          </dd>
        </div>
      ))}
      {content.length > 0 && (
        <div>
          <dt>{t('ledgerPage.content')}</dt>
          <dd>
            {content.map(([name, value]) => (
              <code key={name} className={styles.code}>
                {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
              </code>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

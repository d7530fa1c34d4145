import { useSyncExternalStore } from 'react';
import { OfflineIcon } from '../icons.ts';
import { uiMessages } from '../messages.ts';
import styles from './shell.module.css';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

export const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

export function OfflineBanner() {
  const t = uiMessages.use();
  const online = useOnline();
  return (
    <output className={styles.status}>
      {!online && (
        <span className={styles.offline}>
          <OfflineIcon />
          <strong>{t('offline.title')}</strong>
          <span>{t('offline.note')}</span>
        </span>
      )}
    </output>
  );
}

import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { responsesMessages } from './messages.ts';
import { certificatePath } from './paths.ts';
import styles from './responses.module.css';
import type { Standing } from './standing.ts';
import { Steps } from './steps.tsx';
import { useZoned } from './use-zoned.ts';

/** What is left to say of a closed response: when, by whom, and its certificate. */
export function ClosedPart({ of }: { of: Standing }) {
  const t = responsesMessages.use();
  const { response, closing } = of;
  const format = useZoned(response.zone);
  return (
    <div className={styles.closing}>
      <Steps state="closed" />
      <p>
        {closing?.confirmed
          ? t('closedBy', {
              name: closing.confirmed.by.name,
              time: format.instant(closing.confirmed.at),
              proposer: closing.proposed.by.name,
            })
          : t('closedPlain', { time: format.instant(response.ended) })}
      </p>
      {closing?.certificate ? (
        <>
          <p className={styles.muted}>
            {t('certified')} <code className={styles.code}>{closing.certificate}</code>
          </p>
          <p>
            <AppLink href={certificatePath(response.id)}>{t('certificate')}</AppLink>
          </p>
        </>
      ) : (
        <p className={styles.muted}>{t('notCertified')}</p>
      )}
    </div>
  );
}

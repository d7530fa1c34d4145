import type { Closing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { closingReasons } from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { responsesMessages } from './messages.ts';
import { Objections } from './objections.tsx';
import { closingQuery } from './queries.ts';
import styles from './responses.module.css';
import { type Standing, shareOf } from './standing.ts';
import { Steps } from './steps.tsx';
import { useZoned } from './use-zoned.ts';

/** A closing on its way: how far it is, what is said against it. */
export function ClosingPart({ of, closing }: { of: Standing; closing: Closing }) {
  const t = responsesMessages.use();
  const say = useSay();
  const { response, state } = of;
  const format = useZoned(response.zone);
  const detail = useQuery({ ...closingQuery(response.id), enabled: of.mayObject });
  const { proposed, effective } = closing;
  const seconds = (Date.parse(effective) - Date.parse(response.now)) / 1000;
  const left = format.duration(Math.max(0, seconds));
  return (
    <div className={styles.closing}>
      <Steps state={state} />
      <p>
        {t('proposedBy', {
          name: proposed.by.name,
          time: format.instant(proposed.at),
          reason: say(closingReasons[closing.reason]),
        })}
      </p>
      <div className={styles.countdown}>
        {seconds > 0 && <strong className={styles.left}>{t('left', { duration: left })}</strong>}
        <progress
          className={styles.bar}
          value={shareOf(closing, response.now)}
          aria-label={t('until', { time: format.instant(effective) })}
        />
        <p className={styles.muted}>
          {state === 'due' ? t('dueNote') : t('until', { time: format.instant(effective) })}
        </p>
        {seconds > 0 && response.clock === 'set' && (
          <p className={styles.muted}>{t('demoClock')}</p>
        )}
        {state === 'objected' && (
          <p className={styles.stands}>{t('objectedNote', { count: closing.openObjections })}</p>
        )}
      </div>
      {of.mayObject && (
        <Loaded query={detail} waiting={<TableSkeleton />}>
          {({ objections }) => <Objections of={of} objections={objections} />}
        </Loaded>
      )}
    </div>
  );
}

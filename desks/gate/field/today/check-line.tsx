import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { Check } from '../../checks/check.ts';
import { ownOf } from '../gate/feeds.ts';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { bodyOf } from './inside.ts';
import styles from './line.module.css';

/** A check in a line: who, while the phone still has it, else which pass; which way; and what the server found beside. */
export function CheckLine({ entry }: { entry: KeptEntry }) {
  const t = gateFieldMessages.use();
  const format = useFormat();
  const { at, letThrough, direction, reason } = bodyOf(entry);
  const { who, number, kind } = ownOf(entry);
  const check = (entry.answer as { check?: Check } | null)?.check;
  const named = [kind && t(`kind.${kind}`), who ?? number].filter(Boolean).join(' ');
  return (
    <span className={styles.line}>
      <span className={styles.time}>{format.findMoment(at)?.time}</span>
      <span className={styles.what}>
        <b>{t(letThrough ? `said-${direction}` : 'said-denied')}</b>
        <span>
          {[named, reason && t(`reasons.${reason}`)].filter(Boolean).join(' · ') || t('someone')}
        </span>
        {check?.flags.map((flag) => (
          <span key={flag} className={styles.flag}>
            ! {t(`flags.${flag}`)}
          </span>
        ))}
        {check?.elsewhere?.map(({ gate, at: then, least, basis }) => (
          <span key={`${gate} ${then}`}>
            {t('elsewhere', {
              gate,
              time: format.findMoment(then)?.time ?? '',
              minutes: Math.ceil(least / 60),
              basis: t(`basis.${basis}`),
            })}
          </span>
        ))}
      </span>
    </span>
  );
}

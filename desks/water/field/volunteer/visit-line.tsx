import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { VisitBody } from '../../doors/visit.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import styles from '../water-field.module.css';
import { useLabel } from './use-walks.ts';

/** A visit of this phone in the list of all that was recorded. */
export function VisitLine({ entry }: { entry: KeptEntry }) {
  const t = volunteerMessages.use();
  const format = useFormat();
  const label = useLabel();
  const body = entry.body as VisitBody;
  const litres = 'litres' in body ? body.litres : undefined;
  return (
    <span className={styles.said}>
      <span className={styles.time}>{format.findMoment(body.at)?.time}</span>
      <span className={styles.what}>
        <b>{t(`said.${body.kind}`)}</b>
        <span>{label(body.household) ?? t('a-door')}</span>
      </span>
      {litres !== undefined && <span className={styles.litres}>{format.litres(litres)}</span>}
    </span>
  );
}

import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { keeperMessages } from '../messages/keeper.ts';
import { EntryLine, usePlaceName } from '../record/entry-line.tsx';
import styles from '../water-field.module.css';
import { type NeedAnswer, type NeedBody, needKind } from './need.ts';

/** An entry of a keeper in the list of all that was recorded. */
export function KeeperLine({ entry }: { entry: KeptEntry }) {
  return entry.kind === needKind ? <NeedLine entry={entry} /> : <EntryLine entry={entry} />;
}

/** Until it is sent, where; afterwards only its number, by which it can be asked after. */
function NeedLine({ entry }: { entry: KeptEntry }) {
  const t = keeperMessages.use();
  const format = useFormat();
  const name = usePlaceName(entry.card);
  // Of what names somebody nothing is left here once it is sent.
  const body = entry.body as (Omit<NeedBody, 'contact'> & Partial<NeedBody>) | null;
  const answer = entry.answer as NeedAnswer | null;
  const parts = [
    name(body?.point ?? answer?.request.point),
    body?.contact?.address,
    answer && t('need.number', { number: answer.request.number }),
    answer?.code && t('need.code', { code: answer.code }),
  ].filter((part) => typeof part === 'string' && part !== '');
  const litres = body?.litres ?? answer?.request.litres ?? null;
  return (
    <span className={styles.said}>
      <span className={styles.time}>{format.findMoment(entry.made)?.time}</span>
      <span className={styles.what}>
        <b>{t('need.open')}</b>
        <span>{parts.join(' · ')}</span>
      </span>
      {litres !== null && <span className={styles.litres}>{format.litres(litres)}</span>}
    </span>
  );
}

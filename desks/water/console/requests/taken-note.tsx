import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { takeRequest } from '../../requests/requests.contract.ts';
import { requestMessages } from '../messages/requests.ts';
import styles from './requests.module.css';
import { useRequestWords } from './use-request-words.ts';

/** What the officer says into the telephone: the number, by when, and the four figures where there are some. */
export function TakenNote(props: { taken: OutputOf<typeof takeRequest>; today: string }) {
  const { request, code } = props.taken;
  const t = requestMessages.use();
  const words = useRequestWords(props.today);
  return (
    <p className={styles.taken} aria-live="polite">
      <strong>{t('intake.saved', { number: words.number(request.number) })}</strong>
      {code !== null && <strong>{t('intake.code', { code })}</strong>}
      <span>{t('intake.answerBy', { at: words.at(request.answerBy) })}</span>
    </p>
  );
}

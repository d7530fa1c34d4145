import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tag } from '@liangbuwu/ui/phone/card.tsx';
import type { ReactNode } from 'react';
import type { BrokenWhy, DelayWhy, WayWhy } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';
import type { Said } from '../said.ts';
import styles from '../water-field.module.css';

type Shown = Pick<
  Said,
  'kind' | 'at' | 'litres' | 'minutes' | 'homes' | 'people' | 'why' | 'state' | 'onBehalfOf'
> &
  Partial<Pick<Said, 'corrected'>>;

/** One thing that was said: when, what, where, how much. */
export function SaidLine(props: {
  said: Shown;
  place: string;
  state?: boolean;
  children?: ReactNode;
}) {
  const t = recordingMessages.use();
  const format = useFormat();
  const { said } = props;
  const parts = [
    props.place,
    said.homes !== null && t('homes', { homes: said.homes, people: said.people ?? 0 }),
    said.minutes !== null && t('minutes', { minutes: said.minutes }),
    said.why !== null && t(`why.${said.why as DelayWhy | WayWhy | BrokenWhy}`),
    said.onBehalfOf,
  ].filter((part) => typeof part === 'string' && part !== '');
  return (
    <span className={styles.said}>
      <span className={styles.time}>{format.findMoment(said.at)?.time}</span>
      <span className={styles.what}>
        <b>{t(`kinds.${said.kind}`)}</b>
        <span>{parts.join(' · ')}</span>
        {said.corrected && <Tag tone="unknown">{t('is-corrected')}</Tag>}
        {props.children}
        {props.state !== false && said.state !== 'sent' && <Tag tone="warn">{t('not-sent')}</Tag>}
      </span>
      {said.litres !== null && <span className={styles.litres}>{format.litres(said.litres)}</span>}
    </span>
  );
}

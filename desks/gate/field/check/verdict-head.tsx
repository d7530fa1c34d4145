import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useEffect, useRef } from 'react';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { type Judged, whoOf } from '../scan/judged.ts';
import { Sign, type Tone } from '../scan/sign.tsx';
import type { Look } from '../today/inside.ts';
import type { Direction } from './check-body.ts';

/** A pass that is good may still be something to look at. */
export const toneOf = ({ verdict }: Judged, look: Look | undefined): Tone =>
  verdict === 'green' && look ? 'amber' : verdict;

/** The verdict, to be read in the rain at arm's length: colour, shape and words, why, whose it has to be, what to do. */
export function VerdictHead(props: {
  id: string;
  judged: Judged;
  look: Look | undefined;
  direction: Direction;
  areas: readonly string[];
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const format = useFormat();
  const { judged, look, direction } = props;
  const tone = toneOf(judged, look);
  const { pass } = judged;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <header className={styles.head} data-tone={tone}>
      <div className={styles.word}>
        <Sign tone={tone} />
        <h2 id={props.id} ref={head} tabIndex={-1}>
          {t(direction === 'out' ? `verdict-out.${tone}` : `verdict.${tone}`)}
        </h2>
      </div>
      {pass && (
        <div className={styles.whose}>
          <b>{whoOf(pass)}</b>
          <span>
            {t(`kind.${pass.kind}`)}
            {judged.until !== undefined &&
              ` · ${t('until', { until: format.instant(judged.until * 1000).slice(5) })}`}
          </span>
        </div>
      )}
      <p className={styles.cause}>{say(judged.cause)}</p>
      {look && (
        <p className={styles.cause}>
          {t(`look.${look.is}`, { time: format.findMoment(look.at)?.time ?? '' })}
        </p>
      )}
      {judged.code === 'other-area' && props.areas.length > 0 && (
        <p className={styles.cause}>{t('opens', { areas: props.areas.join('、') })}</p>
      )}
      <p className={styles.remedy}>
        {tone === 'green'
          ? t(pass?.kind === 'person' ? 'compare' : 'compare-plate')
          : say(judged.remedy)}
      </p>
    </header>
  );
}

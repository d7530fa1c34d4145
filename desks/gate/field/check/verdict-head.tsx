import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useEffect, useRef } from 'react';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { isOfThePhone, type Judged } from '../scan/judged.ts';
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
  purpose: string | undefined;
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
          {isOfThePhone(judged)
            ? t('cannot-tell')
            : t(direction === 'out' ? `verdict-out.${tone}` : `verdict.${tone}`)}
        </h2>
      </div>
      {pass && (
        <div className={styles.whose}>
          {pass.kind === 'person' ? (
            <p>
              <b>{pass.name}</b>
              {pass.lastFour && (
                <>
                  <span>{t('four')}</span> <b>{pass.lastFour}</b>
                </>
              )}
            </p>
          ) : (
            <b>{pass.plate}</b>
          )}
          <span>
            {[
              t(`kind.${pass.kind}`),
              props.purpose,
              judged.until !== undefined &&
                t('until', { until: format.instant(judged.until * 1000).slice(5) }),
            ]
              .filter(Boolean)
              .join(' · ')}
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
        {judged.verdict !== 'green' || !pass
          ? say(judged.remedy)
          : look
            ? t(`look-do.${look.is}`)
            : t(pass.kind === 'person' ? 'compare' : 'compare-plate')}
      </p>
    </header>
  );
}

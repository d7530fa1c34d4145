import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useEffect, useRef } from 'react';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { type JudgedByRule, reasonOf } from '../rule/judged-by-rule.ts';
import { isOfThePhone, type Judged } from '../scan/judged.ts';
import { Sign } from '../scan/sign.tsx';
import type { Look } from '../today/inside.ts';
import type { Direction } from './check-body.ts';
import { toneOf } from './tone.ts';

/** The verdict, to be read in the rain at arm's length: colour, shape and words, why, whose it has to be, what to do. */
export function VerdictHead(props: {
  id: string;
  judged: Judged;
  look: Look | undefined;
  byRule: JudgedByRule | undefined;
  direction: Direction;
  areas: readonly string[];
  purpose: string | undefined;
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const format = useFormat();
  const { judged, look, byRule, direction } = props;
  const tone = toneOf(judged, look, byRule);
  const { pass } = judged;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const isRed = judged.verdict === 'red';
  const reason = isRed ? undefined : byRule && reasonOf(byRule);
  const by = isRed || byRule?.judged?.verdict === 'green' ? undefined : byRule?.judged?.by;
  // What is to be looked at of the pass comes before what the rule asks.
  const isOpen = judged.verdict === 'green' && !look && byRule && byRule.missing.length > 0;
  const remedy = () => {
    if (isRed) return say(judged.remedy);
    if (by?.todo) return say(by.todo);
    if (reason) return t(`next.${reason}`);
    if (look) return t(`look-do.${look.is}`);
    if (isOpen) {
      const what = byRule.missing.map(({ name, say: words }) => (words ? say(words) : name));
      return t('check-what', { what: what.join(t('and')) });
    }
    return judged.verdict === 'green' && pass
      ? t(pass.kind === 'person' ? 'compare' : 'compare-plate')
      : say(judged.remedy);
  };
  const word = () => {
    if (isOfThePhone(judged)) return t('cannot-tell');
    if (isOpen) return t('check-first');
    return t(direction === 'out' && !reason ? `verdict-out.${tone}` : `verdict.${tone}`);
  };
  return (
    <header className={styles.head} data-tone={tone}>
      <div className={styles.word}>
        <Sign tone={tone} />
        <h2 id={props.id} ref={head} tabIndex={-1}>
          {word()}
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
      <p className={styles.cause}>{by?.why ? say(by.why) : say(judged.cause)}</p>
      {look && (
        <p className={styles.cause}>
          {t(`look.${look.is}`, { time: format.findMoment(look.at)?.time ?? '' })}
        </p>
      )}
      {judged.code === 'other-area' && props.areas.length > 0 && (
        <p className={styles.cause}>{t('opens', { areas: props.areas.join('、') })}</p>
      )}
      <p className={styles.remedy}>{remedy()}</p>
    </header>
  );
}

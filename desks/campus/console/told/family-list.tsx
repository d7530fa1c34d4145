import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { ReactNode } from 'react';
import { stateWords } from '../../answers/answer.ts';
import type { SchoolClass } from '../../campus.ts';
import { type ToldAnswer, type ToldLine, toldHowWords, type Urgency } from '../../told/told.ts';
import { toldMessages } from '../messages/told.ts';
import type { ClassChoice } from '../with-class.tsx';
import type { Family } from './families.ts';
import { TellPart } from './tell-part.tsx';
import styles from './told.module.css';

const levels: Record<Urgency, Level> = {
  comes: 'bad',
  may: 'warn',
  other: 'unknown',
  never: 'unknown',
};

export type OfClass = ClassChoice & { class: SchoolClass };

/** Family by family: what it knows, what the answer is, and how it is told. */
export function FamilyList(props: { families: readonly Family[]; of: OfClass; empty?: ReactNode }) {
  if (props.families.length === 0) return props.empty;
  return (
    <ul className={styles.families}>
      {props.families.map((family) => (
        <li key={family.key}>
          {family.lines.map((line) => (
            <ChildPart key={line.id} line={line} />
          ))}
          <TellPart family={family} of={props.of} />
        </li>
      ))}
    </ul>
  );
}

function ChildPart({ line }: { line: ToldLine }) {
  const { name, urgency, day, last, now, since } = line;
  const t = toldMessages.use();
  const say = useSay();
  const format = useFormat();
  const words = (answer: ToldAnswer) => {
    const { state, outcome, why, ask, arrival, arrivalKnown } = answer;
    const when = arrivalKnown && state !== 'free' ? format.instant(arrival) : '';
    const reason = why ? say(why) : ask.map(say).join(t('comma'));
    const what = [say(outcome ?? stateWords[state]), when].filter(Boolean).join(' ');
    return reason ? t('because', { what, reason }) : what;
  };
  return (
    <>
      <div className={styles.who}>
        <strong>{name}</strong>
        <StatusTag level={levels[urgency]}>
          {urgency === 'other' || urgency === 'never' || day === null
            ? t(`tag.${urgency}`)
            : t(`tagOn.${urgency}`, { day: format.date(day) })}
        </StatusTag>
        {!line.linked && <span className={styles.quiet}>{t('notLinked')}</span>}
      </div>
      <dl className={styles.answers}>
        {last && (
          <>
            <dt>{t('knows')}</dt>
            <dd>
              {words(last)}{' '}
              <span className={styles.quiet}>
                {[say(toldHowWords[last.how]), last.by, format.instant(last.at)]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </dd>
          </>
        )}
        <dt>{t('is')}</dt>
        <dd>
          {words(now)}{' '}
          {since && (
            <span className={styles.quiet}>{t('since', { at: format.instant(since) })}</span>
          )}
        </dd>
      </dl>
    </>
  );
}

import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Card, Tag } from '@liangbuwu/ui/phone/card.tsx';
import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { CheckLine } from './check-line.tsx';
import { bodyOf, countInside, type Passage } from './inside.ts';

const shown = 20;

/** What this phone checked today, with what is sent and what is not, and who is inside by it. */
export function TodayCard(props: {
  checks: readonly KeptEntry[];
  passages: ReadonlyMap<string, Passage>;
  now: number;
  /** When the server last told who is inside, by the clock of the response. */
  told: string | undefined;
}) {
  const t = gateFieldMessages.use();
  const format = useFormat();
  const today = format.findMoment(props.now)?.day;
  const checks = props.checks
    .filter((check) => format.findMoment(bodyOf(check).at)?.day === today)
    .reverse();
  const count = (of: (body: ReturnType<typeof bodyOf>) => boolean) =>
    checks.filter((check) => of(bodyOf(check))).length;
  const unsent = checks.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  const counts = {
    in: count(({ letThrough, direction }) => letThrough && direction === 'in'),
    out: count(({ letThrough, direction }) => letThrough && direction === 'out'),
    denied: count(({ letThrough }) => !letThrough),
  };
  return (
    <Card>
      <h2>{t('today')}</h2>
      <dl className={styles.counts}>
        {(['in', 'out', 'denied'] as const).map((one) => (
          <div key={one}>
            <dt>{t(`counts.${one}`)}</dt>
            <dd>{counts[one]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('inside-now')}</dt>
          <dd>{countInside(props.passages)}</dd>
        </div>
      </dl>
      <p className={styles.muted}>
        {props.told
          ? t('inside-note', { time: format.findMoment(props.told)?.time ?? '' })
          : t('inside-own')}
      </p>
      {checks.length === 0 ? (
        <p>{t('today-none')}</p>
      ) : (
        <>
          <p>
            {unsent > 0 ? (
              <Tag tone="warn">{t('not-sent', { count: unsent })}</Tag>
            ) : (
              <Tag tone="ok">{t('all-sent')}</Tag>
            )}
          </p>
          <ul className={styles.lines}>
            {checks.slice(0, shown).map((check) => (
              <li key={check.id}>
                <CheckLine entry={check} />
                <State state={check.state} />
              </li>
            ))}
          </ul>
          {checks.length > shown && <p>{t('more-checks', { count: checks.length - shown })}</p>}
        </>
      )}
    </Card>
  );
}

function State({ state }: Pick<KeptEntry, 'state'>) {
  const t = gateFieldMessages.use();
  if (state === 'sent') return <Tag tone="ok">{t('sent')}</Tag>;
  if (state === 'refused') return <Tag tone="bad">{t('returned')}</Tag>;
  return <Tag tone="warn">{t('unsent')}</Tag>;
}

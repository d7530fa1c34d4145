import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import {
  type MorningLine,
  type MorningState,
  morningWords,
  needsSomebody,
  whereWords,
} from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';
import styles from './morning.module.css';
import { WhereButtons } from './where-buttons.tsx';

export const levelOf: Record<MorningState, Level> = {
  refused: 'bad',
  waits: 'warn',
  awaited: 'unknown',
  arrived: 'ok',
  gone: 'ok',
  stays: 'unknown',
};

/** Who was not let in, the ones whom nobody looks after yet first: why, and where they are. */
export function CareList(props: {
  lines: readonly MorningLine[];
  response: string;
  today: boolean;
}) {
  const say = useSay();
  const lines = [...props.lines].sort(
    (a, b) => needsSomebody.indexOf(a.now) - needsSomebody.indexOf(b.now),
  );
  return (
    <ul className={styles.care}>
      {lines.map((line) => (
        <li key={line.id}>
          <div className={styles.who}>
            <strong>
              {line.name} · {line.class}
            </strong>
            <StatusTag level={levelOf[line.now]}>{say(morningWords[line.now])}</StatusTag>
          </div>
          <WhatHappened line={line} />
          <WhereButtons line={line} response={props.response} today={props.today} />
        </li>
      ))}
    </ul>
  );
}

/** What the gate saw and told, what the rule says, and who said where they are. */
export function WhatHappened({ line }: { line: MorningLine }) {
  const t = morningMessages.use();
  const say = useSay();
  const format = useFormat();
  const { seen, where, outcome, why, state } = line;
  const answered = state === 'not-now' && outcome;
  return (
    <div className={styles.quiet}>
      {seen && (
        <p>
          {seen.refused
            ? t('care.refused', {
                at: format.instant(seen.at),
                gate: seen.gate,
                reason: say(seen.refused),
              })
            : t('care.letIn', { at: format.instant(seen.at), gate: seen.gate })}
          {seen.next && ` ${t('care.told', { next: say(seen.next) })}`}
        </p>
      )}
      {answered && <p>{t('care.answer', { outcome: say(answered), why: why ? say(why) : '—' })}</p>}
      {where && (
        <p>
          {t('care.said', {
            where: say(whereWords[where.where]),
            at: format.instant(where.at),
            by: where.by,
          })}
        </p>
      )}
    </div>
  );
}

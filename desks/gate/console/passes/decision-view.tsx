import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Decision, PassView } from '../../passes/pass.ts';
import { passMessages } from '../messages/passes.ts';
import styles from './passes.module.css';

/** What the rule says of an application, why, and where one who disagrees turns to. */
export function DecisionView(props: { decision: Decision; level: Level; words: string }) {
  const { decision } = props;
  const t = passMessages.use();
  const say = useSay();
  return (
    <div className={styles.decision}>
      <output>
        <StatusTag level={props.level}>{props.words}</StatusTag>
      </output>
      <ul className={styles.because}>
        {decision.because.map((one) => (
          <li key={one['zh-CN']}>{say(one)}</li>
        ))}
      </ul>
      {decision.todo && <p>{t('decision.todo', { todo: say(decision.todo) })}</p>}
      {decision.again && <p>{t('decision.again', { again: say(decision.again) })}</p>}
      <p className={styles.quiet}>
        {decision.rule &&
          t('decision.rule', { rule: say(decision.rule), number: decision.number ?? 0 })}
        {decision.document && ` · ${say(decision.document)}`}
        {decision.invented && ` · ${t('decision.invented')}`}
        {decision.appeal && ` · ${t('decision.appeal', { appeal: say(decision.appeal) })}`}
      </p>
    </div>
  );
}

/** The same of a pass. */
export function PassDecision({ pass }: { pass: PassView }) {
  const t = passMessages.use();
  const say = useSay();
  const format = useFormat();
  const { decision, state } = pass;
  const words =
    state === 'asking'
      ? t('decision.asking', { count: format.number(decision.ask.length) })
      : state === 'refused'
        ? t('decision.refused', { outcome: decision.outcome ? say(decision.outcome) : '—' })
        : t('decision.issued');
  const level = state === 'asking' ? 'warn' : state === 'refused' ? 'bad' : 'ok';
  return <DecisionView decision={decision} level={level} words={words} />;
}

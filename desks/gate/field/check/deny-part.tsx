import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import { schoolCares } from '../../at-gate/school-cares.ts';
import type { CarriedRule } from '../../bundle/carried-rule.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { type JudgedByRule, reasonOf } from '../rule/judged-by-rule.ts';
import { RuleSource } from '../rule/rule-part.tsx';
import type { Reason } from './check-body.ts';

const reasons: readonly Reason[] = [
  'pass',
  'no-pass',
  'document',
  'temperature',
  'mask',
  'disinfection',
  'seal',
  'rule',
  'other',
];

/** A new pass would not help here. */
const toldBy = ['not-yet-valid', 'other-area', 'suspended'] as const;
const isToldBy = (code: string): code is (typeof toldBy)[number] =>
  (toldBy as readonly string[]).includes(code);

/** Why somebody is not let through, and in large words what they do next and when it is looked at again: never just no. */
export function DenyPart(props: {
  gate: { kind: string };
  /** What the phone found. */
  code: string;
  reason: Reason | undefined;
  /** The rules that ask for a pass. */
  passRules: readonly CarriedRule[];
  byRule: JudgedByRule | undefined;
  recording: boolean;
  onReason: (reason: Reason) => void;
  onRecord: (reason: Reason) => void;
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { gate, code, reason, passRules, byRule } = props;
  const stopped = byRule && reasonOf(byRule) === reason ? byRule : undefined;
  const by = stopped?.judged?.by;
  const sources = stopped ? [stopped.rule] : reason === 'rule' ? passRules : [];
  return (
    <div className={styles.noted}>
      {reason && (
        <output className={styles.tell}>
          <p>{t('tell')}</p>
          <b>
            {by?.todo
              ? say(by.todo)
              : schoolCares(reason, gate)
                ? t('next-school')
                : reason === 'pass' && isToldBy(code)
                  ? t(`tell-by.${code}`)
                  : t(`next.${reason}`)}
          </b>
          {by?.again && (
            <p>
              {t('rule-again')} {say(by.again)}
            </p>
          )}
          {sources.map((rule) => (
            <RuleSource key={rule.version} rule={rule} />
          ))}
        </output>
      )}
      <Chips
        legend={t('deny-title')}
        options={reasons.map((value) => ({ value, name: t(`reasons.${value}`) }))}
        chosen={reason}
        onChoose={props.onReason}
      />
      <div className={styles.bar}>
        <Button
          wide
          look="main"
          disabled={!reason || props.recording}
          {...(reason ? { onClick: () => props.onRecord(reason) } : {})}
        >
          {t(reason ? 'deny-record' : 'deny-choose')}
        </Button>
      </div>
    </div>
  );
}

import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import type { RuleInForce } from './appeals.ts';
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

/** Why somebody is not let through, and in large words what they do next: never just no. */
export function DenyPart(props: {
  /** What the phone found. */
  code: string;
  reason: Reason | undefined;
  rules: readonly RuleInForce[];
  recording: boolean;
  onReason: (reason: Reason) => void;
  onRecord: (reason: Reason) => void;
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { code, reason, rules } = props;
  return (
    <div className={styles.noted}>
      {reason && (
        <output className={styles.tell}>
          <p>{t('tell')}</p>
          <b>{reason === 'pass' && isToldBy(code) ? t(`tell-by.${code}`) : t(`next.${reason}`)}</b>
          {reason === 'rule' &&
            rules.map(({ name, appeal }) => (
              <p key={name.en}>
                {say(name)}
                {appeal && <br />}
                {appeal && t('appeal', { appeal: say(appeal) })}
              </p>
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

import type { Clause } from '@liangbuwu/eligibility/answer.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { CarriedRule } from '../../bundle/carried-rule.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { isAsked, type JudgedByRule } from './judged-by-rule.ts';

/** By which rule it is judged; where it stops or doubts, what it says, by what, and when it is looked at again; what is done next stands in the head. */
export function RulePart({ of }: { of: JudgedByRule }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { rule, judged } = of;
  const by = judged?.by;
  const speaks = judged !== undefined && judged.outcome !== null && judged.verdict !== 'green';
  return (
    <section className={styles.rule} data-tone={speaks ? judged.verdict : undefined}>
      {!judged && <p>{t('rule-unread')}</p>}
      {speaks && (
        <>
          <h3>{judged.say ? say(judged.say) : judged.outcome}</h3>
          <ul>
            {by?.clauses
              .filter(({ asks }) => isAsked(asks))
              .map((clause) => (
                <li key={clause.asks}>
                  <ClauseLine clause={clause} of={of} />
                </li>
              ))}
          </ul>
          {by?.again && (
            <p>
              <b>{t('rule-again')}</b> {say(by.again)}
            </p>
          )}
        </>
      )}
      <RuleSource rule={rule} />
    </section>
  );
}

/** What was noted of a fact, and what the rule holds it against. */
function ClauseLine({ clause, of }: { clause: Clause; of: JudgedByRule }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { asks, is, wants } = clause;
  const words = of.facts.find(({ name }) => name === asks)?.say;
  const [noted, held] = [is && say(is), say(wants)];
  const what = words ? say(words) : asks;
  if (!noted || noted === held) return t('clause', { what, noted: noted ?? held });
  return t('clause-held', { what, noted, held });
}

/** Who issued a rule, where it is written, and where one who disagrees can turn to. */
export function RuleSource({ rule }: { rule: CarriedRule }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { name, number, issuer, document, appeal, invented } = rule;
  const source = [
    t('rule-source', { name: say(name), number }),
    issuer && say(issuer),
    document && say(document),
    invented && t('invented'),
  ];
  return (
    <p className={styles.source}>
      {source.filter(Boolean).join(' · ')}
      {appeal && <br />}
      {appeal && t('appeal', { appeal: say(appeal) })}
    </p>
  );
}

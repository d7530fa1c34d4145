import { FactFields } from '@liangbuwu/office/rulebook/console/fact-fields.tsx';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { useState } from 'react';
import type { FactValues } from '../../gate.ts';
import { passMessages } from '../messages/passes.ts';
import styles from './passes.module.css';

/** A place to fill in for each fact that the rule asks for; those that were asked for once stay. */
export function AskedFacts(props: {
  facts: readonly RuleFact[];
  given: FactValues;
  onChange(facts: FactValues): void;
}) {
  const { facts } = props;
  const t = passMessages.use();
  const [asked, setAsked] = useState<readonly RuleFact[]>([]);
  const known = new Set(asked.map(({ name }) => name));
  const added = facts.filter(({ name }) => !known.has(name));
  if (added.length > 0) setAsked([...asked, ...added]);
  if (asked.length === 0) return null;
  return (
    <fieldset className={styles.facts}>
      <legend>{t('form.missing')}</legend>
      <FactFields facts={asked} given={props.given} onChange={props.onChange} />
    </fieldset>
  );
}

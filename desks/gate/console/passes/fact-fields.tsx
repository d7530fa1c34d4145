import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import type { FactValues } from '../../gate.ts';
import { passMessages } from '../messages/passes.ts';
import styles from './passes.module.css';

/** A place to fill in for each fact that the rule asks for; those that were asked for once stay. */
export function FactFields(props: {
  facts: readonly RuleFact[];
  given: FactValues;
  onChange(facts: FactValues): void;
  legend?: string;
}) {
  const { facts, given, onChange, legend } = props;
  const t = passMessages.use();
  const say = useSay();
  const id = useId();
  const [asked, setAsked] = useState<readonly RuleFact[]>([]);
  const known = new Set(asked.map(({ name }) => name));
  const added = facts.filter(({ name }) => !known.has(name));
  if (added.length > 0) setAsked([...asked, ...added]);
  if (asked.length === 0) return null;
  const put = (name: string, value: FactValues[string] | undefined) => {
    const { [name]: _, ...rest } = given;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <fieldset className={styles.facts}>
      <legend>{legend ?? t('form.missing')}</legend>
      {asked.map((fact) => (
        <Form.Item required key={fact.name} label={say(fact.say)} htmlFor={`${id}-${fact.name}`}>
          <FactInput
            id={`${id}-${fact.name}`}
            fact={fact}
            value={given[fact.name]}
            onChange={(value) => put(fact.name, value)}
          />
        </Form.Item>
      ))}
    </fieldset>
  );
}

function FactInput(props: {
  id: string;
  fact: RuleFact;
  value: FactValues[string] | undefined;
  onChange(value: FactValues[string] | undefined): void;
}) {
  const { id, fact, value, onChange } = props;
  const t = passMessages.use();
  const say = useSay();
  if (fact.type === 'boolean') {
    return (
      <Select
        id={id}
        value={value === undefined ? null : String(value)}
        options={[
          { value: 'true', label: t('form.yes') },
          { value: 'false', label: t('form.no') },
        ]}
        onChange={(chosen: string) => onChange(chosen === 'true')}
      />
    );
  }
  if (fact.values.length > 0) {
    return (
      <Select
        id={id}
        value={value === undefined ? null : String(value)}
        options={fact.values.map((one) => ({ value: String(one.value), label: say(one.say) }))}
        onChange={(chosen: string) =>
          onChange(fact.values.find((one) => String(one.value) === chosen)?.value)
        }
      />
    );
  }
  if (fact.type === 'number' || fact.type === 'integer') {
    return (
      <InputNumber
        id={id}
        className={styles.whole ?? ''}
        value={typeof value === 'number' ? value : null}
        {...(fact.unit && { suffix: say(fact.unit) })}
        {...(fact.type === 'integer' && { precision: 0 })}
        onChange={(typed) => onChange(typed ?? undefined)}
      />
    );
  }
  if (fact.type === 'date and time') {
    return (
      <Input
        id={id}
        type="datetime-local"
        value={typeof value === 'string' ? value.slice(0, 16) : ''}
        onChange={({ target }) => onChange(target.value ? `${target.value}:00` : undefined)}
      />
    );
  }
  return (
    <Input
      id={id}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

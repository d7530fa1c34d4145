import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { FactValues, RuleFact } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

type TableFact = NonNullable<DecisionTable['facts']>[number];

/** What a table asks of a person, one field a fact; empty is not known. */
export function FactFields(props: {
  facts: readonly (TableFact | RuleFact)[];
  given: FactValues;
  onChange: (given: FactValues) => void;
}) {
  const say = useSay();
  const id = useId();
  const change = (name: string, value: FactValues[string] | undefined) => {
    const { [name]: _, ...others } = props.given;
    props.onChange(value === undefined ? others : { ...others, [name]: value });
  };
  return (
    <div className={styles.factFields}>
      {props.facts.map((fact, i) => (
        <div key={fact.name} className={styles.factField}>
          <label htmlFor={`${id}-${i}`}>{say(fact.say) || fact.name}</label>
          <FactField
            id={`${id}-${i}`}
            fact={fact}
            value={props.given[fact.name]}
            onChange={(value) => change(fact.name, value)}
          />
        </div>
      ))}
    </div>
  );
}

function FactField(props: {
  id: string;
  fact: TableFact | RuleFact;
  value: FactValues[string] | undefined;
  onChange: (value: FactValues[string] | undefined) => void;
}) {
  const { id, fact, value, onChange } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const { type, values = [], unit } = fact;
  if (type === 'boolean' || values.length > 0) {
    const options =
      type === 'boolean'
        ? [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]
        : values.map((one) => ({ value: String(one.value), label: say(one.say) }));
    return (
      <Select
        id={id}
        allowClear
        placeholder={t('unknown')}
        popupMatchSelectWidth={false}
        {...(value !== undefined && { value: String(value) })}
        options={options}
        onChange={(chosen: string | undefined) =>
          onChange(
            chosen === undefined
              ? undefined
              : type === 'boolean'
                ? chosen === 'true'
                : values.find((one) => String(one.value) === chosen)?.value,
          )
        }
      />
    );
  }
  if (type === 'number' || type === 'integer')
    return (
      <InputNumber
        id={id}
        style={{ width: '100%' }}
        placeholder={t('unknown')}
        value={typeof value === 'number' ? value : null}
        {...(type === 'integer' && { precision: 0 })}
        {...(unit && { suffix: say(unit).trim() })}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      />
    );
  return (
    <Input
      id={id}
      placeholder={t('unknown')}
      maxLength={200}
      {...(type === 'date' && { type: 'date' })}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    />
  );
}

import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { FactValues, RuleFact } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { rulebookMessages } from './messages.ts';
import { fromField, toField } from './moment.ts';
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
  const nothing = values.find((one) => one.value === null);
  if (type === 'boolean' || type === 'string' || type === undefined) {
    const chosen =
      type === 'boolean'
        ? [
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
            ...(nothing ? [{ value: null, label: say(nothing.say) }] : []),
          ]
        : values.map((one) => ({ value: one.value, label: say(one.say) }));
    if (chosen.length > 0)
      return (
        <Select
          id={id}
          allowClear
          placeholder={t('unknown')}
          popupMatchSelectWidth={false}
          {...(value !== undefined && { value: String(value) })}
          options={chosen.map((one) => ({ ...one, value: String(one.value) }))}
          onChange={(given: string | undefined) =>
            onChange(chosen.find((one) => String(one.value) === given)?.value)
          }
        />
      );
    return (
      <Input
        id={id}
        placeholder={t('unknown')}
        maxLength={200}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    );
  }
  return (
    <span className={styles.orNothing}>
      {type === 'number' || type === 'integer' ? (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          placeholder={t('unknown')}
          value={typeof value === 'number' ? value : null}
          {...(type === 'integer' && { precision: 0 })}
          {...(unit && { suffix: say(unit).trim() })}
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
        />
      ) : (
        <Input
          id={id}
          type={type === 'date and time' ? 'datetime-local' : type === 'date' ? 'date' : 'text'}
          value={shown(value, type)}
          onChange={({ target }) => onChange(typedValue(target.value, type))}
        />
      )}
      {nothing && (
        <Checkbox
          checked={value === null}
          onChange={({ target }) => onChange(target.checked ? null : undefined)}
        >
          {say(nothing.say)}
        </Checkbox>
      )}
    </span>
  );
}

const shown = (value: FactValues[string] | undefined, type: string | undefined): string =>
  typeof value !== 'string' ? '' : type === 'date and time' ? toField(value) : value;

function typedValue(text: string, type: string | undefined): string | undefined {
  if (text === '') return undefined;
  return type === 'date and time' ? fromField(text.slice(0, 16)) : text;
}

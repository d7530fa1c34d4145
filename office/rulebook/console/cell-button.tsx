import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button, Checkbox, Input, InputNumber, Popover, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import {
  type CellWords,
  type Comparison,
  durationOf,
  hoursOf,
  type PlainCell,
  readPlain,
  sayCell,
  sayValue,
  writePlain,
} from '../cell.ts';
import type { VersionFault } from '../check-version.ts';
import { rulebookMessages } from './messages.ts';
import { fromField, toField } from './moment.ts';
import styles from './rulebook.module.css';

/** A cell of the grid in words; pressed, a form with drop-downs. What is wrong with it stands below it. */
export function CellButton(props: {
  name: string;
  text: string;
  faults: readonly VersionFault[];
  muted?: boolean;
  editor?: (() => ReactNode) | undefined;
}) {
  const { editor, faults } = props;
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(false);
  const bad = faults.length > 0;
  const said = (
    <span className={styles.cellText} data-muted={props.muted || undefined}>
      {props.text}
    </span>
  );
  return (
    <div className={styles.cell} data-bad={bad || undefined}>
      {editor ? (
        <Popover
          trigger={['click']}
          placement="bottomLeft"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<div className={styles.cellForm}>{editor()}</div>}
        >
          <button
            type="button"
            className={styles.cellButton}
            aria-label={props.name}
            aria-haspopup="dialog"
            aria-expanded={open}
            {...(bad && { 'aria-describedby': id, 'aria-invalid': true })}
          >
            {said}
          </button>
        </Popover>
      ) : (
        said
      )}
      {bad && (
        <ul id={id} className={styles.cellFaults}>
          {faults.map((fault) => (
            <li key={fault.code + fault.cause.en}>
              {say(fault.cause)} {say(fault.remedy)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const ofText: Comparison[] = ['any', 'is', 'not'];
const ofNumber: Comparison[] = ['any', '<=', '<', '>=', '>', 'between', 'is', 'not'];

const fieldTypes: Partial<Record<string, string>> = {
  date: 'date',
  time: 'time',
  'date and time': 'datetime-local',
};

/** Comparison and value by drop-downs, or S-FEEL for those who know it. */
export function CellForm(props: {
  cell: string;
  words: CellWords;
  onChange: (text: string) => void;
}) {
  const { words } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  const plain = readPlain(props.cell);
  const [expert, setExpert] = useState(plain === undefined);
  const listed = words.type === 'boolean' || (words.type === 'string' && words.values.length > 0);
  const isNumber = words.type === 'number' || words.type === 'integer';
  const isMoment = words.type === 'date and time';
  const isHours = words.type === 'days and time duration';
  const hows = listed || words.type === 'string' || !words.type ? ofText : ofNumber;
  const change = (cell: PlainCell) => props.onChange(writePlain(cell, words.type));
  // A comparison is chosen before its values: until they are there, the cell stays as it was.
  const [chosen, setChosen] = useState<Comparison>(plain?.how ?? 'any');
  const [typed, setTyped] = useState<readonly (string | number | boolean | undefined)[]>(
    plain?.values ?? [],
  );
  const tell = (how: Comparison, given: typeof typed) => {
    const needs = how === 'any' ? 0 : how === 'between' ? 2 : 1;
    const values = given.slice(0, how === 'is' || how === 'not' ? undefined : needs);
    if (values.length >= needs && values.every((one) => one !== undefined))
      change({ how, values: values as PlainCell['values'] });
  };
  const choose = (next: Comparison) => {
    setChosen(next);
    tell(next, typed);
  };
  if (expert)
    return (
      <>
        <label htmlFor={`${id}-text`}>{t('grid.expert')}</label>
        <Input
          id={`${id}-text`}
          className={styles.code ?? ''}
          value={props.cell}
          maxLength={1000}
          onChange={({ target }) => props.onChange(target.value)}
        />
        <p className={styles.muted}>{t('grid.expertNote')}</p>
        {plain && (
          <Button type="link" size="small" onClick={() => setExpert(false)}>
            {t('grid.plain')}
          </Button>
        )}
      </>
    );
  const value = (at: number) => typed[at];
  const set = (at: number, given: string | number | undefined) => {
    const next = [...typed];
    next[at] = given;
    setTyped(next);
    tell(chosen, next);
  };
  const field = (at: number, label: string) => (
    <div key={at} className={styles.factField}>
      <label htmlFor={`${id}-${at}`}>{label}</label>
      {isHours ? (
        <InputNumber
          id={`${id}-${at}`}
          style={{ width: '100%' }}
          min={0}
          precision={0}
          suffix={t('grid.hours')}
          value={hoursOf(String(value(at) ?? '')) ?? null}
          onChange={(hours) => set(at, typeof hours === 'number' ? durationOf(hours) : undefined)}
        />
      ) : isNumber && (chosen === 'is' || chosen === 'not') ? (
        <Select
          id={`${id}-${at}`}
          mode="tags"
          tokenSeparators={[',', '，', '、', ' ']}
          value={typed.map(String)}
          options={words.values.flatMap((one) =>
            typeof one.value === 'number'
              ? [{ value: String(one.value), label: say(one.say) }]
              : [],
          )}
          onChange={(given: string[]) => {
            const numbers = given.map(Number).filter((one) => Number.isFinite(one));
            setTyped(numbers);
            tell(chosen, numbers);
          }}
        />
      ) : isNumber ? (
        <InputNumber
          id={`${id}-${at}`}
          style={{ width: '100%' }}
          value={typeof value(at) === 'number' ? (value(at) as number) : null}
          {...(words.unit && { suffix: say(words.unit).trim() })}
          onChange={(typed) => set(at, typeof typed === 'number' ? typed : undefined)}
        />
      ) : (
        <Input
          id={`${id}-${at}`}
          type={fieldTypes[words.type ?? ''] ?? 'text'}
          value={isMoment ? toField(String(value(at) ?? '')) : String(value(at) ?? '')}
          onChange={({ target }) =>
            set(
              at,
              isMoment && target.value
                ? fromField(target.value.slice(0, 16))
                : target.value || undefined,
            )
          }
        />
      )}
    </div>
  );
  return (
    <>
      <div className={styles.factField}>
        <label htmlFor={`${id}-how`}>{t('grid.compare')}</label>
        <Select
          id={`${id}-how`}
          value={chosen}
          onChange={choose}
          options={hows.map((one) => ({ value: one, label: t(`grid.hows.${one}`) }))}
        />
      </div>
      {chosen !== 'any' &&
        (listed ? (
          <fieldset className={styles.choices}>
            <legend>{t('grid.values')}</legend>
            <Choices words={words} plain={plain} how={chosen} onChange={change} />
          </fieldset>
        ) : chosen === 'between' ? (
          [field(0, t('grid.fromTo')), field(1, t('grid.to'))]
        ) : (
          field(0, t('grid.value'))
        ))}
      <Button type="link" size="small" onClick={() => setExpert(true)}>
        {t('grid.expert')}
      </Button>
    </>
  );
}

function Choices(props: {
  words: CellWords;
  plain: PlainCell | undefined;
  how: Comparison;
  onChange: (cell: PlainCell) => void;
}) {
  const { words, plain, how } = props;
  const say = useSay();
  const values: (string | number | boolean)[] =
    words.type === 'boolean'
      ? [true, false]
      : words.values.flatMap(({ value }) => (value === null ? [] : [value]));
  const held = plain && plain.how !== 'any' ? plain.values : [];
  return (
    <>
      {values.map((value) => (
        <Checkbox
          key={String(value)}
          checked={held.includes(value)}
          onChange={({ target }) => {
            const next = values.filter((one) =>
              one === value ? target.checked : held.includes(one),
            );
            props.onChange(next.length === 0 ? { how: 'any', values: [] } : { how, values: next });
          }}
        >
          {say(sayValue(value, words))}
        </Checkbox>
      ))}
    </>
  );
}

/** The words of a cell for a person, and whether it asks nothing. */
export function useCellWords(): (text: string, words: CellWords) => { text: string; any: boolean } {
  const say = useSay();
  return (text, words) => ({
    text: say(sayCell(text, words)),
    any: readPlain(text)?.how === 'any',
  });
}

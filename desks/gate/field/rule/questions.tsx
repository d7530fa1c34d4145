import type { Fact } from '@liangbuwu/eligibility/table.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import { NumberField } from '@liangbuwu/ui/phone/number-field.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { type Noted, typeOf } from './answers.ts';

const pickers = { date: 'date', time: 'time', 'date and time': 'datetime-local' } as const;

/** What the rule of the moment asks of the guard, in big fields, and nothing else. */
export function Questions(props: {
  asks: readonly Fact[];
  noted: Noted;
  unclear: ReadonlySet<string>;
  onChange: (noted: Noted) => void;
}) {
  const { asks, noted, onChange } = props;
  if (asks.length === 0) return null;
  return (
    <div className={styles.noted}>
      {asks.map((fact) => (
        <div key={fact.name} className={styles.question}>
          <Question
            fact={fact}
            said={noted.said[fact.name]}
            isUnclear={props.unclear.has(fact.name)}
            onSay={(value) => onChange({ ...noted, said: { ...noted.said, [fact.name]: value } })}
          />
          {fact.name === 'disinfected' && noted.said.disinfected === true && (
            <Record noted={noted} onChange={onChange} />
          )}
          {fact.name === 'sealed' && (
            <Seals noted={noted} isUnclear={props.unclear.has('seals')} onChange={onChange} />
          )}
        </div>
      ))}
    </div>
  );
}

function Question(props: {
  fact: Fact;
  said: Noted['said'][string] | undefined;
  isUnclear: boolean;
  onSay: (value: string | boolean | number | null) => void;
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { fact, said, onSay } = props;
  const type = typeOf(fact);
  const name = fact.say ? say(fact.say) : fact.name;
  const words = fact.values ?? [];
  const yesOrNo = [true, false].flatMap((value) =>
    words.some((one) => one.value === value) ? [] : [{ value, name: t(value ? 'yes' : 'no') }],
  );
  const options = [
    ...words.map((one) => ({ value: one.value, name: say(one.say) })),
    ...(type === 'boolean' ? yesOrNo : []),
  ];
  const choices = (legend: string) => (
    <Chips
      legend={legend}
      options={options.map(({ value, name: called }) => ({
        value: JSON.stringify(value),
        name: called,
      }))}
      chosen={said === undefined ? undefined : JSON.stringify(said)}
      onChoose={(value) => onSay(JSON.parse(value) as string | boolean | number | null)}
    />
  );
  if (type === 'boolean' || (type === 'string' && options.length > 0)) return choices(name);
  return (
    <>
      <Typed {...props} name={name} />
      {options.length > 0 && choices(t('or'))}
    </>
  );
}

/** An answer that is typed, or picked from the browser's own calendar. */
function Typed(props: Parameters<typeof Question>[0] & { name: string }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const { fact, said, name, onSay } = props;
  const type = typeOf(fact);
  const text = typeof said === 'string' ? said : '';
  const isTemperature = fact.name === 'temperature';
  const unclear = props.isUnclear
    ? t(isTemperature ? 'temperature-unclear' : 'number-unclear')
    : undefined;
  switch (type) {
    case 'number':
    case 'integer':
    case 'days and time duration':
    case 'years and months duration':
      return (
        <NumberField
          decimal={type === 'number'}
          label={name}
          unit={
            type === 'days and time duration'
              ? t('hours')
              : type === 'years and months duration'
                ? t('months')
                : fact.unit
                  ? say(fact.unit).trim()
                  : ''
          }
          value={text}
          onChange={onSay}
          fault={unclear}
        />
      );
    case 'date':
    case 'time':
    case 'date and time':
      return (
        <TextField picks={pickers[type]} label={name} value={text} longest={40} onChange={onSay} />
      );
    default:
      return <TextField label={name} value={text} longest={100} onChange={onSay} />;
  }
}

/** What the record of a disinfection says. */
function Record({ noted, onChange }: { noted: Noted; onChange: (noted: Noted) => void }) {
  const t = gateFieldMessages.use();
  const { vehicle } = noted;
  const change = (of: Partial<Noted['vehicle']>) =>
    onChange({ ...noted, vehicle: { ...vehicle, ...of } });
  return (
    <>
      <div>
        <p className={styles.muted}>{t('disinfected-time')}</p>
        <TimeRow value={vehicle.at} onChange={(at) => change({ at })} />
      </div>
      <TextField
        label={t('disinfected-by')}
        hint={t('disinfected-by-hint')}
        value={vehicle.by}
        longest={40}
        onChange={(by) => change({ by })}
      />
    </>
  );
}

function Seals(props: { noted: Noted; isUnclear: boolean; onChange: (noted: Noted) => void }) {
  const t = gateFieldMessages.use();
  const { noted, onChange } = props;
  return (
    <TextField
      label={t('seals')}
      hint={t('seals-hint')}
      value={noted.vehicle.seals}
      longest={330}
      onChange={(seals) => onChange({ ...noted, vehicle: { ...noted.vehicle, seals } })}
      fault={props.isUnclear ? t('seals-unclear') : undefined}
    />
  );
}

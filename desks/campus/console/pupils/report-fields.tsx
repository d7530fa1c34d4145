import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { fieldOf } from '@liangbuwu/ui/forms/moment.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { pupilMessages } from '../messages/pupils.ts';
import { FormField } from '../schools/form-dialog.tsx';
import type { Draft } from './draft.ts';
import styles from './pupils.module.css';

const ofThoseAtHome = {
  householdCode: 'theirCode',
  householdCard: 'theirCard',
  householdReported: 'theirTest',
} as const;

/** A field for each fact that the rule asks of a family. */
export function ReportFields(props: {
  asked: readonly RuleFact[];
  draft: Draft;
  latest: string;
  onChange(patch: Draft): void;
}) {
  const { asked, draft, onChange } = props;
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const id = useId();
  const max = fieldOf(props.latest, format);
  const own = asked.filter(({ name }) => !(name in ofThoseAtHome));
  const theirs = asked.filter(({ name }) => name in ofThoseAtHome);
  const wrap = (name: string, label: string, field: ReactNode) => (
    <FormField key={name} field={name} id={`${id}-${name}`} label={label}>
      {field}
    </FormField>
  );
  const time = (name: string) => (
    <Input
      id={`${id}-${name}`}
      type="datetime-local"
      className={styles.moment ?? ''}
      max={max}
      disabled={name === 'reported' && draft.none === true}
      value={String(draft[name] ?? '')}
      onChange={({ target }) => onChange({ [name]: target.value || undefined })}
    />
  );
  const choose = ({ name, type, values }: RuleFact) => (
    <Select<string>
      id={`${id}-${name}`}
      allowClear
      value={draft[name] === undefined ? null : String(draft[name])}
      options={
        type === 'boolean'
          ? [
              { value: 'true', label: t('report.yes') },
              { value: 'false', label: t('report.no') },
            ]
          : values.flatMap(({ value, say: words }) =>
              typeof value === 'string' ? [{ value, label: say(words) }] : [],
            )
      }
      onChange={(value?: string) =>
        onChange({ [name]: type === 'boolean' && value ? value === 'true' : value })
      }
    />
  );
  const field = (fact: RuleFact) =>
    fact.name === 'reported' ? (
      <div className={styles.deeds}>
        {time(fact.name)}
        <Checkbox
          checked={draft.none === true}
          onChange={({ target }) => onChange({ none: target.checked || undefined })}
        >
          {t('report.none')}
        </Checkbox>
      </div>
    ) : fact.type === 'date and time' ? (
      time(fact.name)
    ) : (
      choose(fact)
    );
  return (
    <>
      {own.map((fact) => wrap(fact.name, say(fact.say), field(fact)))}
      {draft.atHome === true &&
        wrap(
          'atHomeUntil',
          t('report.until'),
          <Input
            id={`${id}-atHomeUntil`}
            type="date"
            className={styles.moment ?? ''}
            value={String(draft.atHomeUntil ?? '')}
            onChange={({ target }) => onChange({ atHomeUntil: target.value || undefined })}
          />,
        )}
      {theirs.length > 0 &&
        wrap(
          'people',
          t('report.people'),
          <InputNumber
            id={`${id}-people`}
            min={0}
            max={30}
            precision={0}
            value={(draft.people as number | undefined) ?? null}
            onChange={(people) => onChange({ people: people ?? undefined })}
          />,
        )}
      {typeof draft.people === 'number' &&
        draft.people > 0 &&
        theirs.map((fact) =>
          wrap(
            fact.name,
            t(`report.${ofThoseAtHome[fact.name as keyof typeof ofThoseAtHome]}`),
            field(fact),
          ),
        )}
    </>
  );
}

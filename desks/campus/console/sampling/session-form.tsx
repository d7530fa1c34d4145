import { CloseIcon, PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { samplingMessages } from '../messages/sampling.ts';
import { classesQuery } from '../queries.ts';
import { type Draft, type DraftGroup, newGroup, type Wrong } from './draft.ts';
import styles from './sampling.module.css';

type Label = 'samplers' | 'perTube' | 'swab' | 'tube' | 'mostWait' | 'late';

/** The figures by their names in the body. */
const figures: readonly [field: keyof Draft & (Label | 'mostWaitMinutes'), name: Label][] = [
  ['samplers', 'samplers'],
  ['perTube', 'perTube'],
  ['swab', 'swab'],
  ['tube', 'tube'],
  ['mostWaitMinutes', 'mostWait'],
  ['late', 'late'],
];

/** People that one sampler is reckoned with, in guidance. */
const aSampler = 360;

export function SessionForm(props: {
  school: string;
  draft: Draft;
  wrong: Wrong;
  onChange: (draft: Draft) => void;
}) {
  const { draft, wrong } = props;
  const t = samplingMessages.use();
  const format = useFormat();
  const id = useId();
  const change = (patch: Partial<Draft>) => props.onChange({ ...draft, ...patch });
  const people = draft.groups.reduce((sum, group) => sum + (group.people ?? 0), 0);
  const item = (field: string, label: string, child: ReactNode, hint?: string) => (
    <Form.Item
      label={label}
      htmlFor={`${id}-${field}`}
      extra={hint}
      {...(wrong.has(field) && { validateStatus: 'error' as const })}
    >
      {child}
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
      <div className={styles.fields}>
        {item(
          'day',
          t('form.day'),
          <Input
            id={`${id}-day`}
            type="date"
            value={draft.day}
            onChange={({ target }) => change({ day: target.value })}
          />,
        )}
        {item(
          'start',
          t('form.start'),
          <Input
            id={`${id}-start`}
            type="time"
            value={draft.start}
            onChange={({ target }) => change({ start: target.value })}
          />,
        )}
        {item(
          'place',
          t('form.place'),
          <Input
            id={`${id}-place`}
            maxLength={60}
            autoComplete="off"
            value={draft.place}
            onChange={({ target }) => change({ place: target.value })}
          />,
        )}
        {figures.map(([field, name]) => (
          <Form.Item
            key={field}
            label={t(`form.${name}`)}
            htmlFor={`${id}-${field}`}
            extra={
              field === 'samplers' && people > 0
                ? t('form.samplersHint', {
                    people: format.number(people),
                    need: format.number(Math.ceil(people / aSampler)),
                  })
                : undefined
            }
            {...(wrong.has(name) && { validateStatus: 'error' as const })}
          >
            <InputNumber
              id={`${id}-${field}`}
              className={styles.figure ?? ''}
              min={0}
              precision={0}
              value={draft[field]}
              onChange={(value) => change({ [field]: value })}
            />
          </Form.Item>
        ))}
      </div>
      <GroupRows school={props.school} draft={draft} wrong={wrong} onChange={change} />
    </Form>
  );
}

function GroupRows(props: {
  school: string;
  draft: Draft;
  wrong: Wrong;
  onChange: (patch: Pick<Draft, 'groups'>) => void;
}) {
  const { groups } = props.draft;
  const t = samplingMessages.use();
  const set = (key: string, patch: Partial<DraftGroup>) =>
    props.onChange({
      groups: groups.map((group) => (group.key === key ? { ...group, ...patch } : group)),
    });
  const classes = useQuery(classesQuery(props.school));
  const options = [
    ...(classes.data?.classes ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: props.school, label: t('form.staff') },
  ];
  const status = (i: number, field: string) =>
    props.wrong.has(`groups.${i}.${field}`) ? { status: 'error' as const } : {};
  return (
    <fieldset className={styles.groups}>
      <legend>{t('form.groups')}</legend>
      <div className={styles.group} aria-hidden="true">
        <span>{t('form.groupName')}</span>
        <span>{t('form.groupPeople')}</span>
        <span>{t('form.groupWalk')}</span>
      </div>
      {groups.map((group, i) => (
        <div key={group.key} className={styles.group}>
          <Input
            aria-label={`${t('form.groupName')} ${i + 1}`}
            maxLength={40}
            autoComplete="off"
            value={group.name}
            {...status(i, 'name')}
            onChange={({ target }) => set(group.key, { name: target.value })}
          />
          <InputNumber
            aria-label={`${t('form.groupPeople')} ${i + 1}`}
            min={1}
            precision={0}
            value={group.people}
            {...status(i, 'people')}
            onChange={(people) => set(group.key, { people })}
          />
          <InputNumber
            aria-label={`${t('form.groupWalk')} ${i + 1}`}
            min={0}
            precision={0}
            value={group.walk}
            {...status(i, 'walk')}
            onChange={(walk) => set(group.key, { walk })}
          />
          <Button
            type="text"
            icon={<CloseIcon />}
            disabled={groups.length === 1}
            aria-label={t('form.removeGroup', { name: group.name || String(i + 1) })}
            onClick={() =>
              props.onChange({ groups: groups.filter(({ key }) => key !== group.key) })
            }
          />
          <Select
            className={styles.classes ?? ''}
            mode="multiple"
            aria-label={t('form.classesOf', { name: group.name || String(i + 1) })}
            placeholder={t('form.classes')}
            optionFilterProp="label"
            options={options.filter(
              ({ value }) =>
                group.areas.includes(value) || !groups.some(({ areas }) => areas.includes(value)),
            )}
            value={[...group.areas]}
            onChange={(areas) => set(group.key, { areas })}
          />
        </div>
      ))}
      <p className={styles.note}>{t('form.classesNote')}</p>
      <Button
        icon={<PlusIcon />}
        disabled={groups.length >= 200}
        onClick={() => props.onChange({ groups: [...groups, newGroup()] })}
      >
        {t('form.addGroup')}
      </Button>
    </fieldset>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { makeTimetable } from '../../times/times.contract.ts';
import { TimesSettings, type TimetableHead } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import styles from './times.module.css';
import { timesKey } from './times-queries.ts';

const fields = [
  { name: 'seconds', min: 1, max: 600, step: 10 },
  { name: 'spread', min: 0, max: 1000, step: 10 },
  { name: 'siblings', min: 0, max: 100, step: 1 },
  { name: 'change', min: 0, max: 1000, step: 10 },
] as const;

/** What a new version is made from. */
export function PlanForm(props: {
  school: string;
  timetables: readonly TimetableHead[];
  /** What the school goes by: a new version changes as little of it as possible. */
  basedOn: string | null;
  onMade(timetable: string): void;
  onClose(): void;
}) {
  const { school, timetables } = props;
  const t = timesMessages.use();
  const queries = useQueryClient();
  const [timetable] = useState(newId);
  const [basedOn, setBasedOn] = useState(props.basedOn);
  const [settings, setSettings] = useState(
    () => timetables[0]?.settings ?? TimesSettings.parse({}),
  );
  const make = useMutation({
    mutationFn: () =>
      call(makeTimetable, { params: { timetable }, body: { ...settings, school, basedOn } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: timesKey });
      props.onMade(timetable);
    },
  });
  return (
    <Panel title={t('plan.title')} note={t('plan.note')}>
      <div className={styles.form}>
        <label>
          <span>{t('plan.from')}</span>
          <Select
            aria-label={t('plan.from')}
            value={basedOn ?? ''}
            onChange={(value) => setBasedOn(value || null)}
            options={[
              { value: '', label: t('plan.fresh') },
              ...timetables
                .filter(({ state }) => state === 'solved')
                .map(({ id, number }) => ({ value: id, label: t('plan.based', { number }) })),
            ]}
          />
        </label>
        {fields
          .filter(({ name }) => name !== 'change' || basedOn !== null)
          .map(({ name, ...range }) => (
            <label key={name}>
              <span>{t(`plan.${name}`)}</span>
              <InputNumber<number>
                {...range}
                precision={0}
                value={settings[name]}
                aria-label={t(`plan.${name}`)}
                style={{ width: '100%' }}
                onChange={(value) => {
                  if (value !== null) setSettings((before) => ({ ...before, [name]: value }));
                }}
              />
            </label>
          ))}
      </div>
      {make.error && <ErrorState inline error={make.error} />}
      <div className={styles.buttons}>
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {t('plan.start')}
        </Button>
        <Button onClick={props.onClose}>{t('plan.cancel')}</Button>
      </div>
    </Panel>
  );
}

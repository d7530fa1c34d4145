import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { makeSiting } from '../../stations/siting.contract.ts';
import { SitingSettings } from '../../stations/siting.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { stationMessages } from '../messages/stations.ts';
import styles from './stations.module.css';

const fields = [
  { name: 'metres', label: 'metres', min: 50, max: 5000, step: 50 },
  { name: 'minutes', label: 'minutes', min: 1, max: 240, step: 5 },
  { name: 'queueMinutes', label: 'queue', min: 0, max: 120, step: 1 },
  { name: 'most', label: 'most', min: 1, max: 20, step: 1 },
  { name: 'seconds', label: 'seconds', min: 1, max: 120, step: 5 },
] as const;

/** What is asked for when stations are sited. */
export function SolveForm(props: {
  view: DeskDayView;
  given: SitingSettings | undefined;
  onMade: (siting: string) => void;
  onClose: () => void;
}) {
  const { response, area } = props.view;
  const t = stationMessages.use();
  const queries = useQueryClient();
  const [siting] = useState(() => newId());
  const [settings, setSettings] = useState(() => props.given ?? SitingSettings.parse({}));
  const make = useMutation({
    mutationFn: () =>
      call(makeSiting, { params: { siting }, body: { ...settings, response, area } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['water', 'sitings'] });
      props.onMade(siting);
    },
  });
  return (
    <Panel title={t('solve.title')} note={t('solve.note')}>
      <div className={styles.form}>
        {fields.map(({ name, label, ...range }) => (
          <label key={name}>
            <span>{t(`solve.${label}`)}</span>
            <InputNumber<number>
              {...range}
              precision={0}
              value={settings[name]}
              aria-label={t(`solve.${label}`)}
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
          {t('solve.start')}
        </Button>
        <Button onClick={props.onClose}>{t('solve.cancel')}</Button>
      </div>
    </Panel>
  );
}

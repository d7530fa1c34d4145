import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { getCalendar, getOpenPoints } from '../../upward/upward.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { eveningMessages } from '../messages/evening.ts';
import { usePermitted } from '../permitted.ts';
import { dayQuery } from '../queries.ts';
import styles from './evening.module.css';

/** Points as open data, and a tanker's day for a calendar. */
export function TakeAlong({ view }: { view: DeskDayView }) {
  const t = eveningMessages.use();
  const { language } = useLanguage();
  const save = useSaveFile();
  const noDriver = usePermitted('water.drive');
  const day = useQuery(dayQuery(view));
  const tankers = day.data?.tankers ?? [];
  const [chosen, setChosen] = useState<string>();
  const tanker = tankers.find(({ id }) => id === chosen)?.id ?? tankers[0]?.id;
  const { response, area } = view;
  const points = (format: 'geojson' | 'csv') =>
    save.mutate(() => call(getOpenPoints, { query: { response, area, day: view.day, format } }));
  const calendar = () => {
    if (tanker !== undefined)
      save.mutate(() =>
        call(getCalendar, { query: { response, tanker, day: view.day, language } }),
      );
  };
  return (
    <Panel title={t('take.title')} note={t('take.note')}>
      <div className={styles.take}>
        <ActionButton icon={<DownloadIcon />} onClick={() => points('geojson')}>
          {t('take.geojson')}
        </ActionButton>
        <ActionButton icon={<DownloadIcon />} onClick={() => points('csv')}>
          {t('take.csv')}
        </ActionButton>
        <span className={styles.calendar}>
          <span>{t('take.calendar')}</span>
          <Select
            aria-label={t('take.tanker')}
            value={tanker ?? null}
            onChange={(id) => setChosen(id ?? undefined)}
            options={tankers.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
          />
          <ActionButton
            icon={<DownloadIcon />}
            disabledReason={noDriver ?? (tanker === undefined ? t('take.noTankers') : undefined)}
            onClick={calendar}
          >
            {t('take.fetch')}
          </ActionButton>
        </span>
      </div>
    </Panel>
  );
}

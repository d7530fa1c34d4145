import { call } from '@liangbuwu/office/http/console/call.ts';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon, PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Evening } from '../../upward/evening.ts';
import { getEveningSheet } from '../../upward/upward.contract.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { eveningMessages } from '../messages/evening.ts';
import { eveningPath } from '../paths.ts';
import { eveningQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import styles from './evening.module.css';
import { EveningForm } from './evening-form.tsx';
import { EveningPaper } from './evening-paper.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { RollUp } from './roll-up.tsx';
import { TakeAlong } from './take-along.tsx';

type Props = PageProps<DeskSearch>;

/** What goes up in the evening, filled in from the day's entries. */
export default function EveningPage({ search, setSearch }: Props) {
  const t = eveningMessages.use();
  return (
    <WithDeskDay title={t('title')} path={eveningPath} choosing={{ search, setSearch }}>
      {(view) => <EveningOf view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function EveningOf({ view, setSearch }: { view: DeskDayView; setSearch: Props['setSearch'] }) {
  const t = eveningMessages.use();
  const query = useQuery(eveningQuery(view));
  const [level, setLevel] = useState<'desk' | 'all'>('desk');
  const { language } = useLanguage();
  const save = useSaveFile();
  const count = query.data?.desks.length ?? 0;
  const all = level === 'all' && count > 1;
  const excel = () =>
    save.mutate(() =>
      call(getEveningSheet, {
        query: {
          response: view.response,
          day: view.day,
          language,
          ...(!all && { area: view.area }),
        },
      }),
    );
  return (
    <Page
      title={t('title')}
      lead={all ? t('leadAll', { count }) : t('lead', { desk: view.desk.name })}
      tools={
        <>
          {count > 1 && (
            <Segmented
              aria-label={t('show.label')}
              value={level}
              onChange={setLevel}
              options={(['desk', 'all'] as const).map((value) => ({
                value,
                label: t(`show.${value}`),
              }))}
            />
          )}
          <DeskDayTools view={view} setSearch={setSearch} />
          <Button icon={<DownloadIcon />} loading={save.isPending} onClick={excel}>
            {t('excel')}
          </Button>
        </>
      }
      action={
        <Button type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(evening) => <Sheet view={view} evening={evening} all={all} />}
      </Loaded>
    </Page>
  );
}

function Sheet(props: { view: DeskDayView; evening: Evening; all: boolean }) {
  const { view, evening, all } = props;
  const desk = evening.desks.find(({ area }) => area === view.area);
  return (
    <>
      <Columns wide="first">
        <div>{all ? <RollUp evening={evening} /> : desk && <EveningForm desk={desk} />}</div>
        <div className={styles.stack}>
          <EveningPaper view={view} evening={evening} desk={all ? undefined : desk} />
          <TakeAlong view={view} />
        </div>
      </Columns>
      {!all && desk && <IndicatorTable desk={desk} />}
    </>
  );
}

import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { DoorSheet, DoorVillage } from '../../doors/sheet.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { doorMessages } from '../messages/doors.ts';
import { doorsPath } from '../paths.ts';
import { doorsQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import { useEnded } from '../use-ended.ts';
import { DoorTable } from './door-table.tsx';
import styles from './doors.module.css';
import { PlanForm } from './plan-form.tsx';
import { ToCheck } from './to-check.tsx';
import { Walks } from './walks.tsx';
import { Worries } from './worries.tsx';

type Props = PageProps<DeskSearch>;

/** Water to the doors of who cannot come: worries first, who is to be checked, who walks, what came of it. */
export default function DoorsPage({ search, setSearch }: Props) {
  const t = doorMessages.use();
  return (
    <WithDeskDay title={t('title')} path={doorsPath} choosing={{ search, setSearch }}>
      {(view) => <DoorsOfDay view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

const sum = (villages: readonly DoorVillage[], of: (village: DoorVillage) => number) =>
  villages.reduce((total, village) => total + of(village), 0);

function DoorsOfDay({ view, setSearch }: { view: DeskDayView } & Pick<Props, 'setSearch'>) {
  const t = doorMessages.use();
  const format = useFormat();
  const sheet = useQuery(doorsQuery(view));
  const lead = ({ villages }: DoorSheet) =>
    t('lead', {
      doors: format.number(sum(villages, ({ doors }) => doors.length)),
      litres: format.litres(
        sum(villages, ({ doors }) => doors.reduce((total, door) => total + door.litres, 0)),
      ),
      check: format.number(sum(villages, ({ toCheck }) => toCheck.length)),
    });
  return (
    <Page
      title={t('title')}
      lead={sheet.data && `${view.desk.name} · ${lead(sheet.data)}`}
      tools={<DeskDayTools view={view} setSearch={setSearch} />}
    >
      <Loaded query={sheet}>{(data) => <Sheet view={view} sheet={data} />}</Loaded>
    </Page>
  );
}

function Sheet({ view, sheet }: { view: DeskDayView; sheet: DoorSheet }) {
  const t = doorMessages.use();
  const say = useSay();
  const format = useFormat();
  const ended = useEnded(view);
  const [chosen, setChosen] = useState<string>();
  const { floor, sunset, until, unlinked } = sheet;
  const villages = sheet.villages.filter(
    ({ doors, toCheck, plan }) => doors.length + toCheck.length > 0 || plan,
  );
  const village = villages.find(({ area }) => area === chosen) ?? villages[0];
  const clock = { until: format.timeOfDay(until), sunset: format.timeOfDay(sunset ?? 0) };
  return (
    <>
      <Worries visits={sheet.visits} readOnly={ended} />
      <div className={styles.facts}>
        <p>
          {t('floor', {
            litres: format.litres(floor.litresPerPerson),
            label: say(floor.label),
            source: floor.source,
          })}{' '}
          {t(sunset === null ? 'darkNone' : 'dark', clock)}
        </p>
        {unlinked.length > 0 && (
          <p>
            {t('unlinked', {
              count: format.number(unlinked.length),
              numbers: unlinked.join(format.language === 'en' ? ', ' : '、'),
            })}
          </p>
        )}
        {villages.length > 1 && village && (
          <Select
            className={styles.village ?? ''}
            aria-label={t('village')}
            value={village.area}
            options={villages.map(({ area, name, doors }) => ({
              value: area,
              label: t('villageNote', { name, doors: format.number(doors.length) }),
            }))}
            onChange={setChosen}
          />
        )}
      </div>
      {village ? (
        <Village key={village.area} view={view} sheet={sheet} village={village} />
      ) : (
        <Panel>
          <EmptyState title={t('none')}>{t('noneNote')}</EmptyState>
        </Panel>
      )}
    </>
  );
}

function Village(props: { view: DeskDayView; sheet: DoorSheet; village: DoorVillage }) {
  const { view, sheet, village } = props;
  const ended = useEnded(view);
  return (
    <>
      <ToCheck village={village} readOnly={ended} />
      <PlanForm
        key={`${village.plan?.id ?? ''} ${sheet.day}`}
        view={view}
        sheet={sheet}
        village={village}
      />
      {village.plan && (
        <Walks view={view} sheet={sheet} village={village.name} plan={village.plan} />
      )}
      <DoorTable village={village} visits={sheet.visits} day={sheet.day} />
    </>
  );
}

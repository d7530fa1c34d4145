import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { noticesMessages } from '../messages/notices.ts';
import { type Day, dayNames } from '../plan/day-names.ts';
import { useFollowed } from '../plan/use-followed.ts';
import { dayQuery } from '../queries.ts';
import { driverSheets } from '../timetable/sheets.ts';
import { driverChat, driverSms } from './compose.ts';
import { driverDay } from './driver-day.ts';
import { DriverPaper } from './driver-paper.tsx';
import { type Entry, NoticeBoard } from './notice-board.tsx';
import { inBoth, useTelling } from './use-telling.ts';

type Props = {
  view: DeskDayView;
  plan: PlanHead;
  only: string | undefined;
  onChoose: (id: string) => void;
};

/** Every driver who goes out, with the day as it is handed over. */
export function DriverNotices(props: Props) {
  const day = useQuery(dayQuery(props.view));
  return <Loaded query={day}>{(data) => <DriverBoard {...props} day={data} />}</Loaded>;
}

function DriverBoard({ view, plan, only, onChoose, day }: Props & { day: Day }) {
  const t = noticesMessages.use();
  const format = useFormat();
  const names = useMemo(() => dayNames(day), [day]);
  const { query, schedule, followed } = useFollowed(plan.id, names);
  const days = useMemo(
    () =>
      driverSheets(schedule, followed.rides, names).map((sheet) =>
        driverDay(sheet, { names, ride: followed.ride }),
      ),
    [schedule, followed, names],
  );
  const { edition, telling, paper } = useTelling(view, plan);
  const entries = days.map((driver): Entry => {
    const litres = format.litres(driver.litres);
    return {
      id: driver.id,
      name: [driver.name, driver.driver].filter(Boolean).join(' '),
      note: t('note.driver', { count: driver.deliveries, litres }),
      paper: (language) => <DriverPaper driver={driver} language={language} of={paper} />,
      texts: {
        chat: inBoth(telling, (one) => driverChat(driver, one)),
        sms: inBoth(telling, (one) => driverSms(driver, one)),
      },
    };
  });
  return (
    <Loaded
      query={query}
      empty={{
        when: () => entries.length === 0,
        show: (
          <Panel>
            <EmptyState small title={t('noDriver')} />
          </Panel>
        ),
      }}
    >
      {() => (
        <NoticeBoard
          entries={entries}
          edition={edition}
          by="driver"
          only={only}
          onChoose={onChoose}
        />
      )}
    </Loaded>
  );
}

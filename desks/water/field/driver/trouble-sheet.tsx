import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import { Picker } from '@liangbuwu/ui/phone/picker.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useState } from 'react';
import type { BrokenWhy, DelayWhy, DriverEntry, WayWhy } from '../../recording/entry.ts';
import { driverMessages } from '../messages/driver.ts';
import { recordingMessages } from '../messages/recording.ts';
import { wayWhys } from '../record/whys.ts';
import { routes } from '../routes.ts';
import { type DriverView, driverCard } from './use-driver-day.ts';

const delays = [10, 20, 30, 60, 120];
const delayWhys: DelayWhy[] = ['traffic', 'checkpoint', 'queue', 'vehicle'];

const brokenWhys: BrokenWhy[] = ['engine', 'tyre', 'pump', 'accident', 'other'];

/** Late, cut off or broken down: the tap on the answer records it. */
export function TroubleSheet(props: {
  view: DriverView;
  /** Where the tanker is bound. */
  point: string | undefined;
  onClose: () => void;
}) {
  const t = driverMessages.use();
  const all = recordingMessages.use();
  const { view } = props;
  const [why, setWhy] = useState<DelayWhy>();
  const [point, setPoint] = useState(props.point);
  const [picking, setPicking] = useState(false);
  const { record, recording, fault } = useRecord(props.onClose);
  const common = { response: view.day.response.id, tanker: view.tanker.id, at: view.likely() };
  const say = (body: DriverEntry) =>
    record(
      { card: driverCard, under: routes.driverEntries, kind: body.kind, body },
      all('recorded', { what: all(`kinds.${body.kind}`) }),
    );
  const whys = <Why extends WayWhy | BrokenWhy | DelayWhy>(list: readonly Why[]) =>
    list.map((value) => ({ value, name: all(`why.${value as WayWhy | BrokenWhy | DelayWhy}`) }));
  if (picking)
    return (
      <Sheet title={t('closed.which')} onClose={props.onClose}>
        <Picker
          rows={view.day.points.map(({ id, name, village }) => ({ id, name, note: village }))}
          onPick={(id) => {
            setPoint(id);
            setPicking(false);
          }}
        />
      </Sheet>
    );
  return (
    <Sheet title={t('trouble')} note={t('delay.minutes')} onClose={props.onClose}>
      <Chips
        legend={t('delay.why')}
        options={whys(delayWhys)}
        chosen={why}
        onChoose={(chosen) => setWhy(chosen === why ? undefined : chosen)}
      />
      <Chips
        legend={t('delay.title')}
        disabled={recording}
        options={delays.map((minutes) => ({
          value: minutes,
          name:
            minutes < 60 ? all('minutes', { minutes }) : t('delay.hours', { hours: minutes / 60 }),
        }))}
        onChoose={(minutes) => say({ kind: 'delayed', minutes, why: why ?? 'other', ...common })}
      />
      {point !== undefined && (
        <Chips
          legend={t('closed.title', { point: view.placeName(point) })}
          disabled={recording}
          options={whys(wayWhys)}
          onChoose={(chosen) => say({ kind: 'way-closed', point, why: chosen, ...common })}
        />
      )}
      <Chips
        legend={t('broken')}
        disabled={recording}
        options={whys(brokenWhys)}
        onChoose={(chosen) => say({ kind: 'broken-down', why: chosen, ...common })}
      />
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="quiet" onClick={() => setPicking(true)}>
        {t('closed.other')}
      </Button>
    </Sheet>
  );
}

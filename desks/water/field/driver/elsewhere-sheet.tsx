import { Picker } from '@liangbuwu/ui/phone/picker.tsx';
import { Segments } from '@liangbuwu/ui/phone/segments.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useState } from 'react';
import { driverMessages } from '../messages/driver.ts';
import { AmountSheet } from '../record/amount-sheet.tsx';
import { routes } from '../routes.ts';
import { type DriverView, driverCard } from './use-driver-day.ts';

/** Water that nobody had planned: where, then how much. */
export function ElsewhereSheet({ view, onClose }: { view: DriverView; onClose: () => void }) {
  const t = driverMessages.use();
  const [what, setWhat] = useState<'deliver' | 'fill'>('deliver');
  const [place, setPlace] = useState<string>();
  const common = { response: view.day.response.id, tanker: view.tanker.id, at: view.likely() };
  if (place !== undefined)
    return (
      <AmountSheet
        title={t(what === 'fill' ? 'filled' : 'emptied')}
        note={view.placeName(place)}
        body={
          what === 'fill'
            ? { kind: 'filled', source: place, ...common }
            : { kind: 'emptied', point: place, promise: null, ...common }
        }
        planned={null}
        holds={view.tanker.litres}
        send={{ card: driverCard, under: routes.driverEntries }}
        onClose={onClose}
      />
    );
  const rows =
    what === 'fill'
      ? view.day.sources.map(({ id, name, closed, reason }) => ({
          id,
          name,
          note: closed ? t('source-closed', { reason: reason ?? '' }) : undefined,
        }))
      : view.day.points.map(({ id, name, village, hamlet }) => ({
          id,
          name,
          note: [village, hamlet].filter(Boolean).join(' '),
        }));
  return (
    <Sheet title={t('elsewhere')} note={t('elsewhere-note')} onClose={onClose}>
      <Segments
        legend={t('elsewhere')}
        options={[
          { value: 'deliver', name: t('elsewhere-deliver') },
          { value: 'fill', name: t('elsewhere-fill') },
        ]}
        value={what}
        onChange={setWhat}
      />
      <p>{t(what === 'fill' ? 'where-fill' : 'where-deliver')}</p>
      <Picker key={what} rows={rows} onPick={setPlace} />
    </Sheet>
  );
}

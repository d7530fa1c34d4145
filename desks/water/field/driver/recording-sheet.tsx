import { driverMessages } from '../messages/driver.ts';
import { AmountSheet, type OpenBody } from '../record/amount-sheet.tsx';
import { SimpleSheet } from '../record/simple-sheet.tsx';
import { routes } from '../routes.ts';
import type { StopState } from '../stop-states.ts';
import { type DriverView, driverCard } from './use-driver-day.ts';

export type Recording = { is: 'filled' | 'arrived' | 'emptied'; state: StopState };

/** What is said of a planned stop. */
export function RecordingSheet(props: {
  view: DriverView;
  recording: Recording;
  onClose: () => void;
}) {
  const driver = driverMessages.use();
  const { view, onClose } = props;
  const { is, state } = props.recording;
  const { stop } = state;
  const send = { card: driverCard, under: routes.driverEntries };
  const common = { response: view.day.response.id, tanker: view.tanker.id };
  const title = driver(is);
  const place = view.placeName(stop.at);
  if (is === 'arrived')
    return (
      <SimpleSheet
        title={title}
        note={place}
        body={{ kind: is, point: stop.at, at: view.likely(stop.arrive), ...common }}
        send={send}
        onClose={onClose}
      />
    );
  const at = view.likely(stop.finish);
  const body: OpenBody =
    is === 'filled'
      ? { kind: is, source: stop.at, at, ...common }
      : { kind: is, point: stop.at, promise: stop.promise?.id ?? null, at, ...common };
  return (
    <AmountSheet
      title={title}
      note={place}
      body={body}
      planned={stop.litres}
      holds={view.tanker.litres}
      send={send}
      onClose={onClose}
    />
  );
}

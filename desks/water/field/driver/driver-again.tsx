import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { DriverEntry } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';
import { AmountSheet } from '../record/amount-sheet.tsx';
import { usePlaceName } from '../record/entry-line.tsx';
import { SimpleSheet } from '../record/simple-sheet.tsx';
import { routes } from '../routes.ts';

/** What the server returned to a driver, to be put right and recorded anew. */
export function DriverAgain({ entry, onClose }: { entry: KeptEntry; onClose: () => void }) {
  const t = recordingMessages.use();
  const name = usePlaceName(entry.card);
  const body = entry.body as DriverEntry;
  const send = { card: entry.card, under: routes.driverEntries, replaces: entry.id };
  const place = 'point' in body ? body.point : 'source' in body ? body.source : undefined;
  const title = [t(`kinds.${body.kind}`), name(place)].filter(Boolean).join(' · ');
  return body.kind === 'filled' || body.kind === 'emptied' ? (
    <AmountSheet title={title} body={body} planned={null} send={send} onClose={onClose} />
  ) : (
    <SimpleSheet title={title} body={body} send={send} onClose={onClose} />
  );
}

import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { KeeperEntry } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';
import { AmountSheet } from '../record/amount-sheet.tsx';
import { usePlaceName } from '../record/entry-line.tsx';
import { FigureSheet } from '../record/figure-sheet.tsx';
import { SimpleSheet } from '../record/simple-sheet.tsx';
import { routes } from '../routes.ts';
import { type NeedBody, needKind } from './need.ts';
import { NeedSheet } from './need-sheet.tsx';

/** What the server returned to a keeper, to be put right and recorded anew. */
export function KeeperAgain({ entry, onClose }: { entry: KeptEntry; onClose: () => void }) {
  const t = recordingMessages.use();
  const name = usePlaceName(entry.card);
  if (entry.kind === needKind) {
    const given = entry.body as NeedBody;
    const point = { id: given.point, name: name(given.point) };
    return (
      <NeedSheet
        response={given.response}
        point={point}
        given={given}
        replaces={entry.id}
        onClose={onClose}
      />
    );
  }
  const body = entry.body as KeeperEntry;
  const send = { card: entry.card, under: routes.keeperEntries, replaces: entry.id };
  const title = [t(`kinds.${body.kind}`), name(body.point)].filter(Boolean).join(' · ');
  if (body.kind === 'received')
    return <AmountSheet title={title} body={body} planned={null} send={send} onClose={onClose} />;
  if (body.kind === 'measured' || body.kind === 'dry-well')
    return <FigureSheet title={title} body={body} send={send} onClose={onClose} />;
  return <SimpleSheet title={title} body={body} send={send} onClose={onClose} />;
}

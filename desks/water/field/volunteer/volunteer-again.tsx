import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { VisitBody } from '../../doors/visit.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import { useLabel } from './use-walks.ts';
import { VisitSheet } from './visit-sheet.tsx';

/** What the server returned to a volunteer, to be put right and recorded anew. */
export function VolunteerAgain({ entry, onClose }: { entry: KeptEntry; onClose: () => void }) {
  const t = volunteerMessages.use();
  const label = useLabel();
  const body = entry.body as VisitBody;
  return (
    <VisitSheet
      title={label(body.household) ?? t('a-door')}
      body={body}
      send={{ replaces: entry.id }}
      onClose={onClose}
    />
  );
}

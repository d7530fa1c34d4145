import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useState } from 'react';
import { gateCard } from '../gate/feeds.ts';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { routes } from '../routes.ts';
import { CheckLine } from './check-line.tsx';
import { bodyOf } from './inside.ts';

/** A check that the server returned: its time is what can be wrong of it. */
export function CheckAgain({ entry, onClose }: { entry: KeptEntry; onClose: () => void }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const body = bodyOf(entry);
  const [at, setAt] = useState(() => Date.parse(body.at));
  const { record, recording, fault } = useRecord(onClose);
  const { kind, personal, own, refusal } = entry;
  const submit = () =>
    record(
      {
        card: gateCard,
        under: routes.checks,
        kind,
        body: { ...body, at: new Date(at).toISOString() },
        replaces: entry.id,
        ...(personal && { personal }),
        ...(own && { own }),
      },
      t('recorded', { what: t(body.letThrough ? `said-${body.direction}` : 'said-denied') }),
    );
  return (
    <Sheet title={t('again-title')} onClose={onClose}>
      <CheckLine entry={entry} />
      {refusal && (
        <p>
          {say(refusal.cause)} {say(refusal.remedy)}
        </p>
      )}
      <TimeRow value={at} onChange={setAt} />
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={recording} onClick={submit}>
        {t('again-record')}
      </Button>
    </Sheet>
  );
}

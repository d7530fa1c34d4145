import { Button } from '@liangbuwu/ui/phone/button.tsx';
import type { Draft } from '@liangbuwu/ui/phone/field-card.ts';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { type ReactNode, useState } from 'react';
import type { EntryBody } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';

/** What needs nothing but its time. */
export function SimpleSheet(props: {
  title: string;
  note?: ReactNode;
  body: EntryBody;
  send: Pick<Draft, 'card' | 'after' | 'replaces'> & { under: `/api/${string}` };
  onClose: () => void;
}) {
  const t = recordingMessages.use();
  const { body, send, onClose } = props;
  const [at, setAt] = useState(() => Date.parse(body.at));
  const { record, recording, fault } = useRecord(onClose);
  const submit = () =>
    record(
      { ...send, kind: body.kind, body: { ...body, at: new Date(at).toISOString() } },
      t('recorded', { what: t(`kinds.${body.kind}`) }),
    );
  return (
    <Sheet title={props.title} note={props.note} onClose={onClose}>
      <TimeRow value={at} onChange={setAt} />
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={recording} onClick={submit}>
        {t('record')}
      </Button>
    </Sheet>
  );
}

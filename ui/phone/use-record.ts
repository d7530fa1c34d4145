import { useRef, useState } from 'react';
import type { Draft } from './field-card.ts';
import { phoneMessages } from './phone-messages.ts';
import { useTools } from './tools.ts';

/** What a form knows of its entry: all but the id, which belongs to the form. */
type Recorded = Omit<Draft, 'id' | 'path'> & { under: `/api/${string}` };

/**
 * Keeps one entry on the phone: `recording` from the tap on, so that the button goes dead at once; `id` stays the same
 * for as long as the form is open, so that a tap too many is the same entry.
 */
export function useRecord(after: () => void) {
  const phone = useTools();
  const t = phoneMessages.use();
  const [id] = useState(phone.newId);
  const busy = useRef(false);
  const [recording, setRecording] = useState(false);
  const [fault, setFault] = useState<string>();
  const record = async ({ under, ...draft }: Recorded, said: string) => {
    if (busy.current) return;
    busy.current = true;
    setRecording(true);
    setFault(undefined);
    try {
      await phone.record({ ...draft, id, path: `${under}/${id}` });
      phone.say(said);
      after();
    } catch (error) {
      setFault(t('not-kept', { why: error instanceof Error ? error.name : String(error) }));
      busy.current = false;
      setRecording(false);
    }
  };
  return {
    record: (draft: Recorded, said: string) => void record(draft, said),
    recording,
    fault,
  };
}

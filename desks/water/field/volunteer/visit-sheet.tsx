import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import type { Draft } from '@liangbuwu/ui/phone/field-card.ts';
import { NumberField } from '@liangbuwu/ui/phone/number-field.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useState } from 'react';
import type { VisitBody } from '../../doors/visit.ts';
import { recordingMessages } from '../messages/recording.ts';
import { volunteerMessages } from '../messages/volunteer.ts';
import { mostLitres, readUpTo } from '../record/up-to.ts';
import { routes } from '../routes.ts';
import styles from '../water-field.module.css';
import { volunteerCard } from './use-walks.ts';

/** One word about a door: done asks for the litres, worried for a few words, not at home for nothing. */
export function VisitSheet(props: {
  title: string;
  body: VisitBody;
  send?: Pick<Draft, 'replaces'>;
  onClose: () => void;
}) {
  const t = volunteerMessages.use();
  const all = recordingMessages.use();
  const format = useFormat();
  const { body } = props;
  const { kind } = body;
  const [text, setText] = useState('litres' in body ? String(body.litres ?? '') : '');
  const [note, setNote] = useState('note' in body ? (body.note ?? '') : '');
  const [at, setAt] = useState(() => Date.parse(body.at));
  const { record, recording, fault } = useRecord(props.onClose);
  const read = readUpTo(mostLitres, text, false);
  const litres = read === 'unclear' ? undefined : read;
  const unclear = kind !== 'door-away' && read === 'unclear';
  const missing = unclear || (kind === 'door-done' && litres === undefined);
  const submit = () => {
    const { response, household } = body;
    const said: VisitBody = {
      response,
      household,
      at: new Date(at).toISOString(),
      ...(kind === 'door-done'
        ? { kind, litres: litres ?? 0 }
        : kind === 'door-away'
          ? { kind }
          : {
              kind,
              ...(litres === undefined ? {} : { litres }),
              ...(note.trim() === '' ? {} : { note }),
            }),
    };
    record(
      {
        ...props.send,
        card: volunteerCard,
        under: routes.volunteerVisits,
        kind,
        body: said,
        personal: ['note', 'label'],
      },
      all('recorded', { what: t(`said.${kind}`) }),
    );
  };
  return (
    <Sheet title={title(kind, t)} note={props.title} onClose={props.onClose}>
      {kind === 'door-worried' && (
        <>
          <p className={styles.warn}>{t('worried-note')}</p>
          <TextField
            many
            label={t('worried-words')}
            value={note}
            onChange={setNote}
            longest={200}
          />
        </>
      )}
      {kind !== 'door-away' && (
        <NumberField
          large={kind === 'door-done'}
          label={t(kind === 'door-done' ? 'done-title' : 'left-water')}
          unit={all('litres')}
          value={text}
          onChange={setText}
          fault={unclear ? all('no-number') : undefined}
        />
      )}
      <TimeRow value={at} onChange={setAt} />
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={missing || recording} onClick={submit}>
        {missing
          ? all('no-number')
          : kind === 'door-done'
            ? all('record-litres', { litres: format.litres(litres ?? 0) })
            : all('record')}
      </Button>
    </Sheet>
  );
}

const title = (kind: VisitBody['kind'], t: ReturnType<typeof volunteerMessages.use>) =>
  kind === 'door-done' ? t('done') : kind === 'door-away' ? t('away') : t('worried-title');

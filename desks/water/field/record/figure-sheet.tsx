import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import type { Draft } from '@liangbuwu/ui/phone/field-card.ts';
import { NumberField, readNumber } from '@liangbuwu/ui/phone/number-field.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { DryWell, Measured } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';

type Measuring = Omit<z.infer<typeof Measured>, 'litres'> & { litres?: number };
type Drying = Omit<z.infer<typeof DryWell>, 'have'> & { have?: number };
export type FigureBody = Measuring | Drying;

/** One figure of a point: what its tank holds, or what its own wells still give. */
export function FigureSheet(props: {
  title: string;
  note?: ReactNode;
  body: FigureBody;
  send: Pick<Draft, 'card' | 'after' | 'replaces'> & { under: `/api/${string}` };
  onClose: () => void;
}) {
  const t = recordingMessages.use();
  const format = useFormat();
  const { body, send } = props;
  const given = body.kind === 'measured' ? body.litres : body.have;
  const [text, setText] = useState(given === undefined ? '' : String(given));
  const [at, setAt] = useState(() => Date.parse(body.at));
  const { record, recording, fault } = useRecord(props.onClose);
  const litres = readNumber(text);
  const submit = () => {
    const full = {
      ...body,
      at: new Date(at).toISOString(),
      [body.kind === 'measured' ? 'litres' : 'have']: litres,
    };
    record(
      { ...send, kind: body.kind, body: full },
      t('recorded', { what: t(`kinds.${body.kind}`) }),
    );
  };
  return (
    <Sheet title={props.title} note={props.note} onClose={props.onClose}>
      <NumberField
        large
        label={t('how-many')}
        unit={t('litres')}
        value={text}
        onChange={setText}
        fault={text !== '' && litres === undefined ? t('no-number') : undefined}
      />
      <TimeRow value={at} onChange={setAt} />
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={litres === undefined || recording} onClick={submit}>
        {litres === undefined
          ? t('no-number')
          : t('record-litres', { litres: format.litres(litres) })}
      </Button>
    </Sheet>
  );
}

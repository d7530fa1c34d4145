import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import type { Draft } from '@liangbuwu/ui/phone/field-card.ts';
import { More } from '@liangbuwu/ui/phone/more.tsx';
import { NumberField } from '@liangbuwu/ui/phone/number-field.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { Emptied, Filled, Received } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';
import { AmountField, amountDraft, readAmount } from './amount-field.tsx';
import { mostChlorine, mostDose, readUpTo } from './up-to.ts';

type AmountBody = z.infer<typeof Filled> | z.infer<typeof Emptied> | z.infer<typeof Received>;
type Open<Body> = Body extends { amount: infer Amount }
  ? Omit<Body, 'amount'> & { amount?: Amount }
  : never;
/** A body whose amount may still have to be typed. */
export type OpenBody = Open<AmountBody>;

/** Litres filled, emptied or received: prefilled with what was planned, or with what is put right. */
export function AmountSheet(props: {
  title: string;
  note?: ReactNode;
  /** What is known before anything is typed: with an amount it stands there already. */
  body: OpenBody;
  planned: number | null;
  /** Litres that the tanker holds, where it is known. */
  holds?: number | undefined;
  send: Pick<Draft, 'card' | 'after' | 'replaces'> & { under: `/api/${string}` };
  onClose: () => void;
}) {
  const t = recordingMessages.use();
  const format = useFormat();
  const { body, send, onClose } = props;
  const gauge = body.kind === 'emptied' ? 'falls' : 'rises';
  const [amount, setAmount] = useState(() => amountDraft(body.amount ?? null, props.planned));
  const [at, setAt] = useState(() => Date.parse(body.at));
  const [chlorine, setChlorine] = useState(text(body.chlorine));
  const [dose, setDose] = useState(text('doseGrams' in body ? body.doseGrams : undefined));
  const [clear, grams] = [readUpTo(mostChlorine, chlorine), readUpTo(mostDose, dose)];
  const [behalf, setBehalf] = useState(('onBehalfOf' in body && body.onBehalfOf) || '');
  const [note, setNote] = useState(body.note ?? '');
  const { record, recording, fault } = useRecord(onClose);

  const read = readAmount(amount, gauge);
  const isUnclear = clear === 'unclear' || grams === 'unclear';
  const ready = read !== undefined && read.litres >= 0;
  const what = `${t(`kinds.${body.kind}`)} ${format.litres(read?.litres)}`;
  const submit = () => {
    if (!read || clear === 'unclear' || grams === 'unclear') return;
    const { chlorine: _c, note: _n, ...rest } = body;
    const full = {
      ...rest,
      doseGrams: undefined,
      onBehalfOf: undefined,
      amount: read.amount,
      at: new Date(at).toISOString(),
      ...given('chlorine', clear),
      ...given('doseGrams', body.kind === 'filled' ? grams : undefined),
      ...given('onBehalfOf', body.kind === 'received' ? behalf.trim() : undefined),
      ...given('note', note.trim()),
    };
    record({ ...send, kind: body.kind, body: full, personal: ['note'] }, t('recorded', { what }));
  };
  return (
    <Sheet title={props.title} note={props.note} onClose={onClose}>
      <AmountField draft={amount} onChange={setAmount} gauge={gauge} />
      {props.holds !== undefined && (read?.litres ?? 0) > props.holds && (
        <p role="alert">{t('more-than-holds', { litres: format.litres(props.holds) })}</p>
      )}
      <div>
        <TimeRow value={at} onChange={setAt} />
        {body.kind === 'received' && (
          <More name={t('behalf')} open={behalf !== ''}>
            <Chips
              legend={t('behalf-field')}
              options={[t('keeper'), t('leader')].map((name) => ({ value: name, name }))}
              chosen={behalf}
              onChoose={(role) => setBehalf(role === behalf ? '' : role)}
            />
            <TextField label={t('behalf-field')} value={behalf} onChange={setBehalf} longest={60} />
          </More>
        )}
        <More name={t(body.kind === 'filled' ? 'chlorine' : 'chlorine-only')}>
          <NumberField
            decimal
            label={t('chlorine-field')}
            unit="mg/L"
            value={chlorine}
            onChange={setChlorine}
            fault={clear === 'unclear' ? t('up-to', { most: mostChlorine }) : undefined}
          />
          {body.kind === 'filled' && (
            <NumberField
              decimal
              label={t('dose')}
              unit={t('grams')}
              value={dose}
              onChange={setDose}
              fault={grams === 'unclear' ? t('up-to', { most: mostDose }) : undefined}
            />
          )}
          <TextField label={t('note')} value={note} onChange={setNote} longest={200} />
        </More>
      </div>
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={!ready || isUnclear || recording} onClick={submit}>
        {!ready
          ? t('no-number')
          : isUnclear
            ? t('not-clear')
            : t('record-litres', { litres: format.litres(read.litres) })}
      </Button>
    </Sheet>
  );
}

const text = (figure: number | undefined) => (figure === undefined ? '' : String(figure));

const given = <Name extends string>(name: Name, value: string | number | undefined) =>
  value === undefined || value === '' ? {} : { [name]: value };

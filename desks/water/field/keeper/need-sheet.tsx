import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { NumberField } from '@liangbuwu/ui/phone/number-field.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useState } from 'react';
import { keeperMessages } from '../messages/keeper.ts';
import { recordingMessages } from '../messages/recording.ts';
import { mostLitres, readUpTo } from '../record/up-to.ts';
import { routes } from '../routes.ts';
import { isPhone, type NeedBody, needKind } from './need.ts';
import { keeperCard } from './use-keeper-days.ts';

/** Somebody at this point cannot come and needs water at the door. What names them leaves the phone once it is sent. */
export function NeedSheet(props: {
  response: string;
  point: { id: string; name: string };
  given?: NeedBody;
  replaces?: string;
  onClose: () => void;
}) {
  const { response, point, given, replaces } = props;
  const t = keeperMessages.use();
  const all = recordingMessages.use();
  const [where, setWhere] = useState(given?.contact.address ?? '');
  const [litres, setLitres] = useState(given?.litres ? String(given.litres) : '');
  const [phone, setPhone] = useState(given?.contact.phone ?? '');
  const [why, setWhy] = useState(given?.contact.note ?? '');
  const { record, recording, fault } = useRecord(props.onClose);
  const amount = readUpTo(mostLitres, litres, false);
  const isAmount = typeof amount === 'number' && amount > 0;
  const isReachable = phone.trim() === '' || isPhone(phone);
  const missing =
    where.trim() === ''
      ? t('need.where-missing')
      : !isAmount
        ? t('need.litres-missing', { most: mostLitres })
        : isReachable
          ? null
          : t('need.phone-unclear');
  const submit = () => {
    if (!isAmount) return;
    const body: NeedBody = {
      response,
      point: point.id,
      kind: 'door',
      litres: amount,
      contact: {
        name: null,
        phone: phone.trim() || null,
        address: where.trim(),
        note: why.trim() || null,
      },
    };
    record(
      {
        card: keeperCard,
        under: routes.requests,
        kind: needKind,
        body,
        personal: ['contact'],
        ...(replaces && { replaces }),
      },
      all('recorded', { what: t('need.open') }),
    );
  };
  return (
    <Sheet title={t('need.title')} note={point.name} onClose={props.onClose}>
      <TextField
        label={t('need.where')}
        hint={t('need.where-note')}
        value={where}
        longest={200}
        onChange={setWhere}
      />
      <NumberField
        label={t('need.litres')}
        unit={all('litres')}
        value={litres}
        onChange={setLitres}
        fault={
          litres !== '' && !isAmount ? t('need.litres-missing', { most: mostLitres }) : undefined
        }
      />
      <TextField
        label={t('need.phone')}
        value={phone}
        longest={40}
        onChange={setPhone}
        fault={isReachable ? undefined : t('need.phone-unclear')}
      />
      <TextField label={t('need.why')} value={why} longest={300} onChange={setWhy} />
      <p>{t('need.note')}</p>
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={missing !== null || recording} onClick={submit}>
        {missing ?? t('need.send')}
      </Button>
    </Sheet>
  );
}

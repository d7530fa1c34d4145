import { call } from '@liangbuwu/office/http/console/call.ts';
import { writtenCode } from '@liangbuwu/office/public/code.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { School } from '../../campus.ts';
import { bookParcels } from '../../zone/zone.contract.ts';
import { mostAtOnce, slotsOf, type ZoneFields } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import { readList } from './read-list.ts';
import styles from './zone.module.css';
import { useZoneStep } from './zone-queries.ts';

/** Books a supplier’s load from a pasted list. */
export function ListDialog(props: {
  school: School;
  of: Response;
  fields: ZoneFields;
  onClose(): void;
}) {
  const { school, of, fields, onClose } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const now = (format.findMoment(of.now)?.seconds ?? 0) / 60;
  const slots = slotsOf(fields).filter((slot) => slot + fields.slot > now);
  const [slot, setSlot] = useState(slots[0]);
  const [text, setText] = useState('');
  const { parcels, bad } = readList(text, fields.buildings);
  const save = useZoneStep(
    (booking, at: number) =>
      call(bookParcels, {
        params: { school: school.id, booking },
        body: { response: of.id, day: of.today, slot: at, parcels },
      }),
    (booked) =>
      void message.success(t('list.saved', { count: format.number(booked.parcels.length) })),
  );
  useUnsavedGuard(text !== '' && !save.isSuccess);
  const fault =
    bad[0] !== undefined
      ? t('list.bad', { line: format.number(bad[0]) })
      : parcels.length > mostAtOnce
        ? t('list.tooMany')
        : undefined;
  if (save.data)
    return (
      <Modal
        open
        title={t('list.title')}
        onCancel={onClose}
        footer={<Button onClick={onClose}>{t('list.close')}</Button>}
      >
        <p className={styles.lead}>{t('list.link')}</p>
        <p className={styles.secret}>
          <a href={`/p/campus/parcels/${save.data.secret}`} target="_blank" rel="noreferrer">
            {writtenCode(save.data.secret)}
          </a>
        </p>
      </Modal>
    );
  return (
    <FormDialog
      title={t('list.title')}
      changed={text !== ''}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => slot !== undefined && parcels.length > 0 && !fault && save.mutate(slot)}
    >
      <FormField field="slot" id={`${id}-slot`} label={t('list.slot')}>
        <Select
          id={`${id}-slot`}
          value={slot}
          onChange={setSlot}
          options={slots.map((one) => ({
            value: one,
            label: format.timeRange(one * 60, (one + fields.slot) * 60),
          }))}
        />
      </FormField>
      <FormField
        field="parcels"
        id={`${id}-lines`}
        label={t('list.lines')}
        hint={
          text === ''
            ? t('list.linesHint')
            : t('list.good', { count: format.number(parcels.length) })
        }
        fault={fault}
      >
        <Input.TextArea
          id={`${id}-lines`}
          rows={8}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            save.reset();
          }}
        />
      </FormField>
    </FormDialog>
  );
}

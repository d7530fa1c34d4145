import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { CloseIcon, PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import type { School } from '../../campus.ts';
import { putZone } from '../../zone/zone.contract.ts';
import type { Zone, ZoneFields } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import styles from './zone.module.css';

const figures = ['slot', 'perSlot', 'disinfect', 'carriers', 'perRound'] as const;

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** A beginning that every figure of is to be looked at. */
const fresh = (): ZoneFields => ({
  opens: 360,
  closes: 1080,
  slot: 60,
  perSlot: 100,
  disinfect: 30,
  carriers: 2,
  perRound: 20,
  buildings: [{ id: newId(), name: '', minutes: 15 }],
});

/** How the zone works: its slots, its hands, its buildings. */
export function SettingsDialog(props: {
  school: School;
  response: string;
  zone: Zone | undefined;
  onClose(): void;
}) {
  const { school, response, onClose } = props;
  const t = zoneMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  // As it was seen when typing began.
  const [zone] = useState(props.zone);
  const [begun] = useState(() => zone?.fields ?? fresh());
  const [draft, setDraft] = useState(begun);
  const save = useMutation({
    mutationFn: () =>
      call(putZone, {
        params: { school: school.id },
        body: { response, seen: zone?.version ?? null, fields: draft },
      }),
    onSuccess: async () => {
      void message.success(t('form.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'zone'] });
      onClose();
    },
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<ZoneFields>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const { buildings } = draft;
  const set = (building: string, patch: Partial<ZoneFields['buildings'][number]>) =>
    change({
      buildings: buildings.map((one) => (one.id === building ? { ...one, ...patch } : one)),
    });
  return (
    <FormDialog
      title={t('form.title')}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => save.mutate()}
    >
      <div className={styles.fields}>
        {(['opens', 'closes'] as const).map((field) => (
          <FormField key={field} field={field} id={`${id}-${field}`} label={t(`form.${field}`)}>
            <Input
              id={`${id}-${field}`}
              type="time"
              value={timeOf(draft[field])}
              onChange={({ target }) => target.value && change({ [field]: minuteOf(target.value) })}
            />
          </FormField>
        ))}
        {figures.map((field) => (
          <FormField key={field} field={field} id={`${id}-${field}`} label={t(`form.${field}`)}>
            <InputNumber
              id={`${id}-${field}`}
              className={styles.figure ?? ''}
              min={field === 'disinfect' ? 0 : 1}
              precision={0}
              value={draft[field]}
              onChange={(value) => value !== null && change({ [field]: value })}
            />
          </FormField>
        ))}
      </div>
      <fieldset className={styles.buildings}>
        <legend>{t('form.buildings')}</legend>
        <div className={styles.building} aria-hidden="true">
          <span>{t('form.building')}</span>
          <span>{t('form.minutes')}</span>
        </div>
        {buildings.map((one, i) => (
          <div key={one.id} className={styles.building}>
            <Input
              aria-label={`${t('form.building')} ${i + 1}`}
              maxLength={40}
              autoComplete="off"
              value={one.name}
              onChange={({ target }) => set(one.id, { name: target.value })}
            />
            <InputNumber
              aria-label={`${t('form.minutes')} ${i + 1}`}
              className={styles.figure ?? ''}
              min={1}
              max={240}
              precision={0}
              value={one.minutes}
              onChange={(minutes) => minutes !== null && set(one.id, { minutes })}
            />
            <Button
              type="text"
              icon={<CloseIcon />}
              disabled={buildings.length === 1}
              aria-label={t('form.remove', { name: one.name || String(i + 1) })}
              onClick={() => change({ buildings: buildings.filter(({ id: of }) => of !== one.id) })}
            />
          </div>
        ))}
        <Button
          icon={<PlusIcon />}
          disabled={buildings.length >= 60}
          onClick={() =>
            change({ buildings: [...buildings, { id: newId(), name: '', minutes: 15 }] })
          }
        >
          {t('form.add')}
        </Button>
      </fieldset>
    </FormDialog>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { putRooms } from '../../../boarding/rooms/rooms.contract.ts';
import { mostRooms, type Room, RoomKind } from '../../../boarding/rooms/rooms.ts';
import { roomsMessages } from '../../messages/rooms.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import styles from './rooms.module.css';
import { type Here, useRoomsChange } from './rooms-queries.ts';

/** Rooms of a building with numbers that follow each other, entered at once; or one room changed. */
export function RoomDialog(props: { here: Here; room: Room | undefined; onClose(): void }) {
  const { here, onClose } = props;
  const t = roomsMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  // As it was seen when typing began.
  const [room] = useState(props.room);
  const [ids] = useState(() => Array.from({ length: mostRooms }, () => newId()));
  const [begun] = useState(() => ({
    building: room?.fields.building ?? '',
    name: room?.fields.name ?? '',
    beds: room?.fields.beds ?? 8,
    kind: room?.fields.kind ?? ('any' as const),
    from: null as number | null,
    to: null as number | null,
  }));
  const [draft, setDraft] = useState(begun);
  const [asked, setAsked] = useState(false);
  const { from, to, name, ...rest } = draft;
  const many = from !== null && to !== null ? to - from + 1 : 0;
  const isWhole = room !== undefined || (many >= 1 && many <= mostRooms);
  const save = useRoomsChange(
    () =>
      call(putRooms, {
        params: { school: here.school },
        body: {
          response: here.response,
          rooms: room
            ? [{ id: room.id, seen: room.version, fields: { ...rest, name } }]
            : Array.from({ length: many }, (_, i) => ({
                id: ids[i] ?? '',
                seen: null,
                fields: { ...rest, name: String((from ?? 0) + i) },
              })),
        },
      }),
    () => {
      void message.success(t('form.saved'));
      onClose();
    },
  );
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  return (
    <FormDialog
      title={room ? t('form.change', { name: begun.name }) : t('form.title')}
      changed={draft !== begun}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => (isWhole ? save.mutate(undefined) : setAsked(true))}
    >
      <div className={styles.fields}>
        <FormField field="building" id={`${id}-building`} label={t('form.building')}>
          <Input
            id={`${id}-building`}
            maxLength={40}
            autoComplete="off"
            value={draft.building}
            onChange={({ target }) => change({ building: target.value })}
          />
        </FormField>
        {room ? (
          <FormField field="name" id={`${id}-name`} label={t('form.name')}>
            <Input
              id={`${id}-name`}
              maxLength={20}
              autoComplete="off"
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          </FormField>
        ) : (
          (['from', 'to'] as const).map((field) => (
            <FormField
              key={field}
              field={field}
              id={`${id}-${field}`}
              label={t(`form.${field}`)}
              fault={asked && !isWhole && field === 'from' ? t('form.range') : undefined}
            >
              <InputNumber
                id={`${id}-${field}`}
                className={styles.figure ?? ''}
                min={1}
                max={99_999}
                precision={0}
                value={draft[field]}
                onChange={(value) => change({ [field]: value })}
              />
            </FormField>
          ))
        )}
        <FormField field="beds" id={`${id}-beds`} label={t('form.beds')}>
          <InputNumber
            id={`${id}-beds`}
            className={styles.figure ?? ''}
            min={1}
            max={40}
            precision={0}
            value={draft.beds}
            onChange={(beds) => beds !== null && change({ beds })}
          />
        </FormField>
        <FormField field="kind" id={`${id}-kind`} label={t('form.kind')}>
          <Select
            id={`${id}-kind`}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={RoomKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        </FormField>
      </div>
      {!room && isWhole && (
        <p className={styles.said}>{t('form.count', { count: format.number(many) })}</p>
      )}
    </FormDialog>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { App, Select } from 'antd';
import { useId, useState } from 'react';
import { fillRooms, type RoomsBoard } from '../../../boarding/rooms/rooms.contract.ts';
import { roomsMessages } from '../../messages/rooms.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import { buildingsOf } from './room-table.tsx';
import { type Here, useRoomsChange } from './rooms-queries.ts';

/** A class is put into rooms of one building, all of it that has no bed yet. */
export function FillDialog(props: {
  here: Here;
  board: RoomsBoard;
  onClose(): void;
  onDone(): void;
}) {
  const { here, board, onClose } = props;
  const t = roomsMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const open = board.rooms.filter(({ taken, fields }) => taken < fields.beds);
  const buildings = buildingsOf({ ...board, rooms: open });
  const classes = board.classes.filter(({ people, withBed }) => withBed < people);
  const [area, setArea] = useState(classes[0]?.area);
  const [building, setBuilding] = useState(buildings[0] ?? '');
  const [rooms, setRooms] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const save = useRoomsChange(
    (of: string) =>
      call(fillRooms, {
        params: { school: here.school },
        body: { response: here.response, area: of, rooms },
      }),
    ({ withBed, without }) => {
      void message.success(
        t('filling.saved', { withBed: format.number(withBed), without: format.number(without) }),
      );
      props.onDone();
      onClose();
    },
  );
  return (
    <FormDialog
      title={t('filling.title')}
      changed={rooms.length > 0}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() => (area && rooms.length > 0 ? save.mutate(area) : setAsked(true))}
    >
      <FormField field="area" id={`${id}-area`} label={t('filling.class')}>
        <Select
          id={`${id}-area`}
          value={area ?? null}
          onChange={(of) => setArea(of ?? undefined)}
          options={classes.map(({ area: value, name, people, withBed }) => ({
            value,
            label: t('filling.classOf', { name, without: format.number(people - withBed) }),
          }))}
        />
      </FormField>
      <FormField field="building" id={`${id}-building`} label={t('filling.building')}>
        <Select
          id={`${id}-building`}
          value={building}
          onChange={(name) => {
            setBuilding(name);
            setRooms([]);
          }}
          options={buildings.map((name) => ({ value: name, label: name }))}
        />
      </FormField>
      <FormField
        field="rooms"
        id={`${id}-rooms`}
        label={t('filling.rooms')}
        hint={t('filling.hint')}
        fault={asked && rooms.length === 0 ? t('filling.choose') : undefined}
      >
        <Select
          id={`${id}-rooms`}
          mode="multiple"
          value={rooms}
          onChange={(chosen) => {
            setRooms(chosen);
            save.reset();
          }}
          optionFilterProp="label"
          options={open
            .filter(({ fields }) => fields.building === building)
            .map(({ id: value, fields, taken }) => ({
              value,
              label: t('filling.roomOf', {
                name: fields.name,
                kind: t(`kinds.${fields.kind}`),
                free: format.number(fields.beds - taken),
              }),
            }))}
        />
      </FormField>
    </FormDialog>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { App, Select } from 'antd';
import { useId, useState } from 'react';
import { giveBed, type RoomsBoard } from '../../../boarding/rooms/rooms.contract.ts';
import type { Sleeper } from '../../../boarding/rooms/rooms.ts';
import { roomsMessages } from '../../messages/rooms.ts';
import { FormDialog, FormField } from '../../schools/form-dialog.tsx';
import { type Here, useRoomsChange } from './rooms-queries.ts';

/** One person gets a bed that is free. */
export function BedDialog(props: {
  here: Here;
  board: RoomsBoard;
  who: Sleeper;
  taken: readonly NonNullable<Sleeper['bed']>[];
  onClose(): void;
  onDone(bed: NonNullable<Sleeper['bed']>): void;
}) {
  const { here, board, who, taken, onClose } = props;
  const t = roomsMessages.use();
  const { message } = App.useApp();
  const id = useId();
  const open = board.rooms.filter((room) => room.taken < room.fields.beds);
  const [room, setRoom] = useState<string>();
  const [bed, setBed] = useState<number>();
  const [asked, setAsked] = useState(false);
  const save = useRoomsChange(
    async (to: NonNullable<Sleeper['bed']>) => {
      await call(giveBed, {
        params: { school: here.school, member: who.id },
        body: { response: here.response, bed: to },
      });
      return to;
    },
    (to) => {
      void message.success(t('people.saved'));
      props.onDone(to);
      onClose();
    },
  );
  const beds = open.find((one) => one.id === room)?.fields.beds ?? 0;
  const free = Array.from({ length: beds }, (_, i) => i + 1).filter(
    (number) => !taken.some((one) => one.room === room && one.number === number),
  );
  return (
    <FormDialog
      title={t('people.giveTitle', { name: who.name })}
      changed={room !== undefined}
      busy={save.isPending}
      error={save.error}
      fields={[]}
      onClose={onClose}
      onSave={() =>
        room !== undefined && bed !== undefined
          ? save.mutate({ room, number: bed })
          : setAsked(true)
      }
    >
      <FormField
        field="room"
        id={`${id}-room`}
        label={t('people.room')}
        fault={
          open.length === 0
            ? t('people.noRooms')
            : asked && bed === undefined
              ? t('people.choose')
              : undefined
        }
      >
        <Select
          id={`${id}-room`}
          value={room ?? null}
          onChange={(of) => {
            setRoom(of ?? undefined);
            setBed(undefined);
            save.reset();
          }}
          showSearch={{ optionFilterProp: 'label' }}
          options={open.map(({ id: value, fields }) => ({
            value,
            label: `${fields.building} ${fields.name} · ${t(`kinds.${fields.kind}`)}`,
          }))}
        />
      </FormField>
      <FormField field="bed" id={`${id}-bed`} label={t('people.number')}>
        <Select
          id={`${id}-bed`}
          value={bed ?? null}
          onChange={(number) => {
            setBed(number ?? undefined);
            save.reset();
          }}
          options={free.map((number) => ({ value: number, label: String(number) }))}
        />
      </FormField>
    </FormDialog>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { Select } from 'antd';
import { useState } from 'react';
import {
  changeLinen,
  type RoomsBoard,
  removeRoom,
} from '../../../boarding/rooms/rooms.contract.ts';
import type { Room } from '../../../boarding/rooms/rooms.ts';
import { roomsMessages } from '../../messages/rooms.ts';
import { usePermitted } from '../../permitted.ts';
import { RoomDialog } from './room-dialog.tsx';
import styles from './rooms.module.css';
import { type Here, useRoomsChange } from './rooms-queries.ts';

export const buildingsOf = ({ rooms }: RoomsBoard): string[] => [
  ...new Set(rooms.map(({ fields }) => fields.building)),
];

/** Room by room who sleeps there, by class, and when its bedding is due. */
export function RoomTable({ board, here }: { board: RoomsBoard; here: Here }) {
  const t = roomsMessages.use();
  const format = useFormat();
  const deniedLinen = usePermitted('campus.rooms');
  const [building, setBuilding] = useState('');
  const [changing, setChanging] = useState<Room>();
  const params = { school: here.school };
  const linen = useRoomsChange(({ id }: Room) =>
    call(changeLinen, {
      params,
      body: { response: here.response, rooms: [id], day: here.today },
    }),
  );
  const remove = useRoomsChange(({ id }: Room) =>
    call(removeRoom, { params: { ...params, room: id }, query: { response: here.response } }),
  );
  const columns: Column<Room>[] = [
    {
      id: 'room',
      header: t('rooms.room'),
      cell: ({ fields }) => `${fields.building} ${fields.name}`,
    },
    { id: 'kind', header: t('rooms.kind'), cell: ({ fields }) => t(`kinds.${fields.kind}`) },
    {
      id: 'taken',
      header: t('rooms.taken'),
      numeric: true,
      cell: ({ taken, fields }) => `${format.number(taken)} / ${format.number(fields.beds)}`,
    },
    {
      id: 'classes',
      header: t('rooms.classes'),
      cell: ({ classes }) =>
        classes
          .map(({ name, people }) => t('rooms.classOf', { name, people: format.number(people) }))
          .join(format.language === 'en' ? ', ' : '、') || '—',
    },
    {
      id: 'linen',
      header: t('rooms.linen'),
      inCard: 'wide',
      cell: (room) => <Linen room={room} today={here.today} />,
    },
    {
      id: 'do',
      header: '',
      inCard: 'wide',
      cell: (room) => (
        <span className={styles.deeds}>
          <ActionButton
            size="small"
            loading={linen.isPending && linen.variables?.id === room.id}
            disabledReason={
              deniedLinen ?? (room.linen?.changed === here.today ? t('rooms.done') : undefined)
            }
            onClick={() => linen.mutate(room)}
          >
            {t('rooms.changed')}
          </ActionButton>
          <ActionButton size="small" disabledReason={here.denied} onClick={() => setChanging(room)}>
            {t('rooms.change')}
          </ActionButton>
          <ActionButton
            size="small"
            loading={remove.isPending && remove.variables?.id === room.id}
            disabledReason={here.denied ?? (room.taken > 0 ? t('rooms.inUse') : undefined)}
            onClick={() => remove.mutate(room)}
          >
            {t('rooms.remove')}
          </ActionButton>
        </span>
      ),
    },
  ];
  const error = linen.error ?? remove.error;
  return (
    <Panel
      flush
      title={t('rooms.title')}
      note={t('rooms.note')}
      tools={
        <Select
          aria-label={t('rooms.building')}
          value={building}
          onChange={setBuilding}
          popupMatchSelectWidth={false}
          options={['', ...buildingsOf(board)].map((name) => ({
            value: name,
            label: name || t('rooms.all'),
          }))}
        />
      }
    >
      {error && <ErrorState inline error={error} />}
      <DataTable
        caption={t('rooms.title')}
        rows={board.rooms.filter(({ fields }) => building === '' || fields.building === building)}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ fields }) => `${fields.building} ${fields.name}`}
        maxHeight={480}
      />
      {changing && (
        <RoomDialog here={here} room={changing} onClose={() => setChanging(undefined)} />
      )}
    </Panel>
  );
}

function Linen({ room, today }: { room: Room; today: string }) {
  const t = roomsMessages.use();
  const format = useFormat();
  if (!room.linen) return <StatusTag level="unknown">{t('rooms.linenNever')}</StatusTag>;
  const { due } = room.linen;
  const isLate = due <= today;
  return (
    <StatusTag level={isLate ? 'warn' : 'ok'}>
      {t(isLate ? 'rooms.linenLate' : 'rooms.linenDue', { due: format.date(due) })}
    </StatusTag>
  );
}

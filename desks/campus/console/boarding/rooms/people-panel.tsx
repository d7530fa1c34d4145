import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import {
  giveBed,
  openBuilding,
  openSleepers,
  type RoomsBoard,
} from '../../../boarding/rooms/rooms.contract.ts';
import type { Sleeper } from '../../../boarding/rooms/rooms.ts';
import { roomsMessages } from '../../messages/rooms.ts';
import { BedDialog } from './bed-dialog.tsx';
import { buildingsOf } from './room-table.tsx';
import styles from './rooms.module.css';
import { type Here, useRoomsChange } from './rooms-queries.ts';

/** Who has a bed and who has none, opened when asked for; a keeper opens one building. */
export function PeoplePanel({ board, here }: { board: RoomsBoard; here: Here }) {
  const t = roomsMessages.use();
  const buildings = buildingsOf(board);
  const [building, setBuilding] = useState(buildings[0] ?? '');
  const [onlyWithout, setOnlyWithout] = useState(false);
  const [giving, setGiving] = useState<Sleeper>();
  const { school, response, denied } = here;
  const params = { school };
  const isKeeper = denied !== undefined;
  const [people, setPeople] = useState<readonly Sleeper[]>();
  const names = useMutation({
    mutationFn: () =>
      isKeeper
        ? call(openBuilding, { params, body: { response, building } })
        : call(openSleepers, { params, body: { response } }),
    onSuccess: (opened) => setPeople(opened.people),
  });
  // Known from what was just done: the list is not opened again for it.
  const moved = (who: Sleeper, bed: Sleeper['bed']) =>
    setPeople((known) => known?.map((one) => (one.id === who.id ? { ...one, bed } : one)));
  const free = useRoomsChange(
    async (who: Sleeper) => {
      await call(giveBed, { params: { ...params, member: who.id }, body: { response, bed: null } });
      return who;
    },
    (who) => moved(who, null),
  );
  const rooms = new Map(board.rooms.map((room) => [room.id, room.fields]));
  const bedOf = ({ bed }: Sleeper): string => {
    const room = bed && rooms.get(bed.room);
    if (!bed || !room) return t('people.noBed');
    return t('people.bedOf', { building: room.building, room: room.name, number: bed.number });
  };
  const columns: Column<Sleeper>[] = [
    { id: 'name', header: t('people.name'), cell: ({ name }) => name },
    {
      id: 'class',
      header: t('people.class'),
      cell: ({ kind, areaName }) =>
        kind === 'staff' ? `${areaName} · ${t('people.staff')}` : areaName,
    },
    { id: 'bed', header: t('people.bed'), cell: bedOf },
    ...(isKeeper
      ? []
      : [
          {
            id: 'do',
            header: '',
            inCard: 'wide',
            cell: (one) => (
              <span className={styles.deeds}>
                <ActionButton size="small" onClick={() => setGiving(one)}>
                  {t(one.bed ? 'people.move' : 'people.give')}
                </ActionButton>
                {one.bed && (
                  <ActionButton
                    size="small"
                    loading={free.isPending && free.variables?.id === one.id}
                    onClick={() => free.mutate(one)}
                  >
                    {t('people.free')}
                  </ActionButton>
                )}
              </span>
            ),
          } satisfies Column<Sleeper>,
        ]),
  ];
  return (
    <Panel
      flush={people !== undefined}
      title={t('people.title')}
      note={t('people.note')}
      tools={
        <>
          {isKeeper && (
            <Select
              aria-label={t('people.building')}
              value={building}
              onChange={(name) => {
                setBuilding(name);
                setPeople(undefined);
              }}
              popupMatchSelectWidth={false}
              options={buildings.map((name) => ({ value: name, label: name }))}
            />
          )}
          {!isKeeper && people && (
            <Checkbox
              checked={onlyWithout}
              onChange={({ target }) => setOnlyWithout(target.checked)}
            >
              {t('people.onlyWithout')}
            </Checkbox>
          )}
        </>
      }
    >
      {(names.error ?? free.error) && (
        <ErrorState inline error={(names.error ?? free.error) as Error} />
      )}
      {people ? (
        <DataTable
          caption={t('people.title')}
          rows={people.filter(({ bed }) => !onlyWithout || bed === null)}
          columns={columns}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={<EmptyState small title={t(isKeeper ? 'people.noneHere' : 'people.none')} />}
          maxHeight={480}
        />
      ) : (
        <ActionButton loading={names.isPending} onClick={() => names.mutate()}>
          {t(isKeeper ? 'people.openBuilding' : 'people.open')}
        </ActionButton>
      )}
      {giving && people && (
        <BedDialog
          here={here}
          board={board}
          who={giving}
          taken={people.flatMap(({ bed }) => bed ?? [])}
          onClose={() => setGiving(undefined)}
          onDone={(bed) => moved(giving, bed)}
        />
      )}
    </Panel>
  );
}

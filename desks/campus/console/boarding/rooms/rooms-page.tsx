import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roomsMessages } from '../../messages/rooms.ts';
import { OfSchool, type OfSchoolChoice } from '../../of-school.tsx';
import { usePermitted } from '../../permitted.ts';
import type { CampusSearch } from '../../search.ts';
import { FillDialog } from './fill-dialog.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RoomDialog } from './room-dialog.tsx';
import { RoomTable } from './room-table.tsx';
import { roomsQuery } from './rooms-queries.ts';
import { RoomsTiles } from './rooms-tiles.tsx';

/** Where beds are free, which class sleeps where, who has none, when bedding is due. */
export default function RoomsPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = roomsMessages.use();
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => <RoomsOf {...chosen} />}
    </OfSchool>
  );
}

function RoomsOf(props: OfSchoolChoice) {
  const { school, of } = props;
  const t = roomsMessages.use();
  const denied = usePermitted('campus.rooms-assign');
  const board = useQuery(roomsQuery(school.id, of.id));
  const [dialog, setDialog] = useState<'room' | 'fill'>();
  const [fillings, setFillings] = useState(0);
  const here = { school: school.id, response: of.id, today: of.today, denied };
  const close = () => setDialog(undefined);
  const isFull =
    !board.data?.rooms.some(({ taken, fields }) => taken < fields.beds) ||
    board.data.withBed === board.data.members;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { school: school.name })}
      tools={
        <>
          {props.choice}
          <ActionButton disabledReason={denied} onClick={() => setDialog('room')}>
            {t('add')}
          </ActionButton>
        </>
      }
      action={
        <ActionButton
          type="primary"
          disabledReason={denied ?? (isFull ? t('fillNone') : undefined)}
          onClick={() => setDialog('fill')}
        >
          {t('fill')}
        </ActionButton>
      }
    >
      <Loaded query={board}>
        {(data) => (
          <>
            {data.rooms.length > 0 ? (
              <>
                <RoomsTiles board={data} today={of.today} />
                <RoomTable board={data} here={here} />
              </>
            ) : (
              <Panel>
                <EmptyState small title={t('none')}>
                  {t(denied ? 'noWrite' : 'noneNote')}
                </EmptyState>
              </Panel>
            )}
            {data.rooms.length > 0 && <PeoplePanel key={fillings} board={data} here={here} />}
          </>
        )}
      </Loaded>
      {dialog === 'room' && <RoomDialog here={here} room={undefined} onClose={close} />}
      {dialog === 'fill' && board.data && (
        <FillDialog
          here={here}
          board={board.data}
          onClose={close}
          onDone={() => setFillings(fillings + 1)}
        />
      )}
    </Page>
  );
}

import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { RoomsBoard } from '../../../boarding/rooms/rooms.contract.ts';
import { roomsMessages } from '../../messages/rooms.ts';

/** How many beds there are, how many are free, who has none, where bedding is due. */
export function RoomsTiles({ board, today }: { board: RoomsBoard; today: string }) {
  const t = roomsMessages.use();
  const format = useFormat();
  const { rooms } = board;
  const beds = rooms.reduce((sum, { fields }) => sum + fields.beds, 0);
  const taken = rooms.reduce((sum, room) => sum + room.taken, 0);
  const without = board.members - board.withBed;
  const due = rooms.filter(({ linen }) => linen !== null && linen.due <= today).length;
  const never = rooms.filter(({ linen }) => linen === null).length;
  return (
    <Tiles>
      <StatTile
        label={t('tiles.beds')}
        value={format.number(beds)}
        note={t('tiles.rooms', { rooms: format.number(rooms.length) })}
      />
      <StatTile label={t('tiles.free')} value={format.number(beds - taken)} />
      <StatTile
        label={t('tiles.without')}
        value={format.number(without)}
        level={without > 0 ? 'warn' : 'ok'}
        note={t('tiles.withoutOf', { members: format.number(board.members) })}
      />
      <StatTile
        label={t('tiles.linen')}
        value={format.number(due)}
        level={due > 0 ? 'warn' : 'ok'}
        note={t('tiles.linenNote', { never: format.number(never) })}
      />
    </Tiles>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { readRooms } from '../../../boarding/rooms/rooms.contract.ts';

/** The school and response that a part of the page is about, and why its reader may not give beds. */
export interface Here {
  school: string;
  response: string;
  today: string;
  denied: string | undefined;
}

const rooms = ['campus', 'rooms'] as const;

export const roomsQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: [...rooms, school, response],
    queryFn: ({ signal }) =>
      call(readRooms, { params: { school }, query: { response } }, { signal }),
  });

/** What may be sent again as it is: each says how it is to be, not what to add. */
export function useRoomsChange<In, Out>(
  mutationFn: (what: In) => Promise<Out>,
  onDone?: (out: Out) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async (out) => {
      await queries.invalidateQueries({ queryKey: rooms });
      onDone?.(out);
    },
  });
}

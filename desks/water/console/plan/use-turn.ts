import { call } from '@liangbuwu/office/http/console/call.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setSourceState, setTankerState } from '../../contract.ts';
import type { Resource } from './resource.ts';

/** Takes a source or tanker out of use, with the reason, or brings it back. */
export function useTurn({ kind, one }: Resource, response: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (turn: { out: boolean; reason: string }) => {
      const { reason } = turn;
      if (kind === 'source') {
        const state = turn.out ? 'closed' : 'open';
        await call(setSourceState, {
          params: { source: one.id },
          body: { response, state, reason },
        });
      } else {
        const state = turn.out ? 'out' : 'ready';
        await call(setTankerState, {
          params: { tanker: one.id },
          body: { response, state, reason },
        });
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['water', 'day'] }),
  });
}

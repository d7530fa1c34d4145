import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../http/console/call.ts';
import { householdTable } from '../../households/table.ts';
import { bringHouseholds, listOffers, mostBrought } from '../../residents/bring.contract.ts';
import { lastingTable } from '../../residents/table.ts';

const none = { added: 0, joined: 0, changed: 0 };
export type Brought = typeof none;

/** Brings chosen households, or all that are offered, section by section; stopped it goes on where it was. */
export function useBring(response: string, onDone: (done: Brought) => void) {
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const stopped = useRef(false);
  const bring = useMutation({
    mutationFn: async (chosen: readonly string[] | 'all') => {
      stopped.current = false;
      setDone(0);
      const sum = { ...none };
      let before = 0;
      for (let next = await first(); next.length > 0 && !stopped.current; next = await more()) {
        const households = next.map((lasting) => ({ lasting, id: newId() }));
        const said = await call(bringHouseholds, { body: { response, households } });
        sum.added += said.added;
        sum.joined += said.joined;
        sum.changed += said.changed;
        before += next.length;
        setDone(before);
      }
      return sum;

      async function offered(): Promise<readonly string[]> {
        const query = { response, limit: mostBrought };
        const { rows } = await call(listOffers, { query });
        return rows.map(({ lasting }) => lasting);
      }
      async function first() {
        return chosen === 'all' ? offered() : chosen;
      }
      async function more() {
        return chosen === 'all' ? offered() : [];
      }
    },
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(
        [lastingTable, householdTable].map(({ id }) =>
          queries.invalidateQueries({ queryKey: tableKeys.all(id) }),
        ),
      ),
  });
  return {
    done,
    isPending: bring.isPending,
    error: bring.error,
    run: bring.mutate,
    stop: () => {
      stopped.current = true;
    },
  };
}

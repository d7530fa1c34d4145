import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../http/console/call.ts';
import type { Sheet } from '../../sheets/contract.ts';
import { tableKeys } from '../queries.ts';
import type { SheetRoutes } from './queries.ts';

export type Step = 'check' | 'write' | 'undo';

type Begin = { fields: { column: number; field: string | null }[]; sameNamed: Sheet['sameNamed'] };

const ends: Record<Step, Sheet['state']> = { check: 'checked', write: 'written', undo: 'undone' };

/** Goes on with a sheet section by section, until it is over or somebody stops it; what is done stays done. */
export function useSteps(routes: SheetRoutes, sheet: Sheet, onSheet: (sheet: Sheet) => void) {
  const queries = useQueryClient();
  const stopped = useRef(false);
  const [step, setStep] = useState<Step>();
  const run = useMutation({
    networkMode: 'always',
    mutationFn: async ({ step: kind, begin }: { step: Step; begin?: Begin }) => {
      stopped.current = false;
      setStep(kind);
      const params = { sheet: sheet.id };
      let first = begin ?? null;
      for (;;) {
        const now =
          kind === 'check'
            ? await call(routes.check, { params, body: { begin: first } })
            : await call(kind === 'write' ? routes.write : routes.undo, { params, body: {} });
        first = null;
        onSheet(now);
        if (now.state === ends[kind] || stopped.current) return now;
      }
    },
    onSettled: () => {
      setStep(undefined);
      void queries.invalidateQueries({ queryKey: tableKeys.all(routes.table.id) });
    },
  });
  return {
    step,
    error: run.error ?? undefined,
    go: (kind: Step, begin?: Begin) => run.mutate({ step: kind, ...(begin && { begin }) }),
    stop: () => {
      stopped.current = true;
    },
  };
}

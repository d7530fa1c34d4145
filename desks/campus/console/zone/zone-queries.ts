import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readZone } from '../../zone/zone.contract.ts';

export const zoneQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: ['campus', 'zone', school, response],
    queryFn: ({ signal }) =>
      call(readZone, { params: { school }, query: { response } }, { signal }),
  });

/** A step that counts once, however often it is pressed: its id is made before it is first sent. */
export function useZoneStep<In, Out>(
  send: (step: string, what: In) => Promise<Out>,
  onDone?: (out: Out) => void,
) {
  const queries = useQueryClient();
  const [step, setStep] = useState(newId);
  return useMutation({
    mutationFn: (what: In) => send(step, what),
    onSuccess: async (out) => {
      setStep(newId());
      await queries.invalidateQueries({ queryKey: ['campus', 'zone'] });
      onDone?.(out);
    },
  });
}

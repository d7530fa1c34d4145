import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** A step that counts once, however often it is pressed: its id is made before it is first sent. */
export function useStep<In, Out>(
  stale: readonly string[],
  send: (step: string, what: In) => Promise<Out>,
  onDone?: (out: Out) => void,
) {
  const queries = useQueryClient();
  const [step, setStep] = useState(newId);
  return useMutation({
    mutationFn: (what: In) => send(step, what),
    onSuccess: async (out) => {
      setStep(newId());
      await queries.invalidateQueries({ queryKey: stale });
      onDone?.(out);
    },
  });
}

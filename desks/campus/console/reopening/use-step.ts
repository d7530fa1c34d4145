import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';

type Step = { params: { plan: string; step: string }; seen: number };

/** Takes a step once, however often it is pressed: its id is made before it is first sent. */
export function useStep(plan: Plan, deed: string, onDone?: () => void) {
  const t = reopeningMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [step, setStep] = useState(newId);
  return useMutation({
    mutationFn: (send: (of: Step) => Promise<unknown>) =>
      send({ params: { plan: plan.id, step }, seen: plan.version }),
    onSuccess: async () => {
      setStep(newId());
      void message.success(t('deeds.done', { deed }));
      await queries.invalidateQueries({ queryKey: ['campus'] });
      onDone?.();
    },
  });
}

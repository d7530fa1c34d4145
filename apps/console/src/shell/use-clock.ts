import { call } from '@liangbuwu/office/http/console/call.ts';
import { advanceClock } from '@liangbuwu/office/responses/contract.ts';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import type { ResponseClockProps } from '@liangbuwu/ui/shell/response-clock.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { consoleMessages } from '../messages.ts';
import { clockSteps } from './clock-steps.ts';
import type { Response } from './use-situation.ts';

/** The response's clock for the header; in a demonstration it can be moved on by who may. */
export function useClock(
  response: Response | undefined,
  permissions: readonly string[],
): ResponseClockProps | undefined {
  const t = consoleMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const zone = response?.zone ?? 'Asia/Shanghai';
  const format = createFormat(language, zone);
  const advance = useMutation({
    mutationFn: (to: string) =>
      call(advanceClock, { params: { response: response?.id ?? '' }, body: { to } }),
    onSuccess: (moved) => {
      void message.success(
        t('clock.moved', { time: createFormat(language, moved.zone).instant(moved.now) }),
      );
      return queries.invalidateQueries();
    },
    onError: (error) => {
      const refusal = findRefusal(error);
      void message.error(refusal ? `${say(refusal.cause)} ${say(refusal.remedy)}` : String(error));
    },
  });
  if (!response) return undefined;
  const shown = {
    instant: response.now,
    runs: response.clock === 'system' && response.ended === null,
  };
  if (response.clock !== 'set' || response.ended !== null) return shown;
  if (!permissions.includes('responses.clock'))
    return { ...shown, menu: [{ key: 'forbidden', label: t('clock.forbidden'), disabled: true }] };
  const steps = clockSteps(response.now, format);
  return {
    ...shown,
    menu: steps.map((step) => ({
      key: step.key,
      label:
        'time' in step ? t(`clock.${step.kind}`, { time: step.time }) : t(`clock.${step.kind}`),
      disabled: advance.isPending,
    })),
    onMenu: (key) => {
      const step = steps.find((one) => one.key === key);
      if (step) advance.mutate(step.instant);
    },
  };
}

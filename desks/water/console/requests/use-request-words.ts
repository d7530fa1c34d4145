import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { WaterRequest } from '../../requests/request.ts';
import { requestMessages } from '../messages/requests.ts';

/** How a request and its times are said. */
export function useRequestWords(today: string) {
  const t = requestMessages.use();
  const format = useFormat();
  const at = (instant: string) => {
    const moment = format.findMoment(instant);
    if (!moment) return '—';
    return moment.day === today ? moment.time : `${moment.day.slice(5)} ${moment.time}`;
  };
  return {
    at,
    /** 10日3号, as it is said on the telephone. */
    number: (number: string) => {
      const [day = '', seq = ''] = number.split('-');
      return t('day', { day, seq });
    },
    kind: ({ kind, litres }: Pick<WaterRequest, 'kind' | 'litres'>) =>
      litres === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} ${format.litres(litres)}`,
  };
}

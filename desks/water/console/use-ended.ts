import type { DeskDayView } from './desk-day.tsx';
import { sharedMessages } from './messages/shared.ts';

/** Why nothing is written any more: the response has ended; undefined while it runs. */
export function useEnded({ of }: Pick<DeskDayView, 'of'>): string | undefined {
  const t = sharedMessages.use();
  return of.ended === null ? undefined : t('responseEnded');
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findAlike } from '../../requests/requests.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { keys } from '../query-keys.ts';
import styles from './requests.module.css';
import { useRequestWords } from './use-request-words.ts';

/** Warns of what was asked for already, as soon as the household or the telephone is known. */
export function AlikeNote(props: {
  view: DeskDayView;
  household: string | null;
  phone: string;
  point: string | null;
}) {
  const { view, household, point } = props;
  const t = requestMessages.use();
  const words = useRequestWords(view.of.today);
  const phone = useWhole(props.phone);
  const { response, area, day } = view;
  const alike = useQuery({
    queryKey: [...keys.requests(view), 'alike', household, phone, point],
    queryFn: ({ signal }) =>
      call(findAlike, { body: { response, area, day, household, phone, point } }, { signal }),
    enabled: household !== null || phone !== null || point !== null,
  });
  const found = alike.data?.alike ?? [];
  // The same point alone says little: it is named beside the others, or as a count of its own.
  const close = found.filter(({ why }) => why.some((of) => of !== 'point'));
  const shown = close.length > 0 ? close : found;
  if (shown.length === 0) return null;
  return (
    <div className={styles.alike} aria-live="polite">
      <StatusTag level={close.length > 0 ? 'warn' : 'unknown'}>{t('alike.title')}</StatusTag>
      <ul>
        {shown.slice(0, 5).map(({ request, number, why }) => (
          <li key={request}>
            {t('alike.line', {
              number: words.number(number),
              why: why.map((of) => t(`alike.${of}`)).join(' · '),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A telephone number once it is long enough to be one, and has stood for a moment. */
function useWhole(typed: string): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const figures = typed.replace(/[^\d+]/g, '');
    const timer = setTimeout(() => setSettled(/^\+?\d{7,15}$/.test(figures) ? figures : null), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { bePresent, type Presence } from '@liangbuwu/office/plans/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { PeopleIcon } from '@liangbuwu/ui/icons.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { planMessages } from '../messages/plan.ts';
import { sharedMessages } from '../messages/shared.ts';
import { type DeskDay, keys } from '../query-keys.ts';
import styles from './presence.module.css';

const every = 20_000;

/** Tells colleagues, as long as the page is open, that one has this day open and what one does. */
export function useBePresent({ response, area, day }: DeskDay, doing: Presence['doing']): void {
  const queries = useQueryClient();
  const [tab] = useState(() => newId());
  useEffect(() => {
    const stop = new AbortController();
    const tell = () =>
      call(
        bePresent,
        { params: { tab }, body: { response, area, day, desk: 'water', doing } },
        { signal: stop.signal },
      ).then(
        ({ present }) =>
          queries.setQueryData<{ present: Presence[] }>(
            keys.plans({ response, area, day }),
            (list) => list && { ...list, present },
          ),
        () => {
          // Being seen is a courtesy: what really fails shows where it matters.
        },
      );
    void tell();
    const timer = setInterval(() => void tell(), every);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [queries, tab, response, area, day, doing]);
}

/** Who else has the day open. */
export function PresentPeople({ present }: { present: readonly Presence[] }) {
  const t = planMessages.use();
  const shared = sharedMessages.use();
  return (
    <output className={styles.present} aria-label={t('present.label')}>
      {present.length > 0 && (
        <>
          <PeopleIcon />
          <span>
            {present
              .map(({ name, doing }) => t(`present.${doing}`, { name }))
              .join(shared('listComma'))}
          </span>
        </>
      )}
    </output>
  );
}

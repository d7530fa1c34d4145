import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordLook } from '../../doors/doors.contract.ts';
import type { Look } from '../../doors/visit.ts';
import { doorMessages } from '../messages/doors.ts';
import styles from './doors.module.css';

const found = ['well', 'helped', 'not-found'] as const;

/** What somebody found who went to look after a visit. */
export function LookButtons({ visit, readOnly }: { visit: string; readOnly: string | undefined }) {
  const t = doorMessages.use();
  const queries = useQueryClient();
  const [id, setId] = useState(() => newId());
  const save = useMutation({
    mutationFn: (what: Look['found']) =>
      call(recordLook, { params: { look: id }, body: { visit, found: what } }),
    onSuccess: () => {
      // They may go and look again.
      setId(newId());
      return queries.invalidateQueries({ queryKey: ['water', 'doors'] });
    },
  });
  return (
    <>
      <div className={styles.actions}>
        {found.map((what) => (
          <ActionButton
            key={what}
            loading={save.isPending}
            disabledReason={readOnly}
            onClick={() => save.mutate(what)}
          >
            {t(`worries.${what}`)}
          </ActionButton>
        ))}
      </div>
      {save.error && <ErrorState inline error={save.error} />}
    </>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { putCall } from '../../../sampling/run/run.contract.ts';
import { samplingMessages } from '../../messages/sampling.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import styles from './run.module.css';
import type { SeenRun } from './run-page.tsx';
import { runKey } from './run-queries.ts';
import type { Queue } from './use-queue.ts';
import { wait } from './use-taps.ts';

/** Whom to call next, and who was called and has not come: one list, called again with one tap. */
export function CallPanel({ seen, queue }: { seen: SeenRun; queue: Queue }) {
  const { session, run, calls } = seen;
  const t = samplingRunMessages.use();
  const planned = samplingMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const make = useMutation({
    mutationFn: async (input: { call: string; number: number | null }) => {
      const made = call(putCall, {
        params: { session: session.id, call: input.call },
        body: { number: input.number },
      });
      // The second tap of a hand that shakes does not call those after them.
      await Promise.all([made, wait(700)]);
    },
    // The same id again: a call that was heard and not answered is one call.
    retry: 3,
    onSuccess: () => queries.invalidateQueries({ queryKey: runKey(session.id) }),
  });
  const next = queue.next === null ? undefined : queue.plan.calls[queue.next];
  const who = next?.parts
    .map(({ group, from, to }) => {
      const called = run.groups[Number(group)];
      const all = from === 1 && to === called?.people;
      return planned(all ? 'calls.whole' : 'calls.part', {
        group: called?.name ?? '',
        from: format.number(from),
        to: format.number(to),
      });
    })
    .join('、');
  const last = calls.at(-1);
  const { missing } = queue;
  const byArea = Map.groupBy(missing, ({ area }) => area);
  const reason =
    denied ??
    (run.endedAt
      ? t('end.ended', { time: format.findMoment(run.endedAt)?.time ?? '' })
      : undefined);
  return (
    <Panel title={t('calls.title')}>
      <div className={styles.tight}>
        <p>
          {next
            ? t('calls.who', { who: who ?? '', people: format.number(next.people) })
            : t('calls.all')}
        </p>
        {next && (
          <ActionButton
            type="primary"
            block
            className={styles.big ?? ''}
            loading={make.isPending}
            disabledReason={reason}
            onClick={() => make.mutate({ call: newId(), number: queue.next })}
          >
            {t('calls.next')}
          </ActionButton>
        )}
        {last && (
          <p className={styles.quiet}>
            {t(last.number === null ? 'calls.lastAgain' : 'calls.last', {
              time: format.findMoment(last.at)?.time ?? '',
              people: format.number(last.people),
            })}
          </p>
        )}
        {missing.length > 0 && (
          <>
            <div className={styles.between}>
              <span>{t('calls.missing', { people: format.number(missing.length) })}</span>
              <span>
                <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
                  {t(shown ? 'calls.hide' : 'calls.names')}
                </Button>{' '}
                <ActionButton
                  loading={make.isPending}
                  disabledReason={reason}
                  onClick={() => make.mutate({ call: newId(), number: null })}
                >
                  {t('calls.again')}
                </ActionButton>
              </span>
            </div>
            {shown &&
              [...byArea].map(([area, people]) => (
                <div key={area}>
                  <h3>{area}</h3>
                  <ul className={styles.names}>
                    {people.map(({ id, name }) => (
                      <li key={id}>{name}</li>
                    ))}
                  </ul>
                </div>
              ))}
          </>
        )}
        {(make.error ?? queue.error) && <ErrorState inline error={make.error ?? queue.error} />}
      </div>
    </Panel>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { School } from '../../campus.ts';
import { putSession, removeSession } from '../../sampling/sampling.contract.ts';
import type { SamplingSession } from '../../sampling/session.ts';
import { samplingMessages } from '../messages/sampling.ts';
import { CallSheet } from './call-sheet.tsx';
import { draftOf, readDraft } from './draft.ts';
import styles from './sampling.module.css';
import { SessionForm } from './session-form.tsx';
import { SessionChance, SessionTiles, useSessionPlan } from './session-result.tsx';

/** A session's settings, and beside them what comes of them as they are typed. */
export function SessionEditor(props: {
  school: School;
  of: Response;
  session: SamplingSession | undefined;
  denied: string | undefined;
  onSaved: (id: string | undefined) => void;
}) {
  const { school, of, denied } = props;
  const t = samplingMessages.use();
  // As it was seen when typing began.
  const [session] = useState(props.session);
  const { message } = App.useApp();
  const queries = useQueryClient();
  // One id: sent again after a broken connection, it stays one session.
  const [fresh] = useState(newId);
  const [begun] = useState(() => draftOf(session, of.today));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(session !== undefined);
  const { fields, wrong } = readDraft(draft, of.id);
  const result = useSessionPlan(fields);
  const params = { school: school.id, session: session?.id ?? fresh };
  const done = async (said: 'form.saved' | 'form.removed', open: string | undefined) => {
    void message.success(t(said));
    await queries.invalidateQueries({ queryKey: ['campus', 'sampling'] });
    props.onSaved(open);
  };
  const save = useMutation({
    mutationFn: (body: NonNullable<typeof fields>) =>
      call(putSession, { params, body: { ...body, seen: session?.version ?? null } }),
    onSuccess: ({ id }) => done('form.saved', id),
  });
  const remove = useMutation({
    mutationFn: (seen: number) => call(removeSession, { params, query: { seen } }),
    onSuccess: () => done('form.removed', undefined),
  });
  const changed = draft !== begun;
  useUnsavedGuard(changed && !save.isSuccess && !remove.isSuccess);
  return (
    <>
      {result && <SessionTiles {...result} />}
      <div className={styles.sides}>
        <Panel title={session ? t('form.title') : t('form.newTitle')}>
          <SessionForm
            school={school.id}
            draft={draft}
            wrong={tried ? (wrong ?? new Set()) : new Set()}
            onChange={(next) => {
              setDraft(next);
              save.reset();
              remove.reset();
            }}
          />
          <div className={styles.foot}>
            {session && (
              <ActionButton
                danger
                loading={remove.isPending}
                disabledReason={denied}
                onClick={() => remove.mutate(session.version)}
              >
                {t('form.remove')}
              </ActionButton>
            )}
            <ActionButton
              type="primary"
              loading={save.isPending}
              disabledReason={denied}
              onClick={() => {
                setTried(true);
                if (fields) save.mutate(fields);
              }}
            >
              {t('form.save')}
            </ActionButton>
          </div>
          {(save.error ?? remove.error) && (
            <ErrorState inline error={(save.error ?? remove.error) as Error} />
          )}
        </Panel>
        {result ? (
          <div className={styles.result}>
            <SessionChance {...result} />
            <CallSheet fields={result.settings} planned={result.planned} school={school.name} />
          </div>
        ) : (
          <Panel>
            <p className={styles.fix}>{t('form.fix')}</p>
          </Panel>
        )}
      </div>
    </>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { endRun, startRun } from '../../../sampling/run/run.contract.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import type { SeenRun } from './run-page.tsx';
import { runKey } from './run-queries.ts';

/** Ends a session, or goes on with one that was ended. */
export function EndButton({ seen }: { seen: SeenRun }) {
  const { session, run, listed, sampled } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.sampling-run');
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const params = { session: session.id };
  const change = useMutation({
    mutationFn: (to: 'end' | 'resume') =>
      to === 'end'
        ? call(endRun, { params, body: {} })
        : call(startRun, { params, body: { seen: session.version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: runKey(session.id) }),
  });
  const left = listed.reduce((sum, one) => sum + one, 0) - sampled.length;
  const ask = () =>
    modal.confirm({
      title: t('end.title'),
      content: t('end.note', { left: format.number(left) }),
      okText: t('end.ok'),
      cancelText: t('end.cancel'),
      onOk: () => change.mutate('end'),
    });
  return (
    <>
      {run.endedAt && (
        <span>{t('end.ended', { time: format.findMoment(run.endedAt)?.time ?? '' })}</span>
      )}
      <ActionButton
        loading={change.isPending}
        disabledReason={denied}
        onClick={() => (run.endedAt ? change.mutate('resume') : ask())}
      >
        {t(run.endedAt ? 'end.resume' : 'end.button')}
      </ActionButton>
      {change.error && <ErrorState inline error={change.error} />}
    </>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Popconfirm } from 'antd';
import { useState } from 'react';
import { setArrivals } from '../../times/arrivals.contract.ts';
import { publishTimetable, takeBackTimetable } from '../../times/times.contract.ts';
import type { InForce, Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { timesPrintPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { ArrivalsDialog } from './arrivals-dialog.tsx';
import styles from './times.module.css';
import { timesKey } from './times-queries.ts';

/** Makes this version what the school goes by, or takes it back, sets arrivals by it, and prints it. */
export function PublishTools({ timetable, inForce }: { timetable: Timetable; inForce: InForce }) {
  const { id, number, result } = timetable;
  const t = timesMessages.use();
  const format = useFormat();
  const navigate = useNavigateTo();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted(publishTimetable.permission);
  const mayNotSet = usePermitted(setArrivals.permission);
  const [setting, setSetting] = useState(false);
  const params = { timetable: id };
  const done = async (said: 'publish.done' | 'publish.taken') => {
    void message.success(t(said, { number }));
    await queries.invalidateQueries({ queryKey: timesKey });
  };
  const publish = useMutation({
    mutationFn: () => call(publishTimetable, { params, body: { replaces: inForce.timetable } }),
    onSuccess: () => done('publish.done'),
  });
  const takeBack = useMutation({
    mutationFn: () => call(takeBackTimetable, { params }),
    onSuccess: () => done('publish.taken'),
  });
  const fits = result && result.overload === 0 && result.placements.length > 0;
  const error = publish.error ?? takeBack.error;
  return (
    <>
      <div className={styles.deeds}>
        {inForce.timetable === id ? (
          <>
            <StatusTag level="ok">
              {t('publish.published', { by: inForce.by ?? '', at: format.instant(inForce.at) })}
            </StatusTag>
            <ActionButton disabledReason={mayNotSet} onClick={() => setSetting(true)}>
              {t('arrivals.open')}
            </ActionButton>
            <Popconfirm
              title={t('publish.backSure')}
              okText={t('publish.yes')}
              cancelText={t('publish.no')}
              disabled={denied !== undefined}
              onConfirm={() => takeBack.mutate()}
            >
              <ActionButton disabledReason={denied} loading={takeBack.isPending}>
                {t('publish.back')}
              </ActionButton>
            </Popconfirm>
          </>
        ) : (
          <ActionButton
            type="primary"
            ghost
            disabledReason={denied ?? (fits ? undefined : t('publish.notFit'))}
            loading={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {t('publish.button')}
          </ActionButton>
        )}
        <ActionButton
          icon={<PrintIcon />}
          disabledReason={fits ? undefined : t('publish.notFit')}
          onClick={() => navigate(`${timesPrintPath}?timetable=${id}`)}
        >
          {t('print.open')}
        </ActionButton>
      </div>
      {error && <ErrorState inline error={error} />}
      {setting && <ArrivalsDialog timetable={id} onClose={() => setSetting(false)} />}
    </>
  );
}

import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { whatChanges } from '../../times/changes.ts';
import { stopTimetable } from '../../times/times.contract.ts';
import type { InForce, TimesResult, Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { usePermitted } from '../permitted.ts';
import { BasisPanel } from './basis-panel.tsx';
import { ChangeTable } from './change-table.tsx';
import { ConflictList } from './conflict-list.tsx';
import { LoadTable } from './load-table.tsx';
import { PublishTools } from './publish-tools.tsx';
import { ResultTiles } from './result-tiles.tsx';
import styles from './times.module.css';
import { TimesPicture } from './times-picture.tsx';
import { timesKey } from './times-queries.ts';

/** One version, while it is solved and after. */
export function TimetableView(props: { timetable: Timetable; inForce: InForce }) {
  const { timetable } = props;
  const { state, result } = timetable;
  const t = timesMessages.use();
  return (
    <>
      {(state === 'queued' || state === 'solving') && <Running timetable={timetable} />}
      {state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={t('running.failed')}
          description={t('running.failedNote')}
        />
      )}
      {result && <Solved {...props} result={result} />}
      <BasisPanel timetable={timetable} />
    </>
  );
}

function Running({ timetable }: { timetable: Timetable }) {
  const { id, state, progress, stop } = timetable;
  const t = timesMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const denied = usePermitted(stopTimetable.permission);
  const end = useMutation({
    mutationFn: () => call(stopTimetable, { params: { timetable: id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: timesKey }),
  });
  return (
    <Panel>
      <div className={styles.running} aria-live="polite">
        <span>
          {state === 'queued'
            ? t('running.queued')
            : t('running.solving', { seconds: format.number(progress?.seconds ?? 0, 1) })}
        </span>
        {progress && (
          <span>
            {progress.overload > 0
              ? t('running.over')
              : t('running.best', {
                  total: format.number(progress.total),
                  bound: format.number(progress.bound),
                })}
          </span>
        )}
        <ActionButton
          loading={end.isPending}
          disabledReason={stop ? t('running.stopping') : denied}
          onClick={() => end.mutate()}
        >
          {t('running.stop')}
        </ActionButton>
      </div>
    </Panel>
  );
}

function Solved(props: { timetable: Timetable; inForce: InForce; result: TimesResult }) {
  const { timetable, result } = props;
  const { basis, basedOn } = timetable;
  const changes = useMemo(
    () => (basis.previous ? whatChanges(basis.previous, result.placements) : undefined),
    [basis, result],
  );
  const changed = useMemo(
    () => new Set(changes?.flatMap(({ activity, to }) => (to ? [activity] : []))),
    [changes],
  );
  return (
    <>
      {result.conflicts.length > 0 && <ConflictList basis={basis} conflicts={result.conflicts} />}
      <ResultTiles basis={basis} result={result} />
      <PublishTools timetable={timetable} inForce={props.inForce} />
      {changes && basedOn && (
        <ChangeTable number={basedOn.number} basis={basis} result={result} changes={changes} />
      )}
      {result.placements.length > 0 && (
        <>
          <TimesPicture timetable={timetable.id} basis={basis} result={result} changed={changed} />
          <LoadTable basis={basis} result={result} />
        </>
      )}
    </>
  );
}

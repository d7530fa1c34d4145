import { call } from '@liangbuwu/office/http/console/call.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { makePlan, publishPlan } from '../../contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import { findInForce } from '../plan/versions.ts';
import { plansQuery } from '../queries.ts';
import { ChangeForm } from './change-form.tsx';
import { ChangedPlan } from './changed-plan.tsx';
import { type Change, writeChange } from './changes.ts';

/** Long enough for a town's day that is under way, short enough for somebody who waits at the telephone. */
const seconds = 4;

/** Something happened: it is written down, the day is planned again from now, and one tap puts that in force. */
export function ChangeDialog(props: {
  view: DeskDayView;
  given: Partial<Change>;
  onClose: () => void;
}) {
  const { view, given, onClose } = props;
  const { response, area, day } = view;
  const t = boardMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const plans = useQuery(plansQuery(view));
  const [plan] = useState(() => newId());
  const [replaces, setReplaces] = useState<PlanHead>();
  const readAgain = () =>
    Promise.all(
      [['plans'], ['water'], ['commitments']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const start = useMutation({
    mutationFn: async (change: Change) => {
      await writeChange(response, change);
      setReplaces(findInForce(plans.data?.plans ?? []));
      return call(makePlan, { params: { plan }, body: { response, area, day, seconds } });
    },
    onSuccess: readAgain,
  });
  const publish = useMutation({
    mutationFn: () =>
      call(publishPlan, { params: { plan }, body: { replaces: replaces?.id ?? null } }),
    onSuccess: async ({ plan: head, promises }) => {
      void message.success(
        t('change.published', {
          version: format.number(head.version),
          made: format.number(promises.made),
          withdrawn: format.number(promises.withdrawn),
          kept: format.number(promises.kept),
        }),
        6,
      );
      onClose();
      await readAgain();
    },
  });
  const made = plans.data?.plans.find(({ id }) => id === plan);
  return (
    <Modal
      open
      title={t('change.title')}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
    >
      {start.isSuccess ? (
        <ChangedPlan
          view={view}
          plan={made}
          replaces={replaces}
          seconds={seconds}
          publishing={publish.isPending}
          error={publish.error}
          onPublish={() => publish.mutate()}
        />
      ) : (
        <ChangeForm
          view={view}
          given={given}
          busy={start.isPending}
          error={start.error}
          onStart={(change) => start.mutate(change)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

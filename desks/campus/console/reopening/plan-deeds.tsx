import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import {
  approveReopening,
  assessReopening,
  putReopening,
  submitReopening,
  withdrawReopening,
} from '../../reopening/reopening.contract.ts';
import type { Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import { usePermitted } from '../permitted.ts';
import styles from './reopening.module.css';
import { useStep } from './use-step.ts';
import { useWhyNot } from './why-not.ts';

/** Every step that there is; one that is not to be taken now says why. */
export function PlanDeeds(props: {
  plan: Plan;
  unsaved: boolean;
  onInspect(): void;
  onSendBack(): void;
}) {
  const { plan } = props;
  const t = reopeningMessages.use();
  const whyNot = useWhyNot(plan, props.unsaved);
  const may = {
    plan: usePermitted('campus.plan'),
    inspect: usePermitted('campus.inspect'),
    assess: usePermitted('campus.assess'),
    approve: usePermitted('campus.approve'),
    sendBack: usePermitted('campus.send-back'),
  };
  const again = plan.findings.length > 0;
  const inspected = again ? 'inspected-again' : 'inspected';
  const inOrder =
    again && plan.notInOrder.length === 0 && whyNot(inspected) === undefined
      ? t('gaps.none')
      : undefined;
  const submit = useStep(plan, t('events.submitted'));
  const withdraw = useStep(plan, t('events.withdrawn'));
  const assess = useStep(plan, t('events.assessed'));
  const approve = useStep(plan, t('events.approved'));
  const renew = useRenew(plan);
  const error = [submit, withdraw, assess, approve, renew].find((one) => one.error)?.error;
  return (
    <div className={styles.stack}>
      <div className={styles.deeds}>
        <ActionButton
          type={may.plan ? 'default' : 'primary'}
          loading={submit.isPending}
          disabledReason={may.plan ?? whyNot('submitted')}
          onClick={() =>
            submit.mutate(({ params, seen }) => call(submitReopening, { params, body: { seen } }))
          }
        >
          {t('deeds.submit')}
        </ActionButton>
        <ActionButton
          disabledReason={may.inspect ?? whyNot(inspected) ?? inOrder}
          onClick={props.onInspect}
        >
          {t(again ? 'deeds.inspectAgain' : 'deeds.inspect')}
        </ActionButton>
        <Sure
          title={t('deeds.assessSure')}
          deed={t('deeds.assess')}
          busy={assess.isPending}
          why={may.assess ?? whyNot('assessed')}
          onSure={() =>
            assess.mutate(({ params, seen }) => call(assessReopening, { params, body: { seen } }))
          }
        />
        <Sure
          title={t('deeds.approveSure')}
          deed={t('deeds.approve')}
          busy={approve.isPending}
          why={may.approve ?? whyNot('approved')}
          onSure={() =>
            approve.mutate(({ params, seen }) => call(approveReopening, { params, body: { seen } }))
          }
        />
        <ActionButton
          disabledReason={may.sendBack ?? whyNot('sent-back')}
          onClick={props.onSendBack}
        >
          {t('deeds.sendBack')}
        </ActionButton>
        <Sure
          title={t('deeds.withdrawSure')}
          deed={t('deeds.withdraw')}
          busy={withdraw.isPending}
          why={may.plan ?? whyNot('withdrawn')}
          onSure={() =>
            withdraw.mutate(({ params, seen }) =>
              call(withdrawReopening, { params, body: { seen } }),
            )
          }
        />
        {plan.state === 'approved' && (
          <Sure
            title={t('deeds.renewSure')}
            deed={t('deeds.renew')}
            busy={renew.isPending}
            why={may.plan}
            onSure={() => renew.mutate()}
          />
        )}
      </div>
      {error && <ErrorState inline error={error} />}
    </div>
  );
}

/** A step that is asked about once more before it is taken. */
function Sure(props: {
  title: string;
  deed: string;
  busy: boolean;
  why: string | undefined;
  onSure(): void;
}) {
  const t = reopeningMessages.use();
  if (props.why !== undefined)
    return <ActionButton disabledReason={props.why}>{props.deed}</ActionButton>;
  return (
    <Popconfirm
      title={props.title}
      okText={t('deeds.yes')}
      cancelText={t('deeds.cancel')}
      onConfirm={props.onSure}
    >
      <ActionButton loading={props.busy}>{props.deed}</ActionButton>
    </Popconfirm>
  );
}

/** Begins the version that takes the place of an approved one, with all that stands in it. */
function useRenew(plan: Plan) {
  const queries = useQueryClient();
  const [id] = useState(newId);
  return useMutation({
    mutationFn: () =>
      call(putReopening, {
        params: { plan: id },
        body: {
          response: plan.response,
          school: plan.school,
          seen: null,
          parts: plan.parts,
          answers: [],
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['campus'] }),
  });
}

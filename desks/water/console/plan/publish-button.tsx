import { call } from '@liangbuwu/office/http/console/call.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { SendIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { publishPlan } from '../../contract.ts';
import { versionMessages } from '../messages/versions.ts';
import type { Forecast } from './forecast.ts';
import styles from './publish-button.module.css';

/** Publishes a version after saying what that does; what is refused comes with the button that helps. */
export function PublishButton(props: {
  plan: PlanHead;
  inForce: PlanHead | undefined;
  forecast: Forecast | undefined;
  disabledReason: string | undefined;
  onPublished: () => void;
  onPlanAgain: () => void;
}) {
  const { plan, inForce, forecast } = props;
  const t = versionMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const { message } = App.useApp();
  // Which plan was in force when the officer decided: another that comes meanwhile must not be replaced unseen.
  const [asking, setAsking] = useState<{ replaces: PlanHead | undefined }>();
  const version = format.number(plan.version);
  const readAgain = () =>
    Promise.all(
      [['plans'], ['water'], ['commitments']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  const publish = useMutation({
    mutationFn: () =>
      call(publishPlan, {
        params: { plan: plan.id },
        body: { replaces: asking?.replaces?.id ?? null },
      }),
    onSuccess: async ({ promises }) => {
      setAsking(undefined);
      void message.success(
        t('publish.done', {
          version,
          made: format.number(promises.made),
          withdrawn: format.number(promises.withdrawn),
          kept: format.number(promises.kept),
        }),
        6,
      );
      await readAgain();
      props.onPublished();
    },
  });
  const close = () => {
    setAsking(undefined);
    publish.reset();
  };
  const remedy = useRemedy({
    code: findRefusal(publish.error)?.code,
    lookAgain: () => {
      void readAgain();
      close();
    },
    planAgain: () => {
      close();
      props.onPlanAgain();
    },
  });
  return (
    <>
      <ActionButton
        type={plan.state === 'solved' ? 'primary' : 'default'}
        icon={<SendIcon />}
        disabledReason={props.disabledReason}
        onClick={() => setAsking({ replaces: inForce })}
      >
        {t('publish.action', { version })}
      </ActionButton>
      <Modal
        open={asking !== undefined}
        title={t('publish.title', { version })}
        onCancel={close}
        footer={
          <div className={styles.footer}>
            <Button onClick={close}>{t('publish.cancel')}</Button>
            {remedy ?? (
              <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
                {t('publish.confirm')}
              </Button>
            )}
          </div>
        }
      >
        <div className={styles.words}>
          {forecast && (
            <p>
              {t('publish.does', {
                made: format.number(forecast.made),
                withdrawn: format.number(forecast.withdrawn),
                kept: format.number(forecast.kept),
              })}
            </p>
          )}
          {asking?.replaces && (
            <p>{t('publish.replaces', { version: format.number(asking.replaces.version) })}</p>
          )}
          <p>{t('publish.told')}</p>
          {publish.error && <ErrorState inline error={publish.error} />}
        </div>
      </Modal>
    </>
  );
}

/** The button that does what a refusal's remedy says; undefined where trying again is all there is. */
function useRemedy(of: { code: string | undefined; lookAgain: () => void; planAgain: () => void }) {
  const t = versionMessages.use();
  switch (of.code) {
    case 'another-in-force':
      return (
        <Button type="primary" onClick={of.lookAgain}>
          {t('publish.see')}
        </Button>
      );
    case 'time-has-passed':
      return (
        <Button type="primary" onClick={of.planAgain}>
          {t('publish.planAgain')}
        </Button>
      );
    case 'not-solved-yet':
    case 'not-found':
    case 'response-closed':
      return (
        <Button type="primary" onClick={of.lookAgain}>
          {t('publish.refresh')}
        </Button>
      );
    default:
      return undefined;
  }
}

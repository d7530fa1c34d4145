import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Modal } from 'antd';
import { useState } from 'react';
import { planMessages } from '../messages/plan.ts';
import type { Resource } from './resource.ts';
import { useTurn } from './use-turn.ts';

export function BringBackButton(props: {
  resource: Resource;
  response: string;
  disabledReason: string | undefined;
}) {
  const { resource } = props;
  const t = planMessages.use();
  const [asking, setAsking] = useState(false);
  const turn = useTurn(resource, props.response);
  return (
    <>
      <ActionButton
        size="small"
        disabledReason={props.disabledReason}
        onClick={() => setAsking(true)}
      >
        {t(`resources.reopen.${resource.kind}`)}
      </ActionButton>
      <Modal
        open={asking}
        title={t('resources.reopening', { name: resource.one.name })}
        okText={t(`resources.reopen.${resource.kind}`)}
        cancelText={t('resources.cancel')}
        confirmLoading={turn.isPending}
        onOk={() => turn.mutate({ out: false, reason: '' }, { onSuccess: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <p>{t('resources.reopenNote')}</p>
        {turn.error && <ErrorState inline error={turn.error} />}
      </Modal>
    </>
  );
}

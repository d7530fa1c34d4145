import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  type Closing,
  closeResponse,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { closingReasons } from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { Preview } from './counts.tsx';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';
import type { Standing } from './standing.ts';
import { useZoned } from './use-zoned.ts';

/** The second person's word: says once more what goes and what stays, and wants the name typed. */
export function CloseDialog(props: { of: Standing; closing: Closing; onClose: () => void }) {
  const { of, closing, onClose } = props;
  const t = responsesMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const { response } = of;
  const format = useZoned(response.zone);
  const queries = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState('');
  const name = response.name['zh-CN'];
  const close = useMutation({
    mutationFn: () =>
      call(closeResponse, {
        params: { response: response.id, closing: closing.id },
        body: { confirm: typed.trim() },
      }),
    onSuccess: () => {
      void message.success(t('confirm.done'));
      void queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal
      open
      width={640}
      title={t('confirm.title', { name: say(response.name) })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('deeds.cancel')}</Button>
          <ActionButton
            type="primary"
            danger
            loading={close.isPending}
            disabledReason={typed.trim() === name ? undefined : t('why.name')}
            onClick={() => close.mutate()}
          >
            {t('confirm.action')}
          </ActionButton>
        </div>
      }
    >
      <div className={styles.dialog}>
        <Alert showIcon type="error" title={t('confirm.warning')} />
        <p>
          {t('proposedBy', {
            name: closing.proposed.by.name,
            time: format.instant(closing.proposed.at),
            reason: say(closingReasons[closing.reason]),
          })}
        </p>
        <Preview response={response.id} />
        <div>
          <label htmlFor={id}>{t('confirm.type', { name })}</label>
          <Input
            id={id}
            value={typed}
            maxLength={100}
            autoComplete="off"
            disabled={close.isPending}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {close.error && <ErrorState inline error={close.error} />}
      </div>
    </Modal>
  );
}
